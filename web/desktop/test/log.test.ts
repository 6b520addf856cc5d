import { describe, expect, test } from 'vitest'
import { joinOlder, joinWindow } from '../src/conversation/log.ts'
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
    expect(joinWindow(known, run(3, 5))).toBe(known)
    expect(joinWindow(known, [])).toBe(known)
  })

  test('older pages go before, repeated ones count once', () => {
    expect(seqs(joinOlder(run(5, 7), run(1, 5)))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
