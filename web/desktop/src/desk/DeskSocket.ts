import { Problem, Unreachable } from '../api/http.ts'
import type { DeskFrame, DeskSnapshot, Id, ToDesktop, Written } from '../api/types.ts'

/// Keeps a desk in step with the server: reads the snapshot, follows the socket, and whenever the line is lost
/// begins again by itself. Time, sockets and the reading of snapshots are handed in, so that tests can own them.
///
///            start              snapshot read           first message, healthy
///   Stopped ──────▶ Connecting ───────────────▶ opening ──────────────────────▶ InSync
///                     ▲    ▲ wait (backoff)                                        │
///                     │    └──────── socket closed, cannot open, silent 4 s ───────┤
///                     └───────────── resync ───────────────────────────────────────┘

/// The part of a WebSocket that is used.
export interface Line {
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: (() => void) | null
  send(text: string): void
  close(): void
}

export interface Clock {
  now(): number
  after(ms: number, run: () => void): () => void
}

export type Sync =
  | { readonly state: 'CONNECTING'; readonly attempt: number; readonly lastInSync: number | null }
  | { readonly state: 'IN_SYNC' }
  /// The server is there but cannot store.
  | { readonly state: 'UNHEALTHY'; readonly lastInSync: number | null }

/// A message of the agent; `id` is the desktop's own, and the same whenever the message is sent again.
export interface Writing {
  readonly id: string
  readonly conversation: Id
  readonly interaction: Id
  readonly text: string
  /// Uploaded before; absent: none.
  readonly files?: readonly Id[]
  /// Absent: to the customer.
  readonly note?: { readonly mentions: readonly Id[] }
}

interface Awaited {
  readonly stored: (answer: Written) => void
  readonly failed: (why: Error) => void
}

export interface DeskSocketParts {
  readonly clock: Clock
  /// As the clock's `after`, but in time even while the window is hidden.
  readonly wake: Clock['after']
  readonly read: () => Promise<DeskSnapshot>
  readonly open: (desk: string, after: number) => Line
  readonly offset: () => number
  readonly onSnapshot: (snapshot: DeskSnapshot) => void
  readonly onFrame: (frame: DeskFrame) => void
  readonly onSync: (sync: Sync) => void
  /// True when trying again is useless, as when the session is gone.
  readonly isFinal: (error: unknown) => boolean
}

/// No heartbeat for this long: not in sync. One is due every second; two seconds after the loss it must be on the screen.
export const SILENT_MS = 1_800
/// No heartbeat for this long: the line is dead, take a new one.
export const DEAD_MS = 4_000
const FIRST_WAIT_MS = 250
/// The desk is right again within a second of the server's return, however long it was away.
const LONGEST_WAIT_MS = 800
const LOOK_EVERY_MS = 100

export class DeskSocket {
  readonly #parts: DeskSocketParts
  #line: Line | null = null
  #running = false
  /// Every attempt has a number of its own; what a former one still reports is not listened to.
  #generation = 0
  #attempt = 0
  #heardAt = 0
  /// Whether the present line has said anything yet; an open line alone proves nothing.
  #heard = false
  #healthy = true
  #lastInSync: number | null = null
  #sync: Sync | null = null
  #cancelWait: (() => void) | null = null
  #cancelWatch: (() => void) | null = null
  /// Messages on their way, by their id.
  readonly #awaited = new Map<string, Awaited>()

  constructor(parts: DeskSocketParts) {
    this.#parts = parts
  }

