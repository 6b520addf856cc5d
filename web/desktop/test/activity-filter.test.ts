import { describe, expect, it } from 'vitest'
import { ALL, dayAt, filterOf, isAsked, questionOf, withFilter } from '../src/contact/activityFilter.ts'

describe('the filter of activities', () => {
  it('stands in the address beside what else is there', () => {
    const filter = { ...ALL, text: 'فاتورة', channel: 'sms', from: '2026-11-01', until: '2026-11-30', agent: '17', service: '4' }
    const address = withFilter(new URLSearchParams('query=jane&text=before'), filter)
    expect(address.get('query')).toBe('jane')
    expect(filterOf(address)).toEqual(filter)
    expect(withFilter(address, ALL).toString()).toBe('query=jane')
  })

  it('asks nothing with an address that somebody has spoilt', () => {
    const filter = filterOf(new URLSearchParams('from=2026-02-30&until=tomorrow&agent=x&service=-1&text=%20'))
    expect(isAsked(filter)).toBe(false)
    expect(questionOf(filter)).toEqual({})
  })

  it('holds the last day in whole', () => {
    const asked = questionOf({ ...ALL, from: '2026-12-31', until: '2026-12-31' })
    expect(asked).toEqual({ from: new Date(2026, 11, 31).toISOString(), until: new Date(2027, 0, 1).toISOString() })
    expect(dayAt('2026-02-29')).toBeNull()
  })
})
