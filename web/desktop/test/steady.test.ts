import { expect, test } from 'vitest'
import { rowsOf } from '../src/conversation/rows.ts'
import { steadied } from '../src/conversation/steady.ts'
import { stretchesOf } from '../src/conversation/stretches.ts'
import { conversation, message } from './fixtures.ts'

const run = (to: number) => Array.from({ length: to }, (_, i) => message(i + 1, `m${i + 1}`, 'CUSTOMER', '2026-11-20T10:05:00Z'))
const stretches = (to: number, more: Parameters<typeof conversation>[2] = {}) => stretchesOf(rowsOf(conversation('1', run(to), more), run(to), []))

test('a message that comes makes its own stretch anew and leaves the others the objects they are', () => {
  const before = stretches(110)
  const after = steadied(before, stretches(111))
  expect(after).toEqual(stretches(111))
  expect(after.slice(0, -1).every((one, index) => one === before[index])).toBe(true)
  expect(after.at(-1)).not.toBe(before.at(-1))
  expect(after.at(-1)?.rows[0]).toBe(before.at(-1)?.rows[0])
})

test('a row that shows something else is another one, however deep the difference lies', () => {
  const before = stretches(30)
  const messages = run(30).map((one) => (one.seq === 7 ? { ...one, author: { ...one.author, name: 'Layla' } } : one))
  const after = steadied(before, stretchesOf(rowsOf(conversation('1', messages), messages, [])))
  const changed = after.flatMap((one) => one.rows).filter((row) => !before.some((one) => one.rows.includes(row)))
  expect(changed.map((row) => row.key)).toEqual(['m7'])
})

test('what is gone is gone, and what is new stands where it belongs', () => {
  expect(steadied(stretches(60), stretches(20))).toEqual(stretches(20))
  expect(steadied(stretches(20), stretches(60))).toEqual(stretches(60))
  expect(steadied([], stretches(3))).toEqual(stretches(3))
})
