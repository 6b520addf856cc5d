import { Say } from '../i18n/Say.tsx'
import type { Kind } from './kinds.ts'
import { segmentsOf } from './segments.ts'

interface Props {
  readonly kind: Kind
  readonly text: string
  /// Characters of one message.
  readonly most: number
}

/// From here on it is said how many characters are left.
const NEAR = 500

/// How long the message is: an SMS is paid by its segments, anything else only has an end.
export function Counter({ kind, text, most }: Props) {
  const left = most - text.length
  if (left < 0) {
    return (
      <span className="meta over" role="alert">
        <Say k="composer.tooLong" values={{ count: -left }} />
      </span>
    )
  }
  if (kind === 'SMS') return text === '' ? null : <SegmentCount text={text} />
  if (left > Math.min(NEAR, most / 4)) return null
  return (
    <span className="meta subtle">
      <Say k="composer.left" values={{ count: left }} />
    </span>
  )
}

function SegmentCount({ text }: { readonly text: string }) {
  const { segments, left } = segmentsOf(text)
  return (
    <span className="meta subtle" data-testid="segments" data-segments={segments}>
      <Say k="composer.segments" values={{ count: segments }} />
      {' · '}
      <Say k="composer.left" values={{ count: left }} />
    </span>
  )
}
