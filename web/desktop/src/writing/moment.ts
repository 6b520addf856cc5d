import type { Instant } from '../api/types.ts'
import { instantAt } from '../preview/zones.ts'

const HOUR_MS = 3_600_000
/// When a morning begins.
const MORNING = 8

/// Until when a mail is set aside; AT: a time of one's own.
export type When = 'HOUR' | 'HOURS' | 'TOMORROW' | 'WEEK' | 'AT'

/// By the clock of the agent; null while none is written.
export function momentOf(when: When, at: string, now: number): Instant | null {
  switch (when) {
    case 'HOUR':
      return new Date(now + HOUR_MS).toISOString()
    case 'HOURS':
      return new Date(now + 3 * HOUR_MS).toISOString()
    case 'TOMORROW':
      return morning(now, 1)
    case 'WEEK':
      return morning(now, 7)
    case 'AT':
      return at === '' ? null : instantAt(at, Intl.DateTimeFormat().resolvedOptions().timeZone)
  }
}

function morning(now: number, days: number): Instant {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, MORNING).toISOString()
}
