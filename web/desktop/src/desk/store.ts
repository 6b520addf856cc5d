import { create } from 'zustand'
import { get, Problem, read, send, whenConnected } from '../api/http.ts'
import type { DeskFrame, DeskSnapshot, Id } from '../api/types.ts'
import { logs } from '../conversation/log.ts'
import { noteOut, noteOuts } from '../guest/out.ts'
import { letGo, putAway, takeOut } from './belongings.ts'
import { DeskSocket, type Sync } from './DeskSocket.ts'
import { openLine, wake } from './line.ts'
import { carried } from '../writing/road.ts'
import { applyFrame } from './reducer.ts'
import { wallClock } from './wallClock.ts'

/// How long "is typing" is shown after the last sign of it.
export const TYPING_MS = 5_000

interface Desk {
  readonly snapshot: DeskSnapshot | null
  readonly sync: Sync
  /// Until when (local clock) the customer of a conversation counts as typing.
  readonly typing: Readonly<Record<Id, number>>
  /// Grows whenever there is something new about the notes that name the agent.
  readonly mentions: number
  /// The server has no desk for this user.
  readonly refused: boolean
  /// Server's clock minus ours, in ms; 0 unless they are clearly apart.
  readonly clockOffsetMs: number
}

const nowhere: Desk = {
  snapshot: null,
  sync: { state: 'CONNECTING', attempt: 0, lastInSync: null },
  typing: {},
  mentions: 0,
  refused: false,
  clockOffsetMs: 0,
}

export const useDesk = create<Desk>(() => nowhere)

/// The Date header counts in seconds; a smaller difference is not worth correcting.
const TOLERATED_SKEW_MS = 2_000

/// There is none for whoever lacks the privilege.
class NoDesk extends Error {}

/// Whether this user has a desk: the server is asked once, so that nobody asks for a desk without a right to it.
let entitled = false

/// As long as somebody who has just opened the page may wait for the line.
const FOR_THE_LINE_MS = 5_000

whenConnected(
  () =>
    new Promise((resolve) => {
      if (inSync()) return resolve()
      const off = useDesk.subscribe(() => inSync() && done())
      const timer = setTimeout(done, FOR_THE_LINE_MS)
      function done() {
        clearTimeout(timer)
        off()
        resolve()
      }
    }),
)

async function readSnapshot(): Promise<DeskSnapshot> {
  if (!entitled && !(await get('/api/me')).privileges.includes('WORK_AT_DESK')) throw new NoDesk()
  entitled = true
  const answer = await read('/api/desk')
  const skew = answer.serverTime === null ? 0 : answer.serverTime - Date.now()
  useDesk.setState({ clockOffsetMs: Math.abs(skew) > TOLERATED_SKEW_MS ? skew : 0 })
  return answer.body
}

export function takeSnapshot(snapshot: DeskSnapshot): void {
  takeOut(snapshot.me.id, (message) => carried(message, (words) => socket.write(words)))
  noteOuts(snapshot, useDesk.getState().snapshot)
  useDesk.setState(({ mentions }) => ({ snapshot, typing: {}, mentions: mentions + 1 }))
  logs.take(snapshot.conversations)
}

const watchers = new Set<(contacts: ReadonlySet<Id>) => void>()

/// Hears of contacts that were deleted, merged or parted again, until the returned function is called.
export function watchContacts(watcher: (contacts: ReadonlySet<Id>) => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function takeFrame(frame: DeskFrame): void {
  const { snapshot, typing, mentions } = useDesk.getState()
  if (snapshot === null) return
  const next = applyFrame(snapshot, frame)
  const named = frame.events.some((event) => event.type === 'mentioned')
  useDesk.setState({ snapshot: next, typing: typingAfter(typing, frame), mentions: named ? mentions + 1 : mentions })
  if (next === snapshot) return
  logs.take(next.conversations)
  for (const event of frame.events) {
    if (event.type === 'deliveryChanged') logs.takeDelivery(event)
    if (event.type === 'contactsChanged') for (const tell of watchers) tell(new Set(event.contacts))
    if (event.type === 'conversationRemoved') {
      letGo(event.id, next.conversations)
      noteOut(event, snapshot.conversations)
    }
  }
}

/// Who has sent what they typed is no longer typing, nor is whoever is not here any more.
function typingAfter(typing: Readonly<Record<Id, number>>, frame: DeskFrame): Readonly<Record<Id, number>> {
  let next = typing
  for (const event of frame.events) {
    if (event.type === 'typing') next = { ...next, [event.conversation]: Date.now() + TYPING_MS }
    if (event.type === 'messageAdded' && event.message.author.kind === 'CUSTOMER') next = without(next, event.conversation)
    if (event.type === 'conversationRemoved') next = without(next, event.id)
  }
  return next
}

function without(typing: Readonly<Record<Id, number>>, conversation: Id): Readonly<Record<Id, number>> {
  if (typing[conversation] === undefined) return typing
  const { [conversation]: _, ...others } = typing
  return others
}

const socket = new DeskSocket({
  clock: wallClock,
  wake,
  read: readSnapshot,
  open: openLine,
  offset: () => useDesk.getState().snapshot?.offset ?? 0,
  onSnapshot: takeSnapshot,
  onFrame: takeFrame,
  onSync: (sync) => useDesk.setState({ sync }),
  isFinal: (error) => {
    const refused = error instanceof NoDesk || (error instanceof Problem && error.status === 403)
    if (refused) useDesk.setState({ refused })
    return refused || (error instanceof Problem && error.status === 401)
  },
})

function listen(where: EventTarget, what: string, run: () => void): () => void {
  where.addEventListener(what, run)
  return () => where.removeEventListener(what, run)
}

export function openDesk(): () => void {
  const again = () => {
    if (document.visibilityState === 'visible') socket.tryNow()
  }
  const stops = [
    listen(window, 'online', () => socket.tryNow()),
    listen(window, 'pageshow', again),
    listen(document, 'visibilitychange', again),
  ]
  socket.start()
  return () => {
    for (const stop of stops) stop()
    socket.stop()
    entitled = false
    useDesk.setState(nowhere)
    logs.forget()
    putAway()
  }
}

/// Whoever had none may have one from now on.
export function openAfterAll(): void {
  useDesk.setState({ refused: false })
  socket.start()
}

export function reconnectNow(): void {
  socket.tryNow()
}

export function sayTyping(conversation: Id): void {
  socket.send({ type: 'typing', conversation })
}

export function inSync(): boolean {
  return useDesk.getState().sync.state === 'IN_SYNC'
}

/// What the server's clock shows now, in ms since 1970.
export function serverNow(): number {
  return Date.now() + useDesk.getState().clockOffsetMs
}

/// The agent has seen everything up to this message.
export async function markRead(conversation: Id, seq: number): Promise<void> {
  await send('PUT', '/api/conversations/{conversation}/read', { path: { conversation }, body: { seq } })
}
