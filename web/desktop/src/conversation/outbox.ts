import { create } from 'zustand'
import { Problem, Unreachable, uuid } from '../api/http.ts'
import type { Id, Instant, MessageView, Written } from '../api/types.ts'
import { keep, recall } from '../session/storage.ts'
import type { Road } from '../writing/road.ts'

/// What the agent has sent and the server has not yet confirmed. It survives a reload, goes out in order,
/// one message of a conversation at a time, and always with the same client id, so that it is stored once.
///
///            send              answer: stored         seen in the timeline
///  Waiting ───────▶ Sending ─────────────────▶ Stored ────────────────────▶ gone
///     ▲  ▲             │  │ answer: not stored            (try again)
///     │  │ no answer   │  └──────────────────▶ NotStored ─────────────▶ Waiting
///     │  └─────────────┘  └ answer: refused ─▶ Refused ──▶ taken back or dropped
///
/// What the timeline shows under that id is stored and gone from here, whatever the answer was or if there was none.

export type Delivery = 'WAITING' | 'SENDING' | 'STORED' | 'NOT_STORED' | 'REFUSED'

export interface Outgoing {
  /// The client id: the server stores a message of one id once.
  readonly id: string
  readonly conversation: Id
  /// Null: writing begins one.
  readonly interaction: Id | null
  readonly text: string
  readonly at: Instant
  readonly delivery: Delivery
  /// Absent: it goes where the interaction goes, as words in a web chat do.
  readonly road?: Road
  /// The problem's code when NOT_STORED or REFUSED.
  readonly problem: string | null
  /// What the server numbered it; null before.
  readonly seq: number | null
}

interface Outbox {
  readonly user: Id | null
  readonly entries: readonly Outgoing[]
}

export const useOutbox = create<Outbox>(() => ({ user: null, entries: [] }))

/// A message waits at most this long before it is tried again by itself.
const RETRY_MS = 2_000
const STORAGE = 'unsent.'

export type Post = (entry: Outgoing) => Promise<Written>

/// How messages reach the server, while there is a desk.
let carry: Post = () => Promise.reject(new Unreachable())

function entries(): readonly Outgoing[] {
  return useOutbox.getState().entries
}

function set(next: readonly Outgoing[]): void {
  const { user, entries: before } = useOutbox.getState()
  useOutbox.setState({ entries: next })
  if (user === null) return
  const waiting = next.filter((entry) => entry.delivery !== 'STORED')
  for (const entry of waiting) if (!before.includes(entry)) keep(user, STORAGE + entry.id, entry)
  for (const entry of before) if (!waiting.some((one) => one.id === entry.id)) keep(user, STORAGE + entry.id, null)
}

function change(id: string, changed: Partial<Outgoing>): void {
  set(entries().map((entry) => (entry.id === id ? { ...entry, ...changed } : entry)))
}

export const outbox = {
  /// What an earlier page of this user left behind goes on waiting here.
  open(user: Id, by: Post): void {
    carry = by
    const left = Object.values(recall<Outgoing>(user, STORAGE)).sort((a, b) => (a.at < b.at ? -1 : 1))
    useOutbox.setState({
      user,
      entries: left.map((entry) => (entry.delivery === 'SENDING' ? { ...entry, delivery: 'WAITING' } : entry)),
    })
    this.pump()
  },

  close(): void {
    useOutbox.setState({ user: null, entries: [] })
  },

  write(message: Pick<Outgoing, 'conversation' | 'interaction' | 'text' | 'road'>): void {
    const at = new Date().toISOString()
    set([...entries(), { ...message, id: uuid(), at, delivery: 'WAITING', problem: null, seq: null }])
    this.pump()
  },

  retry(id: string): void {
    change(id, { delivery: 'WAITING', problem: null })
    this.pump()
  },

  drop(id: string): void {
    set(entries().filter((entry) => entry.id !== id))
  },

  /// Lets go of what now stands in the timeline, whatever was known of it here: it is stored.
  settle(conversation: Id, log: readonly MessageView[]): void {
    const left = entries().filter((entry) => entry.conversation !== conversation || !appeared(entry, log))
    if (left.length < entries().length) set(left)
  },

  /// Gives up what was refused in conversations that are no longer on this desk, and says which texts those were.
  giveUp(held: ReadonlySet<Id>): readonly string[] {
    const lost = entries().filter((entry) => entry.delivery === 'REFUSED' && !held.has(entry.conversation))
    if (lost.length > 0) set(entries().filter((entry) => !lost.includes(entry)))
    return lost.map((entry) => entry.text)
  },

  pump(by: Post = carry): void {
    for (const conversation of new Set(entries().map((entry) => entry.conversation))) {
      const own = entries().filter((entry) => entry.conversation === conversation)
      if (own.some((entry) => entry.delivery === 'SENDING')) continue
      const next = own.find((entry) => entry.delivery === 'WAITING')
      if (next !== undefined) void deliver(next, by)
    }
  },
}

async function deliver(entry: Outgoing, by: Post): Promise<void> {
  change(entry.id, { delivery: 'SENDING' })
  try {
    const stored = await by(entry)
    change(entry.id, { delivery: 'STORED', seq: stored.seq })
  } catch (error) {
    if (isUncertain(error)) {
      change(entry.id, { delivery: 'WAITING' })
      setTimeout(() => outbox.pump(by), RETRY_MS)
      return
    }
    const { code } = error as Problem
    change(entry.id, { delivery: code === 'not-stored' ? 'NOT_STORED' : 'REFUSED', problem: code })
  }
  outbox.pump(by)
}

/// Whether it was stored is not known, or it was not even looked at: it goes again by itself. The same id makes
/// a second sending harmless, so it is never called *not stored* without knowing.
function isUncertain(error: unknown): boolean {
  if (!(error instanceof Problem)) return true
  return error.code !== 'not-stored' && (error.status >= 500 || error.status === 429 || error.status === 401)
}

/// Whether the timeline shows it already, perhaps before the answer has come; by its number where that part of the
/// timeline is no longer loaded.
export function appeared(entry: Outgoing, log: readonly MessageView[]): boolean {
  const last = log.at(-1)?.seq ?? 0
  return (entry.seq !== null && entry.seq <= last) || log.some((message) => message.clientId === entry.id)
}
