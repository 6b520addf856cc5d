import { expect, test } from 'vitest'
import { rowsOf } from '../src/conversation/rows.ts'
import { stretchesOf } from '../src/conversation/stretches.ts'
import { conversation, message } from './fixtures.ts'

const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i, `m${from + i}`, 'CUSTOMER', '2026-11-20T10:05:00Z'))

test('stretches hold all rows in order and keep their bounds when older messages come', () => {
  const late = run(70, 130)
  const all = run(1, 130)
  const after = stretchesOf(rowsOf(conversation('1', all), all, []))
  const before = stretchesOf(rowsOf(conversation('1', late), late, []))
  expect(after.flatMap((one) => one.rows)).toEqual(rowsOf(conversation('1', all), all, []))
  expect(before.slice(1).map((one) => one.rows.map((row) => row.key))).toEqual(
    after.slice(-before.length + 1).map((one) => one.rows.map((row) => row.key)),
  )
})

test('a conversation in which nothing has been said yet has its events', () => {
  expect(stretchesOf(rowsOf(conversation('1'), [], [])).flatMap((one) => one.rows)).toHaveLength(3)
})
