import type { Clock } from '../desk/DeskSocket.ts'

/// What was granted and the desk has not shown by then is shown no longer.
const FOR_THE_DESK_MS = 3_000

/// A switch at the end of a slow line: one command is on its way, what is wanted meanwhile waits for its answer, and of
/// all that the last counts.
export class Wish<V> {
  readonly #clock: Clock
  readonly #onWanted: (wanted: V | null) => void
  #wanted: V | null = null
  #going = false
  /// Whether the desk has shown it since it was wanted.
  #seen = false
  #stop: () => void = () => undefined

  /// @param onWanted null: nothing is wanted but what the desk shows
  constructor(clock: Clock, onWanted: (wanted: V | null) => void) {
    this.#clock = clock
    this.#onWanted = onWanted
  }

  /// `refused` hears of it when what was wanted last was not granted.
  async want(value: V, send: (value: V) => Promise<unknown>, refused: (error: unknown) => void): Promise<void> {
    this.#stop()
    this.#seen = false
    this.#set(value)
    if (this.#going) return
    this.#going = true
    for (let sent: V | null = null; this.#wanted !== null && sent !== this.#wanted; ) {
      sent = this.#wanted
      try {
        await send(sent)
      } catch (error) {
        if (this.#wanted !== sent) continue
        this.#set(null)
        refused(error)
      }
    }
    this.#going = false
    if (this.#seen) this.#set(null)
    else this.#stop = this.#clock.after(FOR_THE_DESK_MS, () => this.#set(null))
  }

  /// The desk shows this now.
  see(shown: V): void {
    this.#seen = shown === this.#wanted
    if (!this.#seen || this.#going) return
    this.#stop()
    this.#set(null)
  }

  /// Nobody looks any more. What was wanted last is sent all the same.
  forget(): void {
    this.#stop()
  }

  #set(wanted: V | null): void {
    this.#wanted = wanted
    this.#onWanted(wanted)
  }
}
