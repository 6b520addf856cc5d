import type { PresenceView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'

const PARTS = [25, 50, 75, 100] as const

/// How much more this agent can be given, and why nothing comes when nothing does.
export function Capacity({ presence }: { readonly presence: PresenceView }) {
  return (
    <div className="capacity">
      <div className="capacity-bar" aria-hidden>
        {PARTS.map((part) => (
          <i key={part} className={presence.capacityUsed > part - 25 ? 'full' : ''} />
        ))}
      </div>
      <Say k={words(presence)} />
    </div>
  )
}

function words(presence: PresenceView): MessageKey {
  if (presence.state !== 'READY') return 'capacity.notReady'
  if (presence.next !== null) return 'capacity.leaving'
  if (presence.capacityUsed >= 100) return 'capacity.full'
  return 'capacity.room'
}
