import type { Id } from '../../api/types.ts'
import { entries, isName, wholeNumber, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import { draftOfQuota, type QuotaDraft, quotaOf, wrongQuotas } from './quotas.ts'
import type { Action, CampaignView, Day, DialRule, Kind, Settings } from './types.ts'

/// A row of hours as it is being written; `kinds` is empty where numbers do not matter.
export interface HoursRow {
  readonly days: readonly Day[]
  readonly from: string
  readonly to: string
  readonly kinds: readonly Kind[]
  /// Of one feast or another, as 2026-12-25; empty: on the days of the week.
  readonly dates: readonly string[]
}

/// Hours that the law of a place leaves. `state` is empty for the whole country.
export interface LocalDraft {
  readonly country: string
  readonly state: string
  readonly hours: readonly HoursRow[]
}

export interface DialDraft {
  readonly action: Action
  readonly minutes: string
  readonly retry: boolean
  readonly retries: string
  readonly interval: string
}

/// The settings of a campaign as they are being written: numbers as text, times without seconds.
export interface CampaignDraft {
  readonly name: string
  readonly calls: Id | null
  readonly enabled: boolean
  readonly offer: string
  readonly autoAccept: boolean
  readonly timer: string
  readonly rejectAllowed: boolean
  readonly skipAllowed: boolean
  readonly skipMinutes: string
  readonly maxSkips: string
  readonly reasons: string
  readonly defaultResult: Id | null
  readonly explicit: boolean
  readonly reveal: boolean
  readonly others: boolean
  readonly help: string
  /// Empty: every field.
  readonly shown: readonly string[]
  readonly hours: readonly HoursRow[]
  readonly customerHolidays: string
  readonly zone: string
  readonly openings: readonly HoursRow[]
  readonly centreHolidays: string
  readonly perRecord: string
  readonly perNumber: string
  readonly perDayRecord: string
  readonly perDayNumber: string
  readonly leastAttempted: boolean
  readonly safeHours: boolean
  readonly outside: boolean
  readonly dial: Readonly<Record<Id, DialDraft>>
  readonly runs: readonly HoursRow[]
  readonly local: readonly LocalDraft[]
  readonly quotas: readonly QuotaDraft[]
}

/// Whole minutes of a length of time as the server writes it, as PT2H30M.
export function minutesOf(text: string): number {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(text)
  return found === null ? 0 : Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)
}

const clock = (time: string) => time.slice(0, 5)
const week = (days: readonly Day[]) => ORDER.filter((day) => days.includes(day))
const ORDER: readonly Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']


/// Of a new rule of a place.
export const EVERY_DAY: HoursRow = { days: ORDER, from: '09:00', to: '20:00', kinds: [], dates: [] }

type Hours = Settings['schedule']['runs'][number]

const row = (one: Hours, kinds: readonly Kind[] = [], dates: readonly string[] = []): HoursRow => ({
  days: week(one.days),
  from: clock(one.from),
  to: clock(one.to),
  kinds,
  dates,
})

const hours = (one: HoursRow): Hours => ({ days: [...one.days], from: one.from, to: one.to })

export function draftOfRule(rule: DialRule): DialDraft {
  return {
    action: rule.action,
    minutes: String(minutesOf(rule.delay)),
    retry: rule.retry,
    retries: String(rule.maxRetries),
    interval: String(minutesOf(rule.interval)),
  }
}

export const USUAL_RULE: DialDraft = { action: 'WAIT', minutes: '1440', retry: false, retries: '1', interval: '0' }

