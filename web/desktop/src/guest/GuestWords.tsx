import '../queue/queue.css'
import { IconUsers } from '@tabler/icons-react'
import type { ActivityView, ParticipantView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'

/// How somebody came in, in words.
export function JoinedWords({ guest }: { readonly guest: ParticipantView }) {
  const name = <bdi key="n">{guest.agent.name}</bdi>
  return guest.host === null ? (
    <Say k="guest.steppedIn" values={{ name }} />
  ) : (
    <Say k="guest.joined" values={{ name, host: <bdi key="h">{guest.host.name}</bdi> }} />
  )
}

const LEFT: Readonly<Record<'LEFT' | 'REMOVED' | 'AWAY' | 'HOST' | 'OVER' | 'DECLINED' | 'NO_ANSWER', MessageKey>> = {
  LEFT: 'guest.left',
  REMOVED: 'guest.removed',
  AWAY: 'guest.away',
  HOST: 'guest.becameHost',
  OVER: 'guest.left',
  DECLINED: 'guest.declined',
  NO_ANSWER: 'guest.noAnswer',
}

const NOT_JOINED: Readonly<Partial<Record<keyof typeof LEFT, MessageKey>>> = {
  REMOVED: 'guest.withdrawn',
  AWAY: 'guest.noAnswer',
  OVER: 'guest.noAnswer',
}

/// Why somebody went, or did not come in; null while they are there, or may still answer.
export function LeftWords({ guest }: { readonly guest: ParticipantView }) {
  if (guest.why === null) return null
  const k = (guest.joinedAt === null ? NOT_JOINED[guest.why] : undefined) ?? LEFT[guest.why]
  return <Say k={k} values={{ name: <bdi key="n">{guest.agent.name}</bdi> }} />
}

/// Who took part in what is past beside the agent who had it. Nothing when nobody did.
export function Participants({ activity }: { readonly activity: Pick<ActivityView, 'participants'> }) {
  const formats = useFormats()
  if (activity.participants.length === 0) return null
  return (
    <ul className="postponed" data-testid="participants">
      {activity.participants.map((one) => (
        <li key={`${one.agent.id} ${one.since}`} className="meta muted">
          <IconUsers size={14} stroke={1.75} aria-hidden />
          <span>
            {one.joinedAt === null ? (
              <LeftWords guest={one} />
            ) : (
              <>
                <JoinedWords guest={one} />
                {' · '}
                <Ltr>{one.leftAt === null ? formats.time(one.joinedAt) : `${formats.time(one.joinedAt)} – ${formats.time(one.leftAt)}`}</Ltr>
              </>
            )}
            {one.note !== '' && (
              <>
                {': '}
                <bdi className="transfer-note">{one.note}</bdi>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
