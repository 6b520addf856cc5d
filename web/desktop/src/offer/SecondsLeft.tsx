import type { Instant } from '../api/types.ts'
import { useNow } from '../desk/now.ts'
import { Ltr, Say } from '../i18n/Say.tsx'

const CIRCUMFERENCE = 2 * Math.PI * 19.5
/// Spoken only at these, or a screen reader would count all the time.
const SPOKEN_AT_S = [30, 10, 5]

/// The time left to answer, as a ring that empties.
export function SecondsLeft({ from, until }: { readonly from: Instant; readonly until: Instant }) {
  const now = useNow()
  const left = Math.max(0, Math.floor((Date.parse(until) - now) / 1000))
  const whole = Math.max(1, (Date.parse(until) - Date.parse(from)) / 1000)
  const drawn = CIRCUMFERENCE * Math.min(1, left / whole)
  return (
    <span className="ring">
      <svg viewBox="0 0 44 44" aria-hidden>
        <circle cx="22" cy="22" r="19.5" fill="none" stroke="var(--border)" strokeWidth="3" />
        <circle
          cx="22"
          cy="22"
          r="19.5"
          fill="none"
          stroke="var(--ringing-mark)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={`${drawn} ${CIRCUMFERENCE}`}
        />
      </svg>
      <span aria-hidden>
        <Ltr>{left}</Ltr>
      </span>
      <span className="unseen" role="status">
        {SPOKEN_AT_S.includes(left) && <Say k="offer.secondsLeft" values={{ count: left }} />}
      </span>
    </span>
  )
}
