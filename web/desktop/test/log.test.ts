import { describe, expect, test } from 'vitest'
import { joinOlder, joinWindow, withDelivery } from '../src/conversation/log.ts'
import { message } from './fixtures.ts'

const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => message(from + i, `m${from + i}`))
const seqs = (messages: readonly { seq: number }[]) => messages.map((one) => one.seq)

describe('the messages a desktop has seen', () => {
  test('a window that has moved on leaves no hole and drops nothing', () => {
    expect(seqs(joinWindow(run(1, 5), run(3, 7)))).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(seqs(joinWindow(run(1, 5), run(6, 7)))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('where a hole would arise only the window stays', () => {
    expect(seqs(joinWindow(run(1, 5), run(9, 12)))).toEqual([9, 10, 11, 12])
  })

  test('nothing new changes nothing', () => {
    const known = run(1, 5)
    expect(joinWindow(known, known.slice(2))).toBe(known)
    expect(joinWindow(known, [])).toBe(known)
  })

  test('a window that says more of a message replaces it', () => {
    const sent = { state: 'SENT', failure: null, changedAt: '2026-11-20T10:00:09Z' } as const
    const window = run(3, 5).map((one) => ({ ...one, delivery: sent }))
    const joined = joinWindow(run(1, 5), window)
    expect(seqs(joined)).toEqual([1, 2, 3, 4, 5])
    expect(joined.map((one) => one.delivery?.state)).toEqual([undefined, undefined, 'SENT', 'SENT', 'SENT'])
  })

  test('what becomes of a message is known though no window carries it any more', () => {
    const known = run(1, 300)
    const read = { state: 'READ', failure: null, changedAt: '2026-11-20T10:00:09Z' } as const
    expect(withDelivery(known, { seq: 7, delivery: read })[6]?.delivery).toEqual(read)
    expect(withDelivery(known, { seq: 301, delivery: read })).toBe(known)
  })

  test('older pages go before, repeated ones count once', () => {
    expect(seqs(joinOlder(run(5, 7), run(1, 5)))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
