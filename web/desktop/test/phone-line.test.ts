import { beforeEach, describe, expect, test } from 'vitest'
import { Problem, Unreachable } from '../src/api/http.ts'
import type { Leg, LegEvents } from '../src/telephone/leg.ts'
import { type LineState, PhoneLine } from '../src/telephone/PhoneLine.ts'

class FakeClock {
  time = 0
  #waiting: { readonly at: number; readonly run: () => void }[] = []

  now = () => this.time

  after = (ms: number, run: () => void) => {
    const one = { at: this.time + ms, run }
    this.#waiting.push(one)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one)
    }
  }

  async pass(ms: number) {
    this.time += ms
    const due = this.#waiting.filter((one) => one.at <= this.time)
    this.#waiting = this.#waiting.filter((one) => one.at > this.time)
    for (const one of due) one.run()
    await settled()
  }
}

const settled = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

class FakeLeg implements Leg {
  readonly heard = {} as MediaStreamTrack
  closed = false
  readonly events: LegEvents

  constructor(events: LegEvents) {
    this.events = events
  }

  speak = () => Promise.resolve()

  close() {
    this.closed = true
  }
}

describe('the line of the telephone', () => {
  let clock: FakeClock
  let legs: FakeLeg[]
  let refusal: Error | null
  let synced: boolean
  let state: LineState
  let used: Leg | null
  let line: PhoneLine

  beforeEach(() => {
    clock = new FakeClock()
    legs = []
    refusal = null
    synced = true
    state = { state: 'DOWN' }
    used = null
    line = new PhoneLine({
      clock,
      inSync: () => synced,
      open: async (events) => {
        if (refusal !== null) throw refusal
        const leg = new FakeLeg(events)
        legs.push(leg)
        return leg
      },
      onState: (now) => {
        state = now
      },
      onLeg: (leg) => {
        used = leg
      },
    })
  })

  const latest = () => legs.at(-1) as FakeLeg
  const connect = async () => {
    line.start()
    await settled()
    latest().events.connected()
  }

  test('is connected when its leg is', async () => {
    line.start()
    expect(state).toEqual({ state: 'CONNECTING', attempt: 0 })
    await settled()
    latest().events.connected()
    expect(state).toEqual({ state: 'CONNECTED' })
    expect(used).toBe(latest())
  })

  test('is made anew when it is lost, and the old leg is let go', async () => {
    await connect()
    latest().events.ended('LOST')
    expect(state).toEqual({ state: 'CONNECTING', attempt: 1 })
    expect([legs[0]?.closed, used]).toEqual([true, null])
    await clock.pass(500)
    latest().events.connected()
    expect(legs).toHaveLength(2)
    expect(state).toEqual({ state: 'CONNECTED' })
  })

  test('tries again more and more seldom while the server cannot be reached', async () => {
    refusal = new Unreachable('no answer')
    line.start()
    await settled()
    expect(state).toEqual({ state: 'CONNECTING', attempt: 1 })
    await clock.pass(500)
    expect(state).toEqual({ state: 'CONNECTING', attempt: 2 })
    await clock.pass(500)
    expect(state).toEqual({ state: 'CONNECTING', attempt: 2 })
    await clock.pass(500)
    expect(state).toEqual({ state: 'CONNECTING', attempt: 3 })
  })

  test('a leg that never connects is made anew', async () => {
    line.start()
    await settled()
    await clock.pass(10_000)
    expect([legs[0]?.closed, state.state]).toEqual([true, 'CONNECTING'])
    await clock.pass(500)
    expect(legs).toHaveLength(2)
  })

  test('goes elsewhere when the server says farewell, and does not fight for it', async () => {
    await connect()
    latest().events.ended('CLOSED')
    expect(state).toEqual({ state: 'ELSEWHERE' })
    await clock.pass(60_000)
    line.deskBack()
    expect(legs).toHaveLength(1)
    line.start()
    await settled()
    expect(legs).toHaveLength(2)
  })

  test('takes a farewell before the desk is lost for the end of the server, and comes back with it', async () => {
    await connect()
    latest().events.ended('CLOSED')
    line.deskLost()
    expect(state.state).toBe('CONNECTING')
    line.deskBack()
    await settled()
    latest().events.connected()
    expect(state).toEqual({ state: 'CONNECTED' })
  })

  test('takes a farewell after the desk was lost for the end of the server, too', async () => {
    await connect()
    synced = false
    latest().events.ended('CLOSED')
    expect(state.state).toBe('CONNECTING')
  })

  test('gives up when this user is given no telephone', async () => {
    refusal = new Problem('not-allowed', 403, null)
    line.start()
    await settled()
    expect(state).toEqual({ state: 'REFUSED' })
    await clock.pass(60_000)
    expect(legs).toHaveLength(0)
  })

  test('hears nothing of a leg it has let go', async () => {
    await connect()
    const old = latest()
    line.stop()
    old.events.ended('LOST')
    expect(state).toEqual({ state: 'DOWN' })
  })
})
