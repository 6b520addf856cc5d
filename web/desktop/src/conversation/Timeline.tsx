import { IconArrowDown } from '@tabler/icons-react'
import { type CSSProperties, memo, type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { get } from '../api/http.ts'
import type { ContactSummary, ConversationView, Id, MessageView } from '../api/types.ts'
import { markRead, useDesk } from '../desk/store.ts'
import { useNow } from '../desk/now.ts'
import { nameOf } from '../contact/names.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { liveKinds } from '../writing/kinds.ts'
import { logs, useLogs } from './log.ts'
import { appeared, type Outgoing, outbox, useOutbox } from './outbox.ts'
import { lanesOf, rowsOf } from './rows.ts'
import { useDrawn, useFollowing, useOlder } from './scrolling.ts'
import { steadied } from './steady.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { StrandsAt, TimelineRow } from './TimelineRow.tsx'

/// How many older messages are fetched at once.
export const OLDER = 100

const none: readonly MessageView[] = []

export function Timeline({ conversation }: { readonly conversation: ConversationView }) {
  const log = useLogs((all) => all[conversation.id]) ?? none
  const entries = useOutbox((box) => box.entries)
  const unsent = useMemo(
    () => entries.filter((entry) => entry.conversation === conversation.id && !appeared(entry, log)),
    [entries, conversation.id, log],
  )
  useEffect(() => outbox.settle(conversation.id, log), [conversation.id, log, entries])
  const stretches = useStretches(conversation, log, unsent)
  const pane = useRef<HTMLDivElement>(null)
  const drawn = useDrawn(pane, stretches.length)
  const shown = stretches.slice(-drawn)
  const { atEnd, below, onScroll, toEnd } = useEnd(pane, conversation, log, unsent.length)
  const older = useOlderOf(pane, conversation.id, log, drawn >= stretches.length)
  return (
    <Frame
      conversation={conversation}
      pane={pane}
      onScroll={() => {
        onScroll()
        older()
      }}
      below={!atEnd && below > 0 && <Say k="timeline.newBelow" values={{ count: below }} />}
      toEnd={toEnd}
    >
      <Stretches stretches={shown} conversation={conversation} />
      <TypingRow conversation={conversation} />
    </Frame>
  )
}

interface FrameProps {
  readonly conversation: ConversationView
  readonly pane: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  /// What is said of what stands below; false: nothing is to be said of it.
  readonly below: ReactNode
  readonly toEnd: () => void
  readonly children: ReactNode
}

/// Where what was said is scrolled, with the way to its end.
export function Frame({ conversation, pane, onScroll, below, toEnd, children }: FrameProps) {
  const t = useT()
  return (
    <div className="tl-frame">
      <div className="tl scroll" role="log" aria-label={t('timeline.label')} data-testid="timeline" tabIndex={0} ref={pane} onScroll={onScroll}>
        <div className="tl-rows" style={{ '--lanes': lanesOf(conversation).length } as CSSProperties}>
          {children}
        </div>
      </div>
      {below !== false && (
        <button type="button" className="below" onClick={toEnd}>
          <IconArrowDown size={14} aria-hidden />
          {below}
        </button>
      )}
    </div>
  )
}

/// The last stretches are always laid out exactly; those before them only when they come into view.
const ALWAYS_LAID_OUT = 2

/// Made anew only when a row may be another one: that something was read changes none.
export function useStretches(conversation: ConversationView, log: readonly MessageView[], unsent: readonly Outgoing[]): readonly Stretch[] {
  const { interactions, openedAt } = conversation
  const before = useRef<readonly Stretch[]>([])
  return useMemo(() => {
    before.current = steadied(before.current, stretchesOf(rowsOf({ interactions, openedAt }, log, unsent)))
    return before.current
  }, [interactions, openedAt, log, unsent])
}

interface StretchesProps {
  readonly stretches: readonly Stretch[]
  readonly conversation: Pick<ConversationView, 'id' | 'contact'>
  /// It is only looked at: nothing can be done with what stands there.
  readonly still?: boolean
}

export function Stretches({ stretches, conversation: { id, contact }, still = false }: StretchesProps) {
  return stretches.map((stretch, index) => (
    <StretchOfRows key={stretch.key} stretch={stretch} far={index < stretches.length - ALWAYS_LAID_OUT} contact={contact} conversation={id} still={still} />
  ))
}

interface StretchProps {
  readonly stretch: Stretch
  readonly far: boolean
  readonly contact: ContactSummary
  readonly conversation: Id
  readonly still: boolean
}

const StretchOfRows = memo(
  function StretchOfRows({ stretch, far, contact, conversation, still }: StretchProps) {
    return (
      <div className={far ? 'stretch far' : 'stretch'}>
        {stretch.rows.map((row) => (
          <TimelineRow key={row.key} row={row} contact={contact} conversation={conversation} still={still} />
        ))}
      </div>
    )
  },
  (before, after) => before.stretch === after.stretch && before.far === after.far && before.contact.name === after.contact.name,
)

function TypingRow({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const until = useDesk((desk) => desk.typing[conversation.id] ?? 0)
  useNow()
  if (until <= Date.now()) return null
  const live = liveKinds(conversation.interactions)
  const strands = lanesOf(conversation).map((kind) =>
    live.includes(kind) ? { kind, opens: false, closes: false, dot: false, live: true } : null,
  )
  return (
    <div className="e">
      <span />
      <StrandsAt strands={strands} />
      <div className="event">
        <span className="typing" aria-hidden>
          <i />
          <i />
          <i />
        </span>
        <Say k="timeline.typing" values={{ name: <bdi key="n">{nameOf(conversation.contact, t)}</bdi> }} />
      </div>
    </div>
  )
}

/// Stays at the end while the reader is there, never moves what is being read, counts what came meanwhile,
/// and tells the server what has been seen.
function useEnd(pane: RefObject<HTMLDivElement | null>, conversation: ConversationView, log: readonly MessageView[], unsent: number) {
  const { atEnd, onScroll, toEnd } = useFollowing(pane, conversation.id)
  const seen = useRef(conversation.lastSeq)
  useLayoutEffect(() => {
    if (unsent > 0) toEnd()
  }, [unsent])
  if (atEnd) seen.current = log.at(-1)?.seq ?? 0
  const below = log.filter((message) => message.seq > seen.current && message.author.kind === 'CUSTOMER').length
  useReading(conversation, atEnd)
  return { atEnd, below, onScroll, toEnd }
}

/// What stands on the screen of a page that is looked at has been read.
function useReading(conversation: ConversationView, atEnd: boolean): void {
  const [looking, setLooking] = useState(() => document.hasFocus())
  useEffect(() => {
    const look = () => setLooking(document.hasFocus())
    window.addEventListener('focus', look)
    window.addEventListener('blur', look)
    return () => {
      window.removeEventListener('focus', look)
      window.removeEventListener('blur', look)
    }
  }, [])
  const { id, lastSeq, readSeq, state } = conversation
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  useEffect(() => {
    if (!looking || !atEnd || !synced || state === 'OFFERED' || readSeq >= lastSeq) return
    // A refusal is no loss: the next message or the next look asks again.
    markRead(id, lastSeq).catch(() => undefined)
  }, [looking, atEnd, synced, id, lastSeq, readSeq, state])
}

/// Loads what is older when the top comes near.
function useOlderOf(pane: RefObject<HTMLDivElement | null>, conversation: Id, log: readonly MessageView[], whole: boolean): () => void {
  return useOlder(pane, log[0]?.seq ?? 1, whole, async (before, hold) => {
    const older = await get('/api/conversations/{conversation}/messages', { path: { conversation }, query: { before, limit: OLDER } })
    hold()
    logs.takeOlder(conversation, older)
  })
}
