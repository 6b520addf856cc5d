import { IconInfoCircle } from '@tabler/icons-react'
import type { InteractionView } from '../api/types.ts'
import { BACK_WORDS, PostponedWords } from '../contact/Postponements.tsx'
import { ReturnedWords, TransferredWords } from '../contact/Transfers.tsx'
import { JoinedWords, LeftWords } from '../guest/GuestWords.tsx'
import { clockOf } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { RESULT_WORDS } from '../telephone/calls.ts'
import { withoutNumber } from '../telephone/numbers.ts'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { MessageLeft } from '../writing/MessageLeft.tsx'
import { NotVerified } from '../writing/Trusted.tsx'
import type { TimelineEvent } from './rows.ts'

type Ended = Readonly<Record<'CUSTOMER' | 'AGENT' | 'SYSTEM', MessageKey>>

const CHAT_ENDED: Ended = {
  CUSTOMER: 'timeline.endedByCustomer',
  AGENT: 'timeline.endedByAgent',
  SYSTEM: 'timeline.endedBySystem',
}

const CALL_ENDED: Ended = {
  CUSTOMER: 'timeline.callEndedByCustomer',
  AGENT: 'timeline.callEndedByAgent',
  SYSTEM: 'timeline.callEnded',
}

const BY_AGENT: ReadonlySet<MessageKey> = new Set([CHAT_ENDED.AGENT, CALL_ENDED.AGENT])

function endedWords(interaction: InteractionView, by: keyof Ended | null): MessageKey {
  const { medium, call } = interaction
  if (kindOf(interaction) === 'WEB') return by === null ? 'timeline.ended' : CHAT_ENDED[by]
  if (medium !== 'VOICE') return 'timeline.channelEnded'
  const result = call?.result ?? null
  if (result !== null) return RESULT_WORDS[result]
  return by === null ? 'timeline.callEnded' : CALL_ENDED[by]
}

function EndedWords({ interaction, by }: { readonly interaction: InteractionView; readonly by: keyof Ended | null }) {
  const k = endedWords(interaction, by)
  if (BY_AGENT.has(k)) return <Doer of={interaction} mine={k} colleagues="timeline.colleagueEnded" />
  return <Say k={k} values={{ channel: <Say key="c" k={KIND_WORD[kindOf(interaction)]} /> }} />
}

/// What the agent of this desk did is theirs; what a colleague did who has it bears the name.
function Doer({ of: { host }, mine, colleagues }: { readonly of: InteractionView; readonly mine: MessageKey; readonly colleagues: MessageKey }) {
  return host === null ? <Say k={mine} /> : <Say k={colleagues} values={{ name: <bdi key="n">{host.name}</bdi> }} />
}

function Started({ interaction }: { readonly interaction: InteractionView }) {
  const service = <bdi>{interaction.service.name}</bdi>
  const kind = kindOf(interaction)
  const outbound = interaction.direction === 'OUTBOUND'
  if (kind === 'WEB') {
    return (
      <>
        <b>
          <Say k="timeline.started" />
        </b>
        {service}
      </>
    )
  }
  if (kind !== 'VOICE') {
    return (
      <>
        <b>
          <Say k={KIND_WORD[kind]} />
        </b>
        <span>
          {interaction.party !== null && (
            <>
              <Ltr className="num">{interaction.party}</Ltr>
              {' · '}
            </>
          )}
          {service}
        </span>
      </>
    )
  }
  return (
    <>
      <b>
        {outbound ? <Doer of={interaction} mine="timeline.called" colleagues="timeline.colleagueCalled" /> : <Say k="timeline.callArrived" />}
      </b>
      <span>
        {interaction.party === null ? <Say k={withoutNumber(interaction)} /> : <Ltr className="num">{interaction.party}</Ltr>}
        {' · '}
        {service}
      </span>
    </>
  )
}

/// One event of the timeline, in words.
export function EventWords({ event }: { readonly event: TimelineEvent }) {
  switch (event.type) {
    case 'STARTED':
      return (
        <>
          <Started interaction={event.interaction} />
          <NotVerified interaction={event.interaction} />
          <MessageLeft of={event.interaction} />
        </>
      )
    case 'ACCEPTED':
      return (
        <>
          <b>
            <Doer
              of={event.interaction}
              mine={event.interaction.medium === 'VOICE' ? 'timeline.callAccepted' : kindOf(event.interaction) === 'WEB' ? 'timeline.accepted' : 'timeline.youAccepted'}
              colleagues="timeline.colleagueAccepted"
            />
          </b>
          <span>
            <Say k="timeline.acceptedAfter" values={{ time: <Ltr key="t">{clockOf(event.waitedMs)}</Ltr> }} />
          </span>
        </>
      )
    case 'ENDED':
      return (
        <>
          <b>
            <EndedWords interaction={event.interaction} by={event.by} />
          </b>
          {/* How long an outgoing call rang is no part of it, and not known here. */}
          {event.interaction.direction === 'INBOUND' && event.interaction.acceptedAt !== null && (
            <span>
              <Say k="timeline.lasted" values={{ time: <Ltr key="t">{clockOf(event.lastedMs)}</Ltr> }} />
            </span>
          )}
        </>
      )
    case 'POSTPONED':
      return (
        <>
          <b>
            <Say k="postpone.done" />
          </b>
          <span>
            <PostponedWords postponement={event.postponement} />
          </span>
        </>
      )
    case 'CAME_BACK':
      return (
        <b>
          <Say k={BACK_WORDS[event.by]} />
        </b>
      )
    case 'TRANSFERRED':
      return (
        <>
          <b>
            <Say k="transfer.done" />
          </b>
          <span>
            <TransferredWords transfer={event.transfer} />
          </span>
        </>
      )
    case 'RETURNED':
      return (
        <b>
          <ReturnedWords transfer={event.transfer} />
        </b>
      )
    case 'JOINED':
      return (
        <b>
          <JoinedWords guest={event.guest} />
        </b>
      )
    case 'LEFT':
      return (
        <b>
          <LeftWords guest={event.guest} />
        </b>
      )
    case 'WRAP_UP':
      return (
        <>
          <b>
            <Say k="state.wrapUp" />
          </b>
          <span>
            <Say k="timeline.wrapUpHint" />
          </span>
        </>
      )
    case 'SYSTEM':
      return (
        <>
          <IconInfoCircle size={14} aria-hidden />
          <span dir="auto">{event.message.text}</span>
        </>
      )
  }
}