  start(): void {
    if (this.#running) return
    this.#running = true
    this.#attempt = 0
    this.#say({ state: 'CONNECTING', attempt: 0, lastInSync: this.#lastInSync })
    this.#watch()
    void this.#connect()
  }

  stop(): void {
    this.#running = false
    this.#generation++
    this.#cancelWait?.()
    this.#cancelWatch?.()
    this.#drop()
  }

  /// The user does not want to wait for the next attempt, or the window has just come to life: how the line stands is
  /// judged anew, because no clock has run meanwhile.
  tryNow(): void {
    if (!this.#running) return
    this.#look()
    if (this.#sync?.state === 'IN_SYNC') return
    this.#cancelWait?.()
    this.#drop()
    void this.#connect()
  }

  /// Ephemeral: when the line is down it is not sent, and nothing is lost by it.
  send(message: { readonly type: 'typing'; readonly conversation: string }): void {
    if (this.#sync?.state === 'IN_SYNC') this.#line?.send(JSON.stringify(message))
  }

  /// Done when the message is stored. Fails with the server's problem, or as unreachable when the line is lost before
  /// an answer: then nobody knows whether it was stored, and it may be sent again.
  write({ id, conversation, interaction, text, files, note }: Writing): Promise<Written> {
    const line = this.#line
    if (line === null || !this.#heard) return Promise.reject(new Unreachable())
    return new Promise((stored, failed) => {
      this.#awaited.set(id, { stored, failed })
      line.send(JSON.stringify({ type: 'write', id, conversation, interaction, text, files, note }))
    })
  }

  async #connect(): Promise<void> {
    const generation = ++this.#generation
    let snapshot: DeskSnapshot
    try {
      snapshot = await this.#parts.read()
    } catch (error) {
      if (generation !== this.#generation || !this.#running) return
      if (this.#parts.isFinal(error)) return this.stop()
      return this.#later()
    }
    if (generation !== this.#generation || !this.#running) return
    this.#parts.onSnapshot(snapshot)
    const line = this.#parts.open(snapshot.desk, this.#parts.offset())
    this.#line = line
    this.#heardAt = this.#parts.clock.now()
    this.#heard = false
    line.onmessage = ({ data }) => {
      if (generation !== this.#generation) return
      try {
        this.#hear(JSON.parse(String(data)) as ToDesktop)
      } catch (error) {
        // What cannot be understood cannot be followed: begin again from a snapshot.
        console.error(error)
        this.#later()
      }
    }
    line.onclose = () => {
      if (generation !== this.#generation) return
      this.#line = null
      this.#later()
    }
  }

  #hear(message: ToDesktop): void {
    this.#heardAt = this.#parts.clock.now()
    this.#heard = true
    if ('resync' in message) {
      this.#drop()
      void this.#connect()
      return
    }
    if ('heartbeat' in message) this.#healthy = message.healthy
    else if ('written' in message) this.#answered(message.written)?.stored({ seq: message.seq, at: message.at })
    else if ('refused' in message) {
      this.#answered(message.refused)?.failed(new Problem(message.problem, message.status, null))
    } else this.#parts.onFrame(message)
    this.#attempt = 0
    this.#look()
  }

  #answered(id: string): Awaited | undefined {
    const awaited = this.#awaited.get(id)
    this.#awaited.delete(id)
    return awaited
  }

  #later(): void {
    this.#generation++
    this.#drop()
    this.#attempt++
    this.#say({ state: 'CONNECTING', attempt: this.#attempt, lastInSync: this.#lastInSync })
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#attempt - 1))
    this.#cancelWait?.()
    this.#cancelWait = this.#parts.wake(wait, () => void this.#connect())
  }

  #drop(): void {
    const line = this.#line
    this.#line = null
    const lost = [...this.#awaited.values()]
    this.#awaited.clear()
    for (const { failed } of lost) failed(new Unreachable())
    if (line === null) return
    line.onmessage = null
    line.onclose = null
    line.close()
  }

  #watch(): void {
    this.#cancelWatch = this.#parts.clock.after(LOOK_EVERY_MS, () => {
      if (!this.#running) return
      this.#look()
      this.#watch()
    })
  }

  /// Judges the line by how long it has been silent.
  #look(): void {
    if (this.#line === null) return
    const silent = this.#parts.clock.now() - this.#heardAt
    if (silent >= DEAD_MS) return this.#later()
    if (silent >= SILENT_MS) {
      return this.#say({ state: 'CONNECTING', attempt: Math.max(1, this.#attempt), lastInSync: this.#lastInSync })
    }
    if (!this.#heard) return
    if (!this.#healthy) return this.#say({ state: 'UNHEALTHY', lastInSync: this.#lastInSync })
    this.#lastInSync = this.#heardAt
    this.#say({ state: 'IN_SYNC' })
  }

  #say(sync: Sync): void {
    if (JSON.stringify(sync) === JSON.stringify(this.#sync)) return
    this.#sync = sync
    this.#parts.onSync(sync)
  }
}
