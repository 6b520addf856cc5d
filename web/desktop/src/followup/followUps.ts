import type { FollowUpView, PlannedFollowUp } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// What there is to do, and when to say so.

export type Standing = 'planned' | 'overdue' | 'done' | 'cancelled'

export function standingOf(followUp: Pick<FollowUpView, 'state' | 'dueAt'>, now: number): Standing {
  if (followUp.state === 'DONE') return 'done'
  if (followUp.state === 'CANCELLED') return 'cancelled'
  return Date.parse(followUp.dueAt) <= now ? 'overdue' : 'planned'
}

export const STANDING_WORD: Readonly<Record<Standing, MessageKey>> = {
  planned: 'followUp.state.planned',
  overdue: 'followUp.state.overdue',
  done: 'followUp.state.done',
  cancelled: 'followUp.state.cancelled',
}

export const STANDING_TAG: Readonly<Record<Standing, string>> = {
  planned: 'tag',
  overdue: 'tag danger',
  done: 'tag ready',
  cancelled: 'tag',
}

export type Group = 'overdue' | 'today' | 'tomorrow' | 'later'
export const GROUPS: readonly Group[] = ['overdue', 'today', 'tomorrow', 'later']

export const GROUP_WORD: Readonly<Record<Group, MessageKey>> = {
  overdue: 'followUp.group.overdue',
  today: 'followUp.group.today',
  tomorrow: 'followUp.group.tomorrow',
  later: 'followUp.group.later',
}

/// Among which it stands in the list, by the calendar of this browser.
export function groupOf({ dueAt }: Pick<FollowUpView, 'dueAt'>, now: number): Group {
  const due = new Date(dueAt)
  if (due.getTime() <= now) return 'overdue'
  const day = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000
  const days = day(due) - day(new Date(now))
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later'
}

/// What was put away: the reminder before the time, or the one at it, of one time that it was due.
export function nameOf({ id, dueAt }: Pick<FollowUpView, 'id' | 'dueAt'>, now: number): string {
  return `${id} ${dueAt} ${Date.parse(dueAt) <= now ? 'due' : 'soon'}`
}

/// The ones to be reminded of now, the most urgent first.
export function reminded(planned: readonly PlannedFollowUp[], putAway: readonly string[], now: number): readonly PlannedFollowUp[] {
  return planned.filter(({ followUp }) => {
    if (followUp.state !== 'PLANNED' || followUp.remindMinutes === null) return false
    return Date.parse(followUp.dueAt) - followUp.remindMinutes * 60_000 <= now && !putAway.includes(nameOf(followUp, now))
  })
}

/// As a field for a date and a time shows an instant, by the clock of a zone: 2026-11-22T10:00.
export function localAt(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/// Nine in the morning, some days from now, by the clock of this browser.
export function morning(now: number, days: number): number {
  const at = new Date(now)
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, 9).getTime()
}
