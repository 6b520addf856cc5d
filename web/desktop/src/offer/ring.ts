import { useSettings } from '../settings/settings.ts'

/// The sound of an offer, made here rather than played from a file: two soft tones, repeated while it lasts.
/// Browsers let a page sound only after the user has touched it once.

let context: AudioContext | null = null

function audio(): AudioContext | null {
  if (typeof AudioContext === 'undefined') return null
  context ??= new AudioContext()
  return context
}

export function unlockSound(): void {
  const sound = audio()
  if (sound !== null && sound.state === 'suspended') void sound.resume()
}

const EVERY_MS = 1_600
/// Who rings can be told without looking: a customer's two tones rise, a colleague's fall.
export type Ringing = 'CUSTOMER' | 'COLLEAGUE'
const TONES: Readonly<Record<Ringing, readonly { readonly hertz: number; readonly atS: number }[]>> = {
  CUSTOMER: [
    { hertz: 660, atS: 0 },
    { hertz: 880, atS: 0.17 },
  ],
  COLLEAGUE: [
    { hertz: 784, atS: 0 },
    { hertz: 523, atS: 0.17 },
  ],
}
const LOUD = 0.16

export function ringOnce(by: Ringing): void {
  unlockSound()
  const sound = audio()
  if (sound === null) return
  for (const { hertz, atS } of TONES[by]) {
    const start = sound.currentTime + atS
    const tone = sound.createOscillator()
    const level = sound.createGain()
    tone.type = 'sine'
    tone.frequency.value = hertz
    level.gain.setValueAtTime(0, start)
    level.gain.linearRampToValueAtTime(LOUD, start + 0.02)
    level.gain.exponentialRampToValueAtTime(0.001, start + 0.42)
    tone.connect(level).connect(sound.destination)
    tone.start(start)
    tone.stop(start + 0.45)
  }
}

/// Rings until the returned function is called; not at all where the sound is switched off. Of the windows of a browser one
/// rings, and another one when that is closed.
export function ring(by: Ringing): () => void {
  const sound = useSettings.getState().sound ? audio() : null
  if (sound === null) return () => undefined
  const over = new AbortController()
  // A window that cannot be heard yet does not stand in line: done as soon as it can.
  sound.resume().then(
    () => inOneWindow(by, over.signal),
    () => undefined,
  )
  return () => over.abort()
}

function inOneWindow(by: Ringing, over: AbortSignal): void {
  if (over.aborted) return
  // Only pages of a secure origin have locks: without them each window rings.
  if (navigator.locks === undefined) void ringUntil(by, over)
  else navigator.locks.request(`hiwar.ring.${by}`, { signal: over }, () => ringUntil(by, over)).catch(() => undefined)
}

function ringUntil(by: Ringing, over: AbortSignal): Promise<void> {
  ringOnce(by)
  const timer = setInterval(() => ringOnce(by), EVERY_MS)
  return new Promise((done) => {
    over.addEventListener('abort', () => {
      clearInterval(timer)
      done()
    })
  })
}
