import { IconLock, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { get } from '../api/http.ts'
import type { Peaks, RecordingView } from '../api/types.ts'
import { clockOf, useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useMay } from './calls.ts'

/// A recorded part of a call. Who may not listen is told that it is there.
export function RecordingPlayer({ recording }: { readonly recording: RecordingView }) {
  const may = useMay('LISTEN_TO_RECORDINGS')
  if (may) return <Player recording={recording} />
  return (
    <p className="hint">
      <IconLock size={12} stroke={2} aria-hidden />
      <span>
        <Say k="recording.notAllowed" values={{ time: <Ltr key="t">{clockOf(recording.seconds * 1000)}</Ltr> }} />
      </span>
    </p>
  )
}

const SPEEDS = [1, 1.25, 1.5, 2] as const

function Player({ recording }: { readonly recording: RecordingView }) {
  const t = useT()
  const formats = useFormats()
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [failed, setFailed] = useState(false)
  const [at, setAt] = useState(0)
  const [speed, setSpeed] = useState<number>(1)
  const { data } = useQuery({
    queryKey: ['recordings', recording.id],
    queryFn: () => get('/api/recordings/{recording}/waveform', { path: { recording: recording.id } }),
    staleTime: Infinity,
  })
  const whole = data?.seconds ?? recording.seconds
  const toggle = () => {
    const element = audio.current
    if (element === null) return
    setFailed(false)
    if (playing) element.pause()
    else element.play().catch(() => setFailed(true))
  }
  const seek = (to: number) => {
    setAt(to)
    if (audio.current !== null) audio.current.currentTime = to
  }
  const faster = () => {
    const next = SPEEDS[(SPEEDS.findIndex((one) => one === speed) + 1) % SPEEDS.length] ?? 1
    setSpeed(next)
    if (audio.current !== null) audio.current.playbackRate = next
  }
  return (
    <div className="recording" data-testid="recording" data-playing={playing}>
      {/* What was said was not written down by anybody: there are no captions. */}
      <audio
        ref={audio}
        preload="none"
        src={`/api/recordings/${encodeURIComponent(recording.id)}/audio`}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setFailed(true)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <div className="wave-frame" dir="ltr">
        <Wave wave={data} share={whole === 0 ? 0 : at / whole} />
        <input
          type="range"
          className="wave-seek"
          min={0}
          max={Math.max(1, whole)}
          step={0.1}
          value={Math.min(at, Math.max(1, whole))}
          aria-label={t('recording.position')}
          aria-valuetext={`${clockOf(at * 1000)} / ${clockOf(whole * 1000)}`}
          onChange={(event) => seek(Number(event.currentTarget.value))}
        />
      </div>
      <div className="row recording-bar">
        <button
          type="button"
          className="play"
          data-testid="recording-play"
          aria-label={t(playing ? 'recording.pause' : 'recording.play')}
          onClick={toggle}
        >
          {playing ? <IconPlayerPauseFilled size={14} aria-hidden /> : <IconPlayerPlayFilled size={14} aria-hidden />}
        </button>
        <Ltr className="meta">
          {clockOf(at * 1000)}
          <span className="subtle"> / {clockOf(whole * 1000)}</span>
        </Ltr>
        <span className="meta subtle end">
          <Say k="recording.sides" />
        </span>
        <button type="button" className="speed" aria-label={t('recording.speed', { speed })} onClick={faster}>
          <Ltr>{`${speed}×`}</Ltr>
        </button>
      </div>
      {failed && (
        <p className="hint err" role="alert">
          <Say k="recording.failed" />
        </p>
      )}
      <p className="hint">
        <IconLock size={12} stroke={2} aria-hidden />
        <span>
          <Say k="recording.audited" values={{ time: <Ltr key="t">{formats.time(recording.began)}</Ltr> }} />
        </span>
      </p>
    </div>
  )
}

const BARS = 140
const HALF = 24

/// The agent above the line, the customer below it; what has been heard is coloured. Time runs from left to right in
/// every language, as on every player.
function Wave({ wave, share }: { readonly wave: Peaks | undefined; readonly share: number }) {
  const bars = useMemo(() => (wave === undefined ? [] : folded(wave.peaks)), [wave])
  return (
    <svg className="wave" viewBox={`0 0 ${BARS * 4} ${HALF * 2}`} preserveAspectRatio="none" aria-hidden>
      {bars.map(([agent, customer], index) => (
        <rect
          key={index}
          className={index / BARS < share ? 'heard' : ''}
          x={index * 4 + 0.75}
          y={HALF - tall(agent)}
          width={2.5}
          height={tall(agent) + tall(customer)}
          rx={1.25}
        />
      ))}
    </svg>
  )
}

/// A silent part is a dot, not a gap.
const tall = (peak: number) => 0.75 + (peak / 100) * (HALF - 1.5)

/// The loudest of each part of the recording, on either side.
function folded(peaks: Peaks['peaks']): readonly (readonly [number, number])[] {
  return Array.from({ length: BARS }, (_, index) => {
    const from = Math.floor((index * peaks.length) / BARS)
    const to = Math.max(from + 1, Math.floor(((index + 1) * peaks.length) / BARS))
    const part = peaks.slice(from, to)
    return [Math.max(0, ...part.map((one) => one[0] ?? 0)), Math.max(0, ...part.map((one) => one[1] ?? 0))] as const
  })
}
