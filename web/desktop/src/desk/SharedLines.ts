import type { ToDesktop } from '../api/types.ts'
import { type Clock, DEAD_MS, type Line, SILENT_MS } from './DeskSocket.ts'

/// One line to the server for all windows of an agent. It lives where no window is: a window that is hidden is woken
/// seldom, and the line must not suffer from it. Each window follows it from where its own snapshot stands, so that all
/// see the same.

export interface Listener {
  readonly hear: (text: string) => void
  /// The line is gone; whoever listened begins anew.
  readonly lost: () => void
}

export interface Joined {
  readonly send: (text: string) => void
  readonly leave: () => void
}

interface Frame {
  readonly offset: number
  readonly text: string
}

interface Shared {
  readonly line: Line
  readonly listeners: Set<Listener>
  /// What was said lately, for a window whose snapshot is a little older; nothing before `from` is known.
  frames: Frame[]
  from: number
  /// The last heartbeat, so that whoever joins need not wait for the next; null before the first.
  beat: string | null
  heardAt: number
}

/// More than a window can miss between its snapshot and its joining.
const MOST_FRAMES = 500
const LOOK_EVERY_MS = 500
const RESYNC = JSON.stringify({ resync: true } satisfies ToDesktop)

export class SharedLines {
  readonly #open: (desk: string, after: number) => Line
  readonly #clock: Clock
  readonly #shared = new Map<string, Shared>()
  #cancelLook: (() => void) | null = null

  constructor(open: (desk: string, after: number) => Line, clock: Clock) {
    this.#open = open
    this.#clock = clock
  }

  /// Follows the desk from what came after `after`: told at once what others have heard since, or to read the snapshot
  /// again when that is not known any more.
  join(desk: string, after: number, listener: Listener): Joined {
    const known = this.#shared.get(desk)
    if (known !== undefined && this.#silence(known) >= SILENT_MS) this.#end(desk, known)
    const shared = this.#shared.get(desk) ?? this.#begin(desk, after)
    if (after < shared.from) listener.hear(RESYNC)
    else {
      for (const frame of shared.frames) if (frame.offset > after) listener.hear(frame.text)
      if (shared.beat !== null) listener.hear(shared.beat)
      shared.listeners.add(listener)
    }
    return {
      send: (text) => {
        if (shared.listeners.has(listener)) shared.line.send(text)
      },
      leave: () => {
        shared.listeners.delete(listener)
        if (shared.listeners.size === 0) this.#end(desk, shared)
      },
    }
  }

  #begin(desk: string, after: number): Shared {
    const shared: Shared = { line: this.#open(desk, after), listeners: new Set(), frames: [], from: after, beat: null, heardAt: this.#clock.now() }
    this.#shared.set(desk, shared)
    shared.line.onmessage = ({ data }) => this.#hear(desk, shared, String(data))
    shared.line.onclose = () => this.#end(desk, shared)
    if (this.#cancelLook === null) this.#look()
    return shared
  }

  #hear(desk: string, shared: Shared, text: string): void {
    shared.heardAt = this.#clock.now()
    const message = JSON.parse(text) as ToDesktop
    if ('heartbeat' in message) shared.beat = text
    if ('offset' in message) shared.frames.push({ offset: message.offset, text })
    if (shared.frames.length > MOST_FRAMES) shared.from = shared.frames.shift()?.offset ?? shared.from
    for (const { hear } of [...shared.listeners]) hear(text)
    if ('resync' in message) this.#end(desk, shared)
  }

  #end(desk: string, shared: Shared): void {
    if (this.#shared.get(desk) === shared) this.#shared.delete(desk)
    shared.line.onmessage = null
    shared.line.onclose = null
    shared.line.close()
    const lost = [...shared.listeners]
    shared.listeners.clear()
    for (const listener of lost) listener.lost()
  }

  #silence(shared: Shared): number {
    return this.#clock.now() - shared.heardAt
  }

  /// A line that says nothing for long is dead, though nobody has closed it.
  #look(): void {
    for (const [desk, shared] of [...this.#shared]) if (this.#silence(shared) >= DEAD_MS) this.#end(desk, shared)
    this.#cancelLook = this.#shared.size === 0 ? null : this.#clock.after(LOOK_EVERY_MS, () => this.#look())
  }
}