export function draftOf(campaign: CampaignView): CampaignDraft {
  const one = campaign.settings
  const { rules } = one
  return {
    name: campaign.name,
    calls: campaign.calls,
    enabled: campaign.enabled,
    offer: String(campaign.offerSeconds),
    autoAccept: one.previewAutoAccept,
    timer: String(one.previewTimerSeconds),
    rejectAllowed: one.rejectAllowed,
    skipAllowed: one.skipAllowed,
    skipMinutes: String(minutesOf(one.skipDelay)),
    maxSkips: String(one.maxSkips),
    reasons: one.skipReasons.join('\n'),
    defaultResult: one.defaultPreviewDisposition,
    explicit: one.explicitDisposition,
    reveal: one.revealBeforeAccept,
    others: one.allowOtherNumbers,
    help: one.help,
    shown: one.fieldsShown,
    hours: rules.hours.schedules.map((each) => row(each.hours, each.kinds, each.dates)),
    customerHolidays: [...rules.hours.holidays.days].sort().join('\n'),
    zone: rules.centre.zone,
    openings: rules.centre.openings.map((each) => row(each)),
    centreHolidays: [...rules.centre.holidays.days].sort().join('\n'),
    perRecord: String(rules.limits.perRecord),
    perNumber: String(rules.limits.perNumber),
    perDayRecord: String(rules.limits.perDayRecord),
    perDayNumber: String(rules.limits.perDayNumber),
    leastAttempted: rules.strategy === 'LEAST_ATTEMPTED',
    safeHours: rules.safeHours,
    outside: rules.rescheduleOutsideHours,
    dial: Object.fromEntries(Object.entries(rules.dialRules).map(([id, rule]) => [id, draftOfRule(rule)])),
    runs: one.schedule.runs.map((each) => row(each)),
    local: rules.localRules.map((each) => ({ country: each.country, state: each.state ?? '', hours: each.hours.map((some) => row(some)) })),
    quotas: rules.quotas.quotas.map(draftOfQuota),
  }
}

const numberOf = (text: string, most: number) => wholeNumber(text, 0, most) ?? 0
const minutes = (text: string, most: number) => `PT${String(numberOf(text, most))}M`

/// What is sent; what this form does not show stays as it is stored.
export function changeOf(draft: CampaignDraft, stored: Settings) {
  const settings: Settings = {
    ...stored,
    previewAutoAccept: draft.autoAccept,
    previewTimerSeconds: numberOf(draft.timer, 600),
    rejectAllowed: draft.rejectAllowed,
    skipAllowed: draft.skipAllowed,
    skipDelay: minutes(draft.skipMinutes, 10_000),
    maxSkips: numberOf(draft.maxSkips, 100),
    skipReasons: [...entries(draft.reasons)],
    defaultPreviewDisposition: draft.defaultResult,
    explicitDisposition: draft.explicit,
    revealBeforeAccept: draft.reveal,
    allowOtherNumbers: draft.others,
    help: draft.help.trim(),
    fieldsShown: [...draft.shown],
    schedule: { runs: draft.runs.map(hours) },
    rules: {
      ...stored.rules,
      hours: {
        schedules: draft.hours.map((each) => ({ hours: hours(each), kinds: [...each.kinds], dates: [...each.dates] })),
        holidays: { days: [...entries(draft.customerHolidays)] },
      },
      centre: { zone: draft.zone, openings: draft.openings.map(hours), holidays: { days: [...entries(draft.centreHolidays)] } },
      limits: {
        perRecord: numberOf(draft.perRecord, 1_000),
        perNumber: numberOf(draft.perNumber, 1_000),
        perDayRecord: numberOf(draft.perDayRecord, 1_000),
        perDayNumber: numberOf(draft.perDayNumber, 1_000),
      },
      strategy: draft.leastAttempted ? 'LEAST_ATTEMPTED' : 'IN_ORDER',
      safeHours: draft.safeHours,
      quotas: { quotas: draft.quotas.map(quotaOf) },
      rescheduleOutsideHours: draft.outside,
      localRules: draft.local.map((each) => ({
        country: each.country,
        state: each.state.trim() === '' ? null : each.state.trim(),
        hours: each.hours.map(hours),
      })),
      dialRules: Object.fromEntries(
        Object.entries(draft.dial).map(([id, rule]) => [
          id,
          {
            action: rule.action,
            delay: minutes(rule.minutes, MOST_MINUTES),
            retry: rule.retry,
            maxRetries: numberOf(rule.retries, 10),
            interval: minutes(rule.interval, 10),
          },
        ]),
      ),
    },
  }
  return { name: draft.name, calls: draft.calls, enabled: draft.enabled, offerSeconds: numberOf(draft.offer, 600), settings }
}

