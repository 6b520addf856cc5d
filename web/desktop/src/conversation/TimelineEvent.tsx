import { IconInfoCircle } from '@tabler/icons-react'
import type { InteractionView } from '../api/types.ts'
import { BACK_WORDS, PostponedWords } from '../contact/Postponements.tsx'
import { ReturnedWords, TransferredWords } from '../contact/Transfers.tsx'
import { JoinedWords, LeftWords } from '../guest/GuestWords.tsx'
import { clockOf } from '../i18n/formats.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { withoutNumber } from '../telephone/numbers.ts'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { MessageLeft } from '../writing/MessageLeft.tsx'
import { NotVerified } from '../writing/Trusted.tsx'
import { acceptedWords, endedWords } from './eventWords.ts'
import type { TimelineEvent } from './rows.ts'

/// Who has it, if that is somebody else.
function Host({ of }: { readonly of: InteractionView }) {
  return <bdi>{of.host?.name}</bdi>
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
        <Say k={!outbound ? 'timeline.callArrived' : interaction.host === null ? 'timeline.called' : 'timeline.callOut'} />
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
            <Say k={acceptedWords(event.interaction)} values={{ name: <Host key="n" of={event.interaction} /> }} />
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
            <Say
              k={endedWords(event.interaction, event.by)}
              values={{ channel: <Say key="c" k={KIND_WORD[kindOf(event.interaction)]} />, name: <Host key="n" of={event.interaction} /> }}
            />
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
