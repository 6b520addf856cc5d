import {
  IconAlertCircle,
  IconArrowBackUp,
  IconClock,
  IconInfoCircle,
  IconMessageCircle,
  IconRefresh,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { ContactSummary, Instant } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { clockOf, useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { sentenceOf } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { drafts, useDrafts } from './drafts.ts'
import { type Outgoing, outbox } from './outbox.ts'
import type { Row, Strand, TimelineEvent } from './rows.ts'

interface Props {
  readonly row: Row
  readonly contact: ContactSummary
  readonly far: boolean
}

export const TimelineRow = memo(function TimelineRow({ row, contact, far }: Props) {
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
        <Line at={row.at} strand={row.strand} far={far}>
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
        <Line at={row.at} strand={row.strand} far={false}>
          <Unsent entry={row.entry} />
        </Line>
      )
    case 'EVENT':
      return (
        <Line at={row.at} strand={row.strand} far={far}>
          <div className="event" data-testid="timeline-event" data-event={row.event.type}>
            <EventWords event={row.event} />
          </div>
        </Line>
      )
  }
}, sameRow)

/// Rows are made anew with every change; what they show seldom changes.
function sameRow(before: Props, after: Props): boolean {
  return (
    before.far === after.far &&
    before.contact.name === after.contact.name &&
    JSON.stringify(before.row) === JSON.stringify(after.row)
  )
}

interface LineProps {
  readonly at: Instant
  readonly strand: Strand
  readonly far: boolean
  readonly children: ReactNode
}

function Line({ at, strand, far, children }: LineProps) {
  const formats = useFormats()
  return (
    <div className={far ? 'e far' : 'e'}>
      <time dateTime={at}>
        <Ltr>{formats.time(at)}</Ltr>
      </time>
      <div className={strand.live ? 'strand live' : 'strand'}>
        {strand.drawn && (
          <i className={strandClass(strand)}>
            {strand.opens && (
              <span className="knot">
                <IconMessageCircle size={12} stroke={2} aria-hidden />
              </span>
            )}
          </i>
        )}
      </div>
      {children}
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

const ENDED_WORDS: Readonly<Record<'CUSTOMER' | 'AGENT' | 'SYSTEM', MessageKey>> = {
  CUSTOMER: 'timeline.endedByCustomer',
  AGENT: 'timeline.endedByAgent',
  SYSTEM: 'timeline.endedBySystem',
}

function EventWords({ event }: { readonly event: TimelineEvent }) {
  switch (event.type) {
    case 'STARTED':
      return (
        <>
          <b>
            <Say k="timeline.started" />
          </b>
          <bdi>{event.interaction.service.name}</bdi>
        </>
      )
    case 'ACCEPTED':
      return (
        <>
          <b>
            <Say k="timeline.accepted" />
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
            <Say k={event.by === null ? 'timeline.ended' : ENDED_WORDS[event.by]} />
          </b>
          <span>
            <Say k="timeline.lasted" values={{ time: <Ltr key="t">{clockOf(event.lastedMs)}</Ltr> }} />
          </span>
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
