import {
  IconAlertCircle,
  IconArrowBackUp,
  IconChecklist,
  IconClock,
  IconId,
  IconInfoCircle,
  IconMail,
  IconMessageCircle,
  IconPhone,
  IconRefresh,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { ContactSummary, Instant, InteractionView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { clockOf, useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { sentenceOf } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { RESULT_WORDS } from '../telephone/calls.ts'
import { withoutNumber } from '../telephone/numbers.ts'
import { drafts, useDrafts } from './drafts.ts'
import { type Outgoing, outbox } from './outbox.ts'
import type { Row, Strand, Strands, TimelineEvent } from './rows.ts'

interface Props {
  readonly row: Row
  readonly contact: ContactSummary
}

export const TimelineRow = memo(function TimelineRow({ row, contact }: Props) {
  const formats = useFormats()
  switch (row.kind) {
    case 'DAY':
      return (
        <div className="day">
          <span>{formats.day(row.at)}</span>
        </div>
      )
    case 'MESSAGE':
      return (
        <Line at={row.at} strands={row.strands}>
          <div
            className={row.message.author.kind === 'AGENT' ? 'said out' : 'said'}
            data-testid="message"
            data-author={row.message.author.kind}
            data-seq={row.message.seq}
          >
            <div className="bubble">
              <span dir="auto">{row.message.text}</span>
            </div>
            {row.named && <Writer row={row} contact={contact} />}
          </div>
        </Line>
      )
    case 'UNSENT':
      return (
        <Line at={row.at} strands={row.strands}>
          <Unsent entry={row.entry} />
        </Line>
      )
    case 'EVENT':
      return (
        <Line at={row.at} strands={row.strands}>
          <div className="event" data-testid="timeline-event" data-event={EVENT_NAMES[row.event.type]}>
            <EventWords event={row.event} />
          </div>
        </Line>
      )
  }
}, sameRow)

/// Rows are made anew with every change; what they show seldom changes.
function sameRow(before: Props, after: Props): boolean {
  return before.contact.name === after.contact.name && JSON.stringify(before.row) === JSON.stringify(after.row)
}

interface LineProps {
  readonly at: Instant
  readonly strands: Strands
  readonly children: ReactNode
}

function Line({ at, strands, children }: LineProps) {
  const formats = useFormats()
  return (
    <div className="e">
      <time dateTime={at}>
        <Ltr>{formats.time(at)}</Ltr>
      </time>
      <StrandsAt strands={strands} />
      {children}
    </div>
  )
}

const KNOTS: Readonly<Record<InteractionView['medium'], typeof IconPhone>> = {
  VOICE: IconPhone,
  CHAT: IconMessageCircle,
  EMAIL: IconMail,
  PREVIEW: IconId,
  TASK: IconChecklist,
}

/// The gutter of one row: every medium in its own place.
export function StrandsAt({ strands }: { readonly strands: Strands }) {
  return (
    <div className="strands">
      {strands.map((strand, place) => {
        if (strand === null) return <span key={place} />
        const Knot = KNOTS[strand.medium]
        return (
          <span key={place} className={`strand ${strand.medium.toLowerCase()}${strand.live ? ' live' : ''}`}>
            <i className={strandClass(strand)}>
              {strand.opens && (
                <span className="knot">
                  <Knot size={12} stroke={2} aria-hidden />
                </span>
              )}
            </i>
          </span>
        )
      })}
    </div>
  )
}

function strandClass({ opens, closes, dot }: Strand): string {
  return [opens && 'from', closes && 'to', dot && !opens && 'dot'].filter(Boolean).join(' ')
}

function Writer({ row, contact }: { readonly row: Extract<Row, { kind: 'MESSAGE' }>; readonly contact: ContactSummary }) {
  const t = useT()
  const { author } = row.message
  const name = author.kind === 'CUSTOMER' ? nameOf(contact, t) : (author.name ?? t('timeline.agent'))
  return (
    <div className="by">
      <bdi>{name}</bdi>
      {author.kind === 'CUSTOMER' && (
        <>
          <span aria-hidden>·</span>
          <Say k="channel.web" />
        </>
      )}
    </div>
  )
}

/// What tests and styles know the events by.
const EVENT_NAMES = { STARTED: 'started', ACCEPTED: 'accepted', ENDED: 'ended', WRAP_UP: 'wrap-up', SYSTEM: 'system' } as const

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

function endedWords({ medium, call }: InteractionView, by: keyof Ended | null): MessageKey {
  if (medium !== 'VOICE') return by === null ? 'timeline.ended' : CHAT_ENDED[by]
  const result = call?.result ?? null
  if (result !== null) return RESULT_WORDS[result]
  return by === null ? 'timeline.callEnded' : CALL_ENDED[by]
}

function Started({ interaction }: { readonly interaction: InteractionView }) {
  const service = <bdi>{interaction.service.name}</bdi>
  if (interaction.medium !== 'VOICE') {
    return (
      <>
        <b>
          <Say k="timeline.started" />
        </b>
        {service}
      </>
    )
  }
  const outbound = interaction.direction === 'OUTBOUND'
  return (
    <>
      <b>
        <Say k={outbound ? 'timeline.called' : 'timeline.callArrived'} />
      </b>
      <span>
        {interaction.party === null ? <Say k={withoutNumber(interaction)} /> : <Ltr className="num">{interaction.party}</Ltr>}
        {' · '}
        {service}
      </span>
    </>
  )
}

function EventWords({ event }: { readonly event: TimelineEvent }) {
  switch (event.type) {
    case 'STARTED':
      return <Started interaction={event.interaction} />
    case 'ACCEPTED':
      return (
        <>
          <b>
            <Say k={event.interaction.medium === 'VOICE' ? 'timeline.callAccepted' : 'timeline.accepted'} />
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
            <Say k={endedWords(event.interaction, event.by)} />
          </b>
          {/* How long an outgoing call rang is no part of it, and not known here. */}
          {event.interaction.direction === 'INBOUND' && event.interaction.acceptedAt !== null && (
            <span>
              <Say k="timeline.lasted" values={{ time: <Ltr key="t">{clockOf(event.lastedMs)}</Ltr> }} />
            </span>
          )}
        </>
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

/// A message the server has not confirmed: outlined, and saying what becomes of it.
function Unsent({ entry }: { readonly entry: Outgoing }) {
  return (
    <div className="said out" data-testid="message" data-author="AGENT" data-delivery={entry.delivery}>
      <div className={entry.delivery === 'SENDING' || entry.delivery === 'STORED' ? 'bubble going' : 'bubble unsent'}>
        <span dir="auto">{entry.text}</span>
      </div>
      <div className={entry.delivery === 'NOT_STORED' || entry.delivery === 'REFUSED' ? 'by bad' : 'by due'}>
        <DeliveryWords entry={entry} />
      </div>
    </div>
  )
}

function DeliveryWords({ entry }: { readonly entry: Outgoing }) {
  switch (entry.delivery) {
    case 'STORED':
    case 'SENDING':
      return (
        <span className="slow">
          <Say k="delivery.sending" />
        </span>
      )
    case 'WAITING':
      return (
        <>
          <IconClock size={12} stroke={2} aria-hidden />
          <Say k="delivery.waiting" />
        </>
      )
    case 'NOT_STORED':
      return (
        <>
          <IconAlertCircle size={12} stroke={2} aria-hidden />
          <Say k="delivery.notStored" />
          <button type="button" className="flat link" onClick={() => outbox.retry(entry.id)}>
            <IconRefresh size={12} stroke={2} aria-hidden />
            <Say k="delivery.tryAgain" />
          </button>
        </>
      )
    case 'REFUSED':
      return (
        <>
          <IconAlertCircle size={12} stroke={2} aria-hidden />
          <Say k="delivery.refused" values={{ why: <Say key="w" k={sentenceOf(entry.problem ?? '')} /> }} />
          <button type="button" className="flat link" onClick={() => takeBack(entry)}>
            <IconArrowBackUp size={12} stroke={2} className="flip" aria-hidden />
            <Say k="delivery.takeBack" />
          </button>
        </>
      )
  }
}

/// The text returns to the composer, before what is being typed there.
function takeBack(entry: Outgoing): void {
  const typed = useDrafts.getState().texts[entry.conversation] ?? ''
  drafts.write(entry.conversation, typed === '' ? entry.text : `${entry.text}\n${typed}`)
  outbox.drop(entry.id)
}
