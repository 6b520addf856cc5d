import { useEffect, useRef } from 'react'
import { useTelephone } from './store.ts'

const BARS = 7
/// Speech seldom comes above this part of the loudest possible.
const FULL = 0.35

/// How loud the microphone hears, as moving bars. For the eye alone.
export function Level() {
  const bars = useRef<HTMLSpanElement>(null)
  const microphone = useTelephone((telephone) => telephone.microphone)
  useEffect(() => {
    const element = bars.current
    if (element === null || microphone === null) return
    return measured(microphone, (loud) => {
      Array.from(element.children).forEach((bar, index) => {
        const share = 1 - Math.abs(index - (BARS - 1) / 2) / BARS
        ;(bar as HTMLElement).style.setProperty('--level', String(Math.min(1, (loud / FULL) * share * 1.4)))
      })
    })
  }, [microphone])
  return (
    <span className="level" ref={bars} aria-hidden>
      {Array.from({ length: BARS }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  )
}

/// Measures as often as the screen is painted, until the returned function is called.
function measured(stream: MediaStream, show: (loud: number) => void): () => void {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 512 })
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  let frame = 0
  const look = () => {
    analyser.getFloatTimeDomainData(samples)
    show(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length))
    frame = requestAnimationFrame(look)
  }
  look()
  return () => {
    cancelAnimationFrame(frame)
    show(0)
    void context.close()
  }
}