/// A year.
const MOST_MINUTES = 525_600
const DATE = /^\d{4}-\d{2}-\d{2}$/

export function wrongCampaign(draft: CampaignDraft): Wrong<CampaignDraft> {
  const within = (text: string, least: number, most: number) => wholeNumber(text, least, most) !== null
  const dayless = (rows: readonly HoursRow[]) => rows.some((one) => one.days.length === 0 && one.dates.length === 0)
  const timeless = (rows: readonly HoursRow[]) => rows.some((one) => one.from === '' || one.to === '')
  const dates = (text: string) => entries(text).every((one) => DATE.test(one) && !Number.isNaN(Date.parse(one)))
  const attempts = (text: string) => (within(text, 0, 1_000) ? null : ('campaign.attemptsWrong' as const))
  const rows = (all: readonly HoursRow[]) => (dayless(all) ? ('campaign.daysMissing' as const) : timeless(all) ? ('campaign.timesMissing' as const) : null)
  return wrongOf<CampaignDraft>({
    name: isName(draft.name) ? null : 'campaign.nameWrong',
    offer: within(draft.offer, 5, 600) ? null : 'campaign.offerWrong',
    timer: within(draft.timer, 0, 600) ? null : 'campaign.timerWrong',
    skipMinutes: within(draft.skipMinutes, 0, 10_000) ? null : 'campaign.skipDelayWrong',
    maxSkips: within(draft.maxSkips, 0, 100) ? null : 'campaign.skipsWrong',
    defaultResult: draft.defaultResult === null ? 'campaign.defaultMissing' : null,
    hours: draft.hours.some((one) => one.kinds.length === 0) ? 'campaign.kindsMissing' : rows(draft.hours),
    openings: rows(draft.openings),
    runs: rows(draft.runs),
    local: draft.local.some((one) => one.hours.length === 0) ? 'campaign.localHoursMissing' : (draft.local.map((one) => rows(one.hours)).find((one) => one !== null) ?? null),
    quotas: wrongQuotas(draft.quotas),
    customerHolidays: dates(draft.customerHolidays) ? null : 'campaign.datesWrong',
    centreHolidays: dates(draft.centreHolidays) ? null : 'campaign.datesWrong',
    perRecord: attempts(draft.perRecord),
    perNumber: attempts(draft.perNumber),
    perDayRecord: attempts(draft.perDayRecord),
    perDayNumber: attempts(draft.perDayNumber),
    dial: Object.values(draft.dial).every(
      (one) => within(one.minutes, 0, MOST_MINUTES) && within(one.retries, one.retry ? 1 : 0, 10) && within(one.interval, 0, 10),
    )
      ? null
      : 'campaign.dialWrong',
  })
}

export const CAMPAIGN_FIELDS: Readonly<Record<string, keyof CampaignDraft>> = {
  'campaign-name-taken': 'name',
  'campaign-name-invalid': 'name',
  'service-unknown': 'calls',
  'preview-offer-invalid': 'offer',
  'preview-timer-invalid': 'timer',
  'skip-delay-invalid': 'skipMinutes',
  'skips-invalid': 'maxSkips',
  'skip-reasons-invalid': 'reasons',
  'campaign-help-invalid': 'help',
  'default-disposition-unknown': 'defaultResult',
  'calling-hours-without-kinds': 'hours',
  'fields-too-many': 'shown',
  'local-rule-invalid': 'local',
  'hours-without-days': 'hours',
  'campaign-running': 'enabled',
  'quota-most-invalid': 'quotas',
  'quota-invalid': 'quotas',
  'quotas-of-several-lists': 'quotas',
  'quota-field-unknown': 'quotas',
  'quota-result-unknown': 'quotas',
}
