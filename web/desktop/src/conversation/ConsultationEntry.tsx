import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { memo } from 'react'
import type { ConsultationView, ConversationView, Id } from '../api/types.ts'
import { Timer } from '../desk/Timer.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { liveCallOf, liveConsultationOf } from '../telephone/calls.ts'
import { ConsultedName } from '../telephone/Consultation.tsx'

interface Props {
  readonly conversation: ConversationView
  readonly onSelect: (conversation: Id) => void
}

/// The consultation about a call, under the conversation of that call, which it opens.
export const ConsultationEntry = memo(function ConsultationEntry({ conversation, onSelect }: Props) {
  const live = liveCallOf(conversation)
  const consultation = live === null ? null : liveConsultationOf(live.call)
  if (consultation === null) return null
  const Icon = consultation.state === 'CONFERENCE' ? IconUsersGroup : IconUserPlus
  const talking = consultation.state === 'CONNECTED' || consultation.state === 'CONFERENCE'
  return (
    <li
      className="item consulted"
      role="option"
      aria-selected={false}
      data-testid="consultation-entry"
      data-state={consultation.state}
      onClick={() => onSelect(conversation.id)}
    >
      <span className={talking ? 'glyph live' : 'glyph'}>
        <Icon size={14} stroke={1.75} aria-hidden />
      </span>
      <span className="name trunc">
        <ConsultedName consultation={consultation} />
      </span>
      <span className="tm">
        <Timer since={consultation.since} />
      </span>
      <span className="foot">
        <Say k="consult.entry" />
        <span aria-hidden>·</span>
        <Say k={WORDS[consultation.state]} />
      </span>
    </li>
  )
})

const WORDS: Readonly<Record<ConsultationView['state'], MessageKey>> = {
  RINGING: 'consult.stateRinging',
  CONNECTED: 'consult.stateConnected',
  HELD: 'consult.stateHeld',
  CONFERENCE: 'consult.stateConference',
  ENDED: 'consult.ended',
}
