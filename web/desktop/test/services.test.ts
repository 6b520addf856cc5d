import { describe, expect, test } from 'vitest'
import type { ServiceSettings } from '../src/administration/service/queries.ts'
import { draftOf, SERVICE_FIELDS, settingsOf, wrongService } from '../src/administration/service/settings.ts'
import { applyFrame } from '../src/desk/reducer.ts'
import { sentenceOf } from '../src/i18n/problems.ts'
import { snapshot } from './fixtures.ts'

const SETTINGS: ServiceSettings = {
  name: 'Returns',
  priority: 2,
  offerSeconds: 20,
  wrapUpSeconds: 60,
  requiresDisposition: true,
  prefersLevel: false,
  prefersLastAgent: true,
  preferSeconds: 30,
  relaxSeconds: 30,
  most: 2,
  inactivityMinutes: 10,
  absenceSeconds: 60,
  silenceMinutes: 1440,
  closed: { english: 'We are closed.', arabic: 'نحن مغلقون.' },
  promisePercent: 80,
  promiseSeconds: 20,
  hours: { zone: 'Asia/Damascus', openings: [{ days: ['SUNDAY', 'MONDAY'], from: '09:00', to: '17:00' }], holidays: { days: ['2027-01-01'] } },
  teams: ['7'],
  skills: [{ skill: '9', level: 40 }],
}

describe('a service', () => {
  test('is sent as it was stored when nothing was changed', () => {
    const stored = { ...SETTINGS, hours: { ...SETTINGS.hours, openings: [{ days: ['MONDAY', 'SUNDAY'] as const, from: '09:00:00', to: '17:00:00' }] } }
    expect(wrongService(draftOf(stored))).toEqual({})
    expect(settingsOf(draftOf(stored))).toEqual({
      ...SETTINGS,
      hours: { ...SETTINGS.hours, openings: [{ days: ['MONDAY', 'SUNDAY'], from: '09:00', to: '17:00' }] },
    })
  })

  test('takes numbers in the digits of either language', () => {
    expect(settingsOf({ ...draftOf(SETTINGS), wrapUp: '٩٠' }).wrapUpSeconds).toBe(90)
  })

  test('says at each field at once what is wrong', () => {
    const draft = { ...draftOf(SETTINGS), name: ' ', wrapUp: '3601', percent: '0', holidays: '2027-13-01', skills: [{ skill: '9', level: 'x' }] }
    expect(wrongService(draft)).toEqual({
      name: 'problem.serviceName',
      wrapUp: 'problem.serviceHour',
      percent: 'problem.servicePercent',
      holidays: 'campaign.datesWrong',
      skills: 'problem.serviceSkills',
    })
    const [row] = draftOf(SETTINGS).openings
    if (row === undefined) throw new Error('the hours are gone')
    expect(wrongService({ ...draftOf(SETTINGS), openings: [{ ...row, days: [] }] })).toEqual({ openings: 'campaign.daysMissing' })
    expect(wrongService({ ...draftOf(SETTINGS), openings: [{ ...row, to: '' }] })).toEqual({ openings: 'campaign.timesMissing' })
  })

  test('has a sentence for each refusal of a field', () => {
    for (const code of Object.keys(SERVICE_FIELDS)) expect(sentenceOf(code), code).not.toBe('problem.unforeseen')
  })
})

test('reasons that an administrator changes are what agents choose from', () => {
  const before = snapshot()
  const reason = { id: '1', name: 'صلاة', code: null }
  const after = applyFrame(before, { offset: before.offset + 1, events: [{ type: 'reasonsChanged', notReadyReasons: [reason] }] })
  expect(after.notReadyReasons).toEqual([reason])
})
