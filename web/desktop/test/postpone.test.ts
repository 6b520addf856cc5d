import { describe, expect, test } from 'vitest'
import { momentOf } from '../src/writing/moment.ts'

const NOW = new Date(2026, 10, 20, 23, 30).getTime()

describe('until when a mail is postponed', () => {
  test('tomorrow and in a week are mornings by the clock of the agent', () => {
    expect(momentOf('TOMORROW', '', NOW)).toBe(new Date(2026, 10, 21, 8).toISOString())
    expect(momentOf('WEEK', '', NOW)).toBe(new Date(2026, 10, 27, 8).toISOString())
  })

  test('hours are counted from now', () => {
    expect(momentOf('HOUR', '', NOW)).toBe(new Date(2026, 10, 21, 0, 30).toISOString())
    expect(momentOf('HOURS', '', NOW)).toBe(new Date(2026, 10, 21, 2, 30).toISOString())
  })

  test('a time of one\'s own is by the same clock, and nothing before it is written', () => {
    expect(momentOf('AT', '', NOW)).toBeNull()
    expect(momentOf('AT', '2026-12-01T09:15', NOW)).toBe(new Date(2026, 11, 1, 9, 15).toISOString())
  })
})
