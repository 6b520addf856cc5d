import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismiss, forgetUndos, notice, useNotices } from '../src/shell/notices.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  useNotices.setState([], true)
})

const shown = () => useNotices.getState().map((one) => one.text)

test('what can be taken back is shown for longer, but not for ever', () => {
  notice('Not sent.')
  notice('Spare was removed.', () => undefined)
  vi.advanceTimersByTime(7_000)
  expect(shown()).toEqual(['Spare was removed.'])
  vi.advanceTimersByTime(23_000)
  expect(shown()).toEqual([])
})

test('the next user takes nothing back', () => {
  notice('Not sent.')
  notice('Spare was removed.', () => undefined)
  forgetUndos()
  expect(shown()).toEqual(['Not sent.'])
})

test('taking back is for the one that is shown', () => {
  const undone = vi.fn()
  notice('Spare was removed.', undone)
  const one = useNotices.getState()[0]
  if (one === undefined) throw new Error('nothing is shown')
  one.undo?.()
  dismiss(one.id)
  expect(undone).toHaveBeenCalledOnce()
  expect(shown()).toEqual([])
})
