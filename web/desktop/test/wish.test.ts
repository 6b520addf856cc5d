import { expect, test } from 'vitest'
import { Wish } from '../src/shell/Wish.ts'
import { settle, TestClock } from './lines.ts'

/// A switch at the end of a line whose answers come when the test says so.
function slow(shown = false) {
  const clock = new TestClock()
  const sent: boolean[] = []
  const refused: unknown[] = []
  const answers: { grant: () => void; refuse: () => void }[] = []
  let wanted: boolean | null = null
  let desk = shown
  const wish = new Wish<boolean>(clock, (now) => (wanted = now))
  const send = (value: boolean) =>
    new Promise<void>((grant, fail) => {
      sent.push(value)
      answers.push({ grant, refuse: () => fail(new Error('no')) })
    })
  return {
    clock,
    sent,
    refused,
    value: () => wanted ?? desk,
    busy: () => wanted !== null,
    press: () => void wish.want(!(wanted ?? desk), send, (error) => refused.push(error)),
    show: (value: boolean) => {
      desk = value
      wish.see(value)
    },
    answer: async (how: 'grant' | 'refuse' = 'grant') => {
      answers.shift()?.[how]()
      await settle()
    },
  }
}

test('pressed twice before the first is answered, it ends where it began', async () => {
  const one = slow()
  one.press()
  one.press()
  expect(one.value()).toBe(false)
  expect(one.busy()).toBe(true)
  await one.answer()
  await one.answer()
  expect(one.sent).toEqual([true, false])
  one.show(true)
  expect(one.value()).toBe(false)
  one.show(false)
  expect(one.busy()).toBe(false)
})

test('of many presses the last is sent, and no other', async () => {
  const one = slow()
  for (let press = 0; press < 5; press++) one.press()
  await one.answer()
  expect(one.sent).toEqual([true])
  expect(one.value()).toBe(true)
})

test('what was granted counts before the desk shows it', async () => {
  const one = slow()
  one.press()
  await one.answer()
  expect(one.value()).toBe(true)
  one.press()
  expect(one.sent).toEqual([true, false])
})

test('the desk may show it before the answer is there', async () => {
  const one = slow()
  one.press()
  one.show(true)
  expect(one.busy()).toBe(true)
  await one.answer()
  expect(one.busy()).toBe(false)
  expect(one.value()).toBe(true)
})

test('what is refused is told, and what the desk shows is true again', async () => {
  const one = slow()
  one.press()
  await one.answer('refuse')
  expect(one.refused).toHaveLength(1)
  expect(one.busy()).toBe(false)
  expect(one.value()).toBe(false)
})

test('what was wanted last is tried, though what was wanted before was refused', async () => {
  const one = slow(true)
  one.press()
  one.press()
  await one.answer('refuse')
  expect(one.sent).toEqual([false, true])
  await one.answer()
  expect(one.refused).toHaveLength(0)
})

test('what the desk never shows is believed for a few seconds', async () => {
  const one = slow()
  one.press()
  await one.answer()
  await one.clock.pass(2_000)
  expect(one.value()).toBe(true)
  await one.clock.pass(1_000)
  expect(one.value()).toBe(false)
  expect(one.busy()).toBe(false)
})
