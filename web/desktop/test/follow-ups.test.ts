import { describe, expect, it } from 'vitest'
import type { PlannedFollowUp } from '../src/api/types.ts'
import { groupOf, localAt, morning, nameOf, reminded, standingOf } from '../src/followup/followUps.ts'
import { instantAt } from '../src/preview/zones.ts'

const now = new Date(2026, 10, 22, 10, 0).getTime()
const MINUTE = 60_000

function planned(id: string, inMinutes: number, remindMinutes: number | null): PlannedFollowUp {
  return {
    followUp: {
      id,
      contact: '1',
      activity: '2',
      owner: { id: '3', name: 'Amal' },
      dueAt: new Date(now + inMinutes * MINUTE).toISOString(),
      zone: 'Asia/Damascus',
      note: '',
      remindMinutes,
      state: 'PLANNED',
      createdAt: new Date(now).toISOString(),
      closedAt: null,
      version: 1,
    },
    contact: { id: '1', name: 'Jane', version: 1, addresses: [], photo: null, lastActivityAt: null },
  }
}

describe('follow-ups', () => {
  it('remind from the time that was asked for on, and again when they are due', () => {
    const one = planned('1', 10, 10)
    expect(reminded([one], [], now - 1)).toEqual([])
    expect(reminded([one], [], now)).toEqual([one])
    const away = [nameOf(one.followUp, now)]
    expect(reminded([one], away, now + 9 * MINUTE)).toEqual([])
    expect(reminded([one], away, now + 10 * MINUTE)).toEqual([one])
    expect(reminded([one], [...away, nameOf(one.followUp, now + 10 * MINUTE)], now + 600 * MINUTE)).toEqual([])
  })

  it('remind late rather than never, and not at all where nobody wants it', () => {
    const late = planned('1', -3_000, 0)
    expect(reminded([late, planned('2', -5, null), planned('3', 5, 0)], [], now)).toEqual([late])
    expect(standingOf(late.followUp, now)).toBe('overdue')
    expect(standingOf({ ...late.followUp, state: 'DONE' }, now)).toBe('done')
  })

  it('remind anew of what was moved', () => {
    const away = [nameOf(planned('1', 0, 0).followUp, now)]
    expect(reminded([planned('1', -1, 0)], away, now)).toHaveLength(1)
  })

  it('stand in the list by the day on which they are due', () => {
    const group = (inMinutes: number) => groupOf(planned('1', inMinutes, null).followUp, now)
    expect([0, 1, 13 * 60, 14 * 60, 38 * 60].map(group)).toEqual(['overdue', 'today', 'today', 'tomorrow', 'later'])
  })

  it('show an instant as the clocks of a zone do, and read it so', () => {
    const at = Date.parse('2026-12-31T22:30:00Z')
    expect(localAt(at, 'Asia/Damascus')).toBe('2027-01-01T01:30')
    expect(Date.parse(instantAt(localAt(at, 'Asia/Damascus'), 'Asia/Damascus'))).toBe(at)
    expect(new Date(morning(now, 7)).toString()).toBe(new Date(2026, 10, 29, 9).toString())
  })
})
