import { IconArrowDown } from '@tabler/icons-react'
import { type CSSProperties, memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
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
import { steadied } from './steady.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import { StrandsAt, TimelineRow } from './TimelineRow.tsx'

/// How many older messages are fetched at once, and how near the top that begins.
const OLDER = 100
const NEAR_TOP_PX = 240
/// Within this distance the end counts as seen, and the view stays there when something is added.
const NEAR_END_PX = 48

const none: readonly MessageView[] = []

export function Timeline({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const log = useLogs((all) => all[conversation.id]) ?? none
  const entries = useOutbox((box) => box.entries)
  const unsent = useMemo(
    () => entries.filter((entry) => entry.conversation === conversation.id && !appeared(entry, log)),
    [entries, conversation.id, log],
  )
  useEffect(() => outbox.settle(conversation.id, log), [conversation.id, log, entries])
  const stretches = useStretches(conversation, log, unsent)
  const lanes = lanesOf(conversation).length
  const pane = useRef<HTMLDivElement>(null)
  const drawn = useDrawn(pane, stretches.length)
  const shown = stretches.slice(-drawn)
  const { atEnd, below, onScroll, toEnd } = useEnd(pane, conversation, log, unsent.length)
  const older = useOlder(pane, conversation, log, drawn >= stretches.length)
  return (
    <div className="tl-frame">
      <div
        className="tl scroll"
        role="log"
        aria-label={t('timeline.label')}
        data-testid="timeline"
        tabIndex={0}
        ref={pane}
        onScroll={() => {
          onScroll()
          older()
        }}
      >
        <div className="tl-rows" style={{ '--lanes': lanes } as CSSProperties}>
          {shown.map((stretch, index) => (
            <StretchOfRows
              key={stretch.key}
              stretch={stretch}
              far={index < shown.length - ALWAYS_LAID_OUT}
              contact={conversation.contact}
              conversation={conversation.id}
            />
          ))}
          <TypingRow conversation={conversation} />
        </div>
      </div>
      {!atEnd && below > 0 && (
        <button type="button" className="below" onClick={toEnd}>
          <IconArrowDown size={14} aria-hidden />
          <Say k="timeline.newBelow" values={{ count: below }} />
        </button>
      )}
    </div>
  )
}

/// The last stretches are always laid out exactly; those before them only when they come into view.
const ALWAYS_LAID_OUT = 2

/// More than any screen shows at once.
const FIRST_DRAWN = 3

/// How many stretches are drawn, the last ones. A conversation opens at its end; what is above it is drawn one stretch
/// after the other, in the time that nobody needs: neither who goes from one conversation to the next nor who scrolls up at
/// once waits for a thousand messages.
function useDrawn(pane: Pane, all: number): number {
  const [drawn, setDrawn] = useState(FIRST_DRAWN)
  const hold = useHold(pane, drawn)
  useEffect(() => {
    if (drawn === Infinity) return
    return whenIdle(() => {
      hold()
      flushSync(() => setDrawn(drawn < all ? drawn + 1 : Infinity))
    })
  }, [drawn, all, hold])
  return drawn
}

/// Not every browser says when it has nothing to do.
function whenIdle(what: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const later = setTimeout(what, 30)
    return () => clearTimeout(later)
  }
  const later = requestIdleCallback(what)
  return () => cancelIdleCallback(later)
}

type Pane = React.RefObject<HTMLDivElement | null>

/// What is given back is called before something is put above what is being read; when `changed` has changed by it, that
/// stands where it stood.
function useHold(pane: Pane, changed: unknown): () => void {
  const held = useRef<{ readonly element: Element; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const element = pane.current
    const hold = held.current
    held.current = null
    if (element === null || hold === null) return
    element.scrollTop += hold.element.getBoundingClientRect().top - hold.top
  }, [pane, changed])
  return useCallback(() => {
    const anchor = pane.current?.querySelector('[data-testid="message"]') ?? null
    held.current = anchor === null ? null : { element: anchor, top: anchor.getBoundingClientRect().top }
  }, [pane])
}

/// Made anew only when a row may be another one: that something was read changes none.
function useStretches(conversation: ConversationView, log: readonly MessageView[], unsent: readonly Outgoing[]): readonly Stretch[] {
  const { interactions, openedAt } = conversation
  const before = useRef<readonly Stretch[]>([])
  return useMemo(() => {
    before.current = steadied(before.current, stretchesOf(rowsOf({ interactions, openedAt }, log, unsent)))
    return before.current
  }, [interactions, openedAt, log, unsent])
}

interface StretchProps {
  readonly stretch: Stretch
  readonly far: boolean
  readonly contact: ContactSummary
  readonly conversation: Id
}

const StretchOfRows = memo(
  function StretchOfRows({ stretch, far, contact, conversation }: StretchProps) {
    return (
      <div className={far ? 'stretch far' : 'stretch'}>
        {stretch.rows.map((row) => (
          <TimelineRow key={row.key} row={row} contact={contact} conversation={conversation} />
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
function useEnd(
  pane: Pane,
  conversation: ConversationView,
  log: readonly MessageView[],
  unsent: number,
) {
  const [atEnd, setAtEnd] = useState(true)
  const following = useRef(true)
  const top = useRef(0)
  const seen = useRef(conversation.lastSeq)
  const last = log.at(-1)?.seq ?? 0

  const toEnd = () => {
    following.current = true
    setAtEnd(true)
    const element = pane.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }
  const onScroll = () => {
    const element = pane.current
    if (element === null) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END_PX
    // What grows below, while an earlier move to the end is still being told, is no move of the reader's.
    following.current = near || (following.current && element.scrollTop >= top.current)
    top.current = element.scrollTop
    setAtEnd(following.current)
  }
  useLayoutEffect(toEnd, [conversation.id])
  useLayoutEffect(() => {
    if (unsent > 0) toEnd()
  }, [unsent])
  useEffect(() => {
    const element = pane.current
    const rows = element?.firstElementChild
    if (element === null || rows === null || rows === undefined) return
    const keep = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight
    })
    keep.observe(rows)
    keep.observe(element)
    return () => keep.disconnect()
  }, [pane])
  if (atEnd) seen.current = last
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

/// Loads what is older when the top comes near, and holds what is being read in its place.
function useOlder(pane: Pane, conversation: ConversationView, log: readonly MessageView[], whole: boolean): () => void {
  const loading = useRef(false)
  const first = log[0]?.seq ?? 1
  const hold = useHold(pane, first)
  const load = () => {
    const element = pane.current
    if (element === null || !whole || loading.current || first <= 1 || element.scrollTop > NEAR_TOP_PX) return
    loading.current = true
    get('/api/conversations/{conversation}/messages', {
      path: { conversation: conversation.id },
      query: { before: first, limit: OLDER },
    })
      .then((older) => {
        hold()
        logs.takeOlder(conversation.id, older)
      })
      // Scrolling again asks again.
      .catch(() => undefined)
      .finally(() => {
        loading.current = false
      })
  }
  // A short window leaves nothing to scroll: then the older ones are fetched at once.
  useEffect(load)
  return load
}
