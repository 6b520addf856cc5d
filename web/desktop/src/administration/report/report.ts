import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Answered } from '../../api/operations.ts'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'

export type Line = Answered<'GET', '/api/campaign-reports'>['lines'][number]
export type Row = Answered<'GET', '/api/campaign-reports/rows'>['items'][number]
export type Period = 'today' | 'week' | 'month'
export type By = 'AGENT' | 'TEAM' | 'CAMPAIGN' | 'LIST' | 'INTERVAL'

/// What a report is narrowed to, beside its time.
export const NARROWED = ['campaign', 'list', 'team', 'agent'] as const
export type Narrowed = (typeof NARROWED)[number]

/// The report of services; without more it is of campaigns.
export const OF_SERVICES = '/administration/reports?of=services'

/// Live figures are read again so often.
export const LOOK_EVERY_MS = 3_000

export const PERIODS: Readonly<Record<Period, { readonly says: MessageKey; readonly days: number }>> = {
  today: { says: 'report.today', days: 0 },
  week: { says: 'report.week', days: 6 },
  month: { says: 'report.month', days: 29 },
}

export const BY: Readonly<Record<By, MessageKey>> = {
  AGENT: 'report.by.AGENT',
  TEAM: 'report.by.TEAM',
  CAMPAIGN: 'report.by.CAMPAIGN',
  LIST: 'report.by.LIST',
  INTERVAL: 'report.by.INTERVAL',
}

/// The query of a report, as the server takes it.
export type Query = { readonly from: string } & { readonly [N in Narrowed]?: Id }

/// From midnight of the first day, by the reader's clock.
export function beginning(period: Period): string {
  const day = new Date()
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - PERIODS[period].days)
  return day.toISOString()
}

/// By whose clock days begin.
export function zoneOfReader(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function useReportChoices() {
  return useQuery({ queryKey: ['admin', 'report-choices'], queryFn: () => get('/api/campaign-reports/choices') })
}
