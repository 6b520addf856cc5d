import { Problem } from '../api/http.ts'
import type { Clock } from '../desk/DeskSocket.ts'
import type { Leg, LegEvents } from './leg.ts'

/// Keeps a leg open: makes it, makes it anew when it is lost, and lets go when the telephone is opened elsewhere.

export type LineState =
  | { readonly state: 'DOWN' }
  | { readonly state: 'CONNECTING'; readonly attempt: number }
  | { readonly state: 'CONNECTED' }
  /// Another window or browser of this user has it now.
  | { readonly state: 'ELSEWHERE' }
  /// The server does not give this user a telephone.
  | { readonly state: 'REFUSED' }

export interface PhoneWorld {
  readonly clock: Clock
  readonly open: (events: LegEvents) => Promise<Leg>
  readonly onState: (state: LineState) => void
  /// Whether the desk is in step with the server: a farewell without it is the server's own end.
  readonly inSync: () => boolean
  /// The leg in use; null when there is none.
  readonly onLeg: (leg: Leg | null) => void
}

/// Before the first, second, … repetition.
const AGAIN_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000]
/// A leg that has not connected by then is made anew.
const CONNECT_MS = 10_000
/// A farewell so shortly before the desk lost the server was the server's own end.
const SAME_END_MS = 5_000

export class PhoneLine {
  readonly #world: PhoneWorld
  #leg: Leg | null = null
  #state: LineState = { state: 'DOWN' }
  #attempt = 0
  #cancel: () => void = () => undefined
  /// Counts the legs, so that a late word of an earlier one is nothing.
  #turn = 0
  #farewellAt = -Infinity

  constructor(world: PhoneWorld) {
    this.#world = world
  }

  /// Opens it, or opens it at once if it was waiting. Does nothing while it is connected.
  start(): void {
    if (this.#state.state === 'CONNECTED') return
    this.#attempt = 0
    this.#open()
  }

  stop(): void {
    this.#drop()
    this.#to({ state: 'DOWN' })
  }

  /// The desk is in step with the server again: what waits is tried now.
  deskBack(): void {
    if (this.#state.state === 'CONNECTING' && this.#attempt > 0) this.start()
  }

  deskLost(): void {
    const ended = this.#state.state === 'ELSEWHERE' && this.#world.clock.now() - this.#farewellAt < SAME_END_MS
    if (ended) this.#again()
  }

  #open(): void {
    this.#drop()
    const turn = this.#turn
    this.#to({ state: 'CONNECTING', attempt: this.#attempt })
    this.#cancel = this.#world.clock.after(CONNECT_MS, () => this.#again())
    const mine = (run: () => void) => () => {
      if (turn === this.#turn) run()
    }
    this.#world
      .open({
        connected: mine(() => this.#connected()),
        ended: (how) => mine(() => (how === 'CLOSED' ? this.#farewell() : this.#again()))(),
      })
      .then((leg) => {
        if (turn !== this.#turn) return leg.close()
        this.#leg = leg
        this.#world.onLeg(leg)
      })
      .catch((failure: unknown) => mine(() => this.#failed(failure))())
  }

  #connected(): void {
    this.#cancel()
    this.#attempt = 0
    this.#to({ state: 'CONNECTED' })
  }

  #farewell(): void {
    if (!this.#world.inSync()) return this.#again()
    this.#drop()
    this.#farewellAt = this.#world.clock.now()
    this.#to({ state: 'ELSEWHERE' })
  }

  #failed(failure: unknown): void {
    if (failure instanceof Problem && (failure.status === 403 || failure.status === 401)) {
      this.#drop()
      this.#to({ state: 'REFUSED' })
    } else this.#again()
  }

  #again(): void {
    this.#drop()
    const wait = AGAIN_AFTER_MS[Math.min(this.#attempt, AGAIN_AFTER_MS.length - 1)] ?? 0
    this.#attempt++
    this.#to({ state: 'CONNECTING', attempt: this.#attempt })
    this.#cancel = this.#world.clock.after(wait, () => this.#open())
  }

  #drop(): void {
    this.#turn++
    this.#cancel()
    this.#cancel = () => undefined
    const leg = this.#leg
    this.#leg = null
    if (leg !== null) {
      leg.close()
      this.#world.onLeg(null)
    }
  }

  #to(state: LineState): void {
    this.#state = state
    this.#world.onState(state)
  }
}
