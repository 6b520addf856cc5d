import { IconDots, IconHistory, IconLock } from '@tabler/icons-react'
import { lazy, memo, type ReactNode, Suspense, useState } from 'react'
import type { ContactSummary, Id, Instant } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { useDesk } from '../desk/store.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { learnTheRest } from '../i18n/language.ts'
import { Changed } from '../writing/Changed.tsx'
import { DeliveryMark } from '../writing/DeliveryMark.tsx'
import { EmailCard } from '../writing/EmailCard.tsx'
import { FileChips } from '../writing/FileChips.tsx'
import { type Kind, KIND_ICON, KIND_WORD } from '../writing/kinds.ts'
import type { Row, Strand, Strands } from './rows.ts'
import { EventWords } from './TimelineEvent.tsx'
import { UnsentMessage } from './UnsentMessage.tsx'

const MessageMenu = lazy(async () => {
  const [menu] = await Promise.all([import('../writing/MessageMenu.tsx'), learnTheRest()])
  return { default: menu.MessageMenu }
})

interface Props {
  readonly row: Row
  readonly contact: ContactSummary
  readonly conversation: Id
  /// It is only looked at: nothing can be done with it.
  readonly still: boolean
}

export const TimelineRow = memo(function TimelineRow({ row, contact, conversation, still }: Props) {
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
            className={row.message.author.kind === 'CUSTOMER' ? 'said' : row.message.internal ? 'said out noted' : 'said out'}
            data-testid="message"
            data-internal={row.message.internal || undefined}
            data-author={row.message.author.kind}
            data-seq={row.message.seq}
            data-channel={row.via.kind}
          >
            {!still && <OwnMenu row={row} conversation={conversation} />}
            <Said row={row} conversation={still ? null : conversation} />
            <Writer row={row} contact={contact} conversation={conversation} still={still} />
          </div>
        </Line>
      )
    case 'UNSENT':
      return (
        <Line at={row.at} strands={row.strands}>
          <UnsentMessage entry={row.entry} />
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

/// A row that shows the same is the same object (see steady.ts).
function sameRow(before: Props, after: Props): boolean {
  return before.contact.name === after.contact.name && before.row === after.row
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

/// A colour for each strand; messengers share theirs.
const STRAND_CLASS: Readonly<Record<Kind, string>> = {
  VOICE: 'voice',
  WEB: 'chat',
  SMS: 'sms',
  EMAIL: 'email',
  WHATSAPP: 'messenger',
  TELEGRAM: 'messenger',
  MESSENGER: 'messenger',
  PREVIEW: 'preview',
  TASK: 'task',
}

/// The gutter of one row: every channel in its own place.
export function StrandsAt({ strands }: { readonly strands: Strands }) {
  return (
    <div className="strands">
      {strands.map((strand, place) => {
        if (strand === null) return <span key={place} />
        const Knot = KIND_ICON[strand.kind]
        return (
          <span key={place} className={`strand ${STRAND_CLASS[strand.kind]}${strand.live ? ' live' : ''}`}>
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

type MessageRow = Extract<Row, { kind: 'MESSAGE' }>

/// Only what one has written oneself, and not taken back, can be changed. Few messages are: the menu of one comes when it
/// is asked for.
function OwnMenu({ row: { message, via }, conversation }: { readonly row: MessageRow; readonly conversation: Id }) {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const me = useDesk((desk) => desk.snapshot?.me.id)
  if (message.author.id === null || message.author.id !== me || message.withdrawn) return null
  if (!asked) {
    return (
      <button type="button" className="ib said-more" data-testid="message-menu" aria-haspopup="menu" aria-label={t('message.more')} title={t('message.more')} onClick={() => setAsked(true)}>
        <IconDots size={14} aria-hidden />
      </button>
    )
  }
  return (
    <Suspense fallback={null}>
      <MessageMenu message={message} conversation={conversation} via={via.kind} live={via.live} />
    </Suspense>
  )
}

function Said({ row, conversation }: { readonly row: MessageRow; readonly conversation: Id | null }) {
  const { message, via } = row
  if (via.kind === 'EMAIL' && !message.internal) return <EmailCard message={message} account={via.account} conversation={conversation} thread={via.thread} />
  return (
    <>
      <div className="bubble">
        {message.withdrawn ? (
          <i className="subtle">
            <Say k="message.withdrawn" />
          </i>
        ) : (
          <span dir="auto">{message.text}</span>
        )}
      </div>
      <FileChips files={message.files ?? []} />
    </>
  )
}

/// A message that came this much later than it was written says so.
const LATE_MS = 120_000

/// Under a message: who wrote it and by which channel, where that is not clear from those before; what became of it.
function Writer({ row, contact, conversation, still }: Omit<Props, 'row'> & { readonly row: MessageRow }) {
  const t = useT()
  const formats = useFormats()
  const { message, via, named } = row
  const { author } = message
  const late = message.writtenAt != null && Date.parse(message.at) - Date.parse(message.writtenAt) > LATE_MS ? message.writtenAt : null
  // A mail has its state on its card.
  const delivery = via.kind === 'EMAIL' ? null : (message.delivery ?? null)
  if (!named && late === null && delivery === null && !message.internal && message.changedAt === null) return null
  const name =
    author.kind === 'CUSTOMER' ? nameOf(contact, t) : author.kind === 'SYSTEM' ? t('timeline.sentAutomatically') : (author.name ?? t('timeline.agent'))
  const channel = message.internal ? false : named ? author.kind === 'CUSTOMER' || via.kind !== 'WEB' : delivery !== null
  return (
    <div className="by">
      {message.internal && <IconLock size={12} stroke={2} aria-hidden />}
      {named && <bdi>{name}</bdi>}
      {message.internal && (
        <>
          {named && <span aria-hidden>·</span>}
          <Say k="note.only" />
        </>
      )}
      {named && channel && <span aria-hidden>·</span>}
      {channel && <Say k={KIND_WORD[via.kind]} />}
      {message.changedAt !== null && (
        <>
          {(named || message.internal) && <span aria-hidden>·</span>}
          <Changed message={message} conversation={conversation} />
        </>
      )}
      {delivery !== null && (
        <>
          <span aria-hidden>·</span>
          <DeliveryMark delivery={delivery} message={still ? null : { conversation, seq: message.seq }} />
        </>
      )}
      {late !== null && (
        <span className="late" data-testid="late">
          <IconHistory size={12} stroke={2} aria-hidden />
          <span>
            <Say k="timeline.late" values={{ time: <Ltr key="t">{formats.time(late)}</Ltr>, day: formats.nearDay(late) }} />
          </span>
        </span>
      )}
    </div>
  )
}

/// What tests and styles know the events by.
const EVENT_NAMES = {
  STARTED: 'started',
  ACCEPTED: 'accepted',
  POSTPONED: 'postponed',
  CAME_BACK: 'came-back',
  TRANSFERRED: 'transferred',
  JOINED: 'joined',
  LEFT: 'left',
  RETURNED: 'returned',
  ENDED: 'ended',
  WRAP_UP: 'wrap-up',
  SYSTEM: 'system',
} as const
