import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import type { HoursRow } from '../campaign/settings.ts'
import { DAYS } from '../campaign/types.ts'
import { entries, isName, wholeNumber, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import type { Medium, ServiceSettings, ServiceUse } from './queries.ts'

export const MEDIA: Readonly<Partial<Record<Medium, MessageKey>>> = {
  VOICE: 'services.medium.VOICE',
  CHAT: 'services.medium.CHAT',
  EMAIL: 'services.medium.EMAIL',
}

export const USES: Readonly<Record<ServiceUse['kind'], MessageKey>> = {
  NUMBER: 'services.use.NUMBER',
  ACCOUNT: 'services.use.ACCOUNT',
  CHAT: 'services.use.CHAT',
  CAMPAIGN: 'services.use.CAMPAIGN',
  DISPOSITION: 'services.use.DISPOSITION',
  TEMPLATE: 'services.use.TEMPLATE',
}

export interface SkillDraft {
  readonly skill: Id
  readonly level: string
}

/// The settings of a service as they are being written: numbers as text, times without seconds.
export interface ServiceDraft {
  readonly name: string
  readonly priority: string
  readonly teams: readonly Id[]
  readonly skills: readonly SkillDraft[]
  readonly prefersLevel: boolean
  readonly lastAgent: boolean
  readonly prefer: string
  readonly relax: string
  readonly most: string
  readonly offer: string
  readonly wrapUp: string
  readonly requires: boolean
  readonly inactivity: string
  readonly absence: string
  readonly silence: string
  readonly closedEn: string
  readonly closedAr: string
  readonly percent: string
  readonly promise: string
  readonly zone: string
  readonly openings: readonly HoursRow[]
  readonly holidays: string
}

const clock = (time: string) => time.slice(0, 5)

export function draftOf(one: ServiceSettings): ServiceDraft {
  return {
    name: one.name,
    priority: String(one.priority),
    teams: [...one.teams].sort(),
    skills: one.skills.map((each) => ({ skill: each.skill, level: String(each.level) })),
    prefersLevel: one.prefersLevel,
    lastAgent: one.prefersLastAgent,
    prefer: String(one.preferSeconds),
    relax: String(one.relaxSeconds),
    most: String(one.most),
    offer: String(one.offerSeconds),
    wrapUp: String(one.wrapUpSeconds),
    requires: one.requiresDisposition,
    inactivity: String(one.inactivityMinutes),
    absence: String(one.absenceSeconds),
    silence: String(one.silenceMinutes),
    closedEn: one.closed.english,
    closedAr: one.closed.arabic,
    percent: String(one.promisePercent),
    promise: String(one.promiseSeconds),
    zone: one.hours.zone,
    openings: one.hours.openings.map((each) => ({
      days: DAYS.filter((day) => each.days.includes(day)),
      from: clock(each.from),
      to: clock(each.to),
      kinds: [],
      dates: [],
    })),
    holidays: [...one.hours.holidays.days].sort().join('\n'),
  }
}

/// The least and the most of each number.
const LIMITS = {
  priority: [0, 9],
  prefer: [0, 3_600],
  relax: [0, 3_600],
  most: [0, 4],
  offer: [5, 600],
  wrapUp: [0, 3_600],
  inactivity: [1, 10_080],
  absence: [5, 3_600],
  silence: [1, 43_200],
  percent: [1, 100],
  promise: [1, 86_400],
} as const satisfies { readonly [F in keyof ServiceDraft]?: readonly [number, number] }

export type NumberField = keyof typeof LIMITS

function numberOf(draft: ServiceDraft, field: NumberField): number | null {
  const [least, most] = LIMITS[field]
  return wholeNumber(draft[field], least, most)
}

export function settingsOf(draft: ServiceDraft): ServiceSettings {
  const number = (field: NumberField) => numberOf(draft, field) ?? LIMITS[field][0]
  return {
    name: draft.name.trim(),
    priority: number('priority'),
    offerSeconds: number('offer'),
    wrapUpSeconds: number('wrapUp'),
    requiresDisposition: draft.requires,
    prefersLevel: draft.prefersLevel,
    prefersLastAgent: draft.lastAgent,
    preferSeconds: number('prefer'),
    relaxSeconds: number('relax'),
    most: number('most'),
    inactivityMinutes: number('inactivity'),
    absenceSeconds: number('absence'),
    silenceMinutes: number('silence'),
    closed: { english: draft.closedEn.trim(), arabic: draft.closedAr.trim() },
    promisePercent: number('percent'),
    promiseSeconds: number('promise'),
    hours: {
      zone: draft.zone,
      openings: draft.openings.map((one) => ({ days: [...one.days], from: one.from, to: one.to })),
      holidays: { days: [...entries(draft.holidays)] },
    },
    teams: [...draft.teams],
    skills: draft.skills.map((one) => ({ skill: one.skill, level: wholeNumber(one.level, 1, 100) ?? 1 })),
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

export function wrongService(draft: ServiceDraft): Wrong<ServiceDraft> {
  const wrong = (field: NumberField, sentence: MessageKey) => (numberOf(draft, field) === null ? sentence : null)
  const days = entries(draft.holidays)
  return wrongOf<ServiceDraft>({
    name: isName(draft.name) && draft.name.trim().length <= 100 ? null : 'problem.serviceName',
    priority: wrong('priority', 'problem.servicePriority'),
    prefer: wrong('prefer', 'problem.serviceHour'),
    relax: wrong('relax', 'problem.serviceHour'),
    most: wrong('most', 'problem.serviceMost'),
    offer: wrong('offer', 'problem.serviceOffer'),
    wrapUp: wrong('wrapUp', 'problem.serviceHour'),
    inactivity: wrong('inactivity', 'problem.serviceInactivity'),
    absence: wrong('absence', 'problem.serviceAbsence'),
    silence: wrong('silence', 'problem.serviceSilence'),
    percent: wrong('percent', 'problem.servicePercent'),
    promise: wrong('promise', 'problem.servicePromise'),
    skills: draft.skills.some((one) => wholeNumber(one.level, 1, 100) === null) ? 'problem.serviceSkills' : null,
    openings: draft.openings.some((one) => one.days.length === 0)
      ? 'campaign.daysMissing'
      : draft.openings.some((one) => one.from === '' || one.to === '')
        ? 'campaign.timesMissing'
        : null,
    holidays: days.every((one) => DATE.test(one) && !Number.isNaN(Date.parse(one))) ? null : 'campaign.datesWrong',
  })
}

/// Which field a refusal of the server is about.
export const SERVICE_FIELDS: Readonly<Record<string, keyof ServiceDraft>> = {
  'service-name-invalid': 'name',
  'service-name-taken': 'name',
  'service-priority-invalid': 'priority',
  'service-offer-invalid': 'offer',
  'service-wrap-up-invalid': 'wrapUp',
  'service-prefer-invalid': 'prefer',
  'service-relax-invalid': 'relax',
  'service-most-invalid': 'most',
  'service-inactivity-invalid': 'inactivity',
  'service-absence-invalid': 'absence',
  'service-silence-invalid': 'silence',
  'service-closed-invalid': 'closedEn',
  'service-percent-invalid': 'percent',
  'service-promise-invalid': 'promise',
  'service-hours-too-many': 'openings',
  'hours-without-days': 'openings',
  'team-unknown': 'teams',
  'service-skills-invalid': 'skills',
  'service-skill-unknown': 'skills',
}
