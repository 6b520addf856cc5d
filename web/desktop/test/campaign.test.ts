import { expect, test } from 'vitest'
import { changeOf, draftOf, minutesOf, wrongCampaign } from '../src/administration/campaign/settings.ts'
import { draftOfQuota, NEW_QUOTA } from '../src/administration/campaign/quotas.ts'
import type { CampaignView } from '../src/administration/campaign/types.ts'

const CAMPAIGN: CampaignView = {
  id: '1',
  name: 'Spring',
  mode: 'PREVIEW',
  state: 'STOPPED',
  enabled: false,
  calls: null,
  offerSeconds: 20,
  createdAt: '2026-11-21T10:00:00Z',
  settings: {
    rules: {
      hours: {
        schedules: [{ hours: { days: ['TUESDAY', 'MONDAY'], from: '09:00:00', to: '20:00:00' }, kinds: ['MOBILE', 'HOME'], dates: [] }],
        holidays: { days: ['2026-12-25'] },
      },
      centre: { zone: 'Asia/Damascus', openings: [], holidays: { days: [] } },
      limits: { perRecord: 10, perNumber: 6, perDayRecord: 3, perDayNumber: 2 },
      strategy: 'IN_ORDER',
      dialRules: { '7': { action: 'WAIT', delay: 'PT2H', retry: false, maxRetries: 1, interval: 'PT0S' } },
      safeHours: false,
      postalZones: { byBeginning: {} },
      localRules: [],
      quotas: { quotas: [] },
      rescheduleOutsideHours: false,
    },
    previewAutoAccept: false,
    previewTimerSeconds: 0,
    skipAllowed: true,
    rejectAllowed: true,
    skipDelay: 'PT5M',
    maxSkips: 0,
    skipReasons: [],
    defaultPreviewDisposition: '9',
    explicitDisposition: false,
    revealBeforeAccept: false,
    allowOtherNumbers: true,
    fieldsShown: ['Town'],
    schedule: { runs: [] },
    help: '',
  },
}

test('lengths of time are read as the server writes them', () => {
  expect(minutesOf('PT5M')).toBe(5)
  expect(minutesOf('PT24H')).toBe(1440)
  expect(minutesOf('PT2H30M')).toBe(150)
  expect(minutesOf('PT0S')).toBe(0)
})

test('what was not touched is sent as it was stored', () => {
  const sent = changeOf(draftOf(CAMPAIGN), CAMPAIGN.settings)
  expect(sent.settings.fieldsShown).toEqual(['Town'])
  expect(sent.settings.rules.hours.schedules[0]?.hours).toEqual({ days: ['MONDAY', 'TUESDAY'], from: '09:00', to: '20:00' })
  expect(sent.settings.rules.dialRules['7']?.delay).toBe('PT120M')
  expect(sent.settings.skipDelay).toBe('PT5M')
  expect(wrongCampaign(draftOf(CAMPAIGN))).toEqual({})
})

test('hours without days, without numbers or without an end are pointed out', () => {
  const draft = draftOf(CAMPAIGN)
  const row = { days: [], from: '09:00', to: '17:00', kinds: ['MOBILE'], dates: [] } as const
  expect(wrongCampaign({ ...draft, hours: [row] }).hours).toBe('campaign.daysMissing')
  expect(wrongCampaign({ ...draft, hours: [{ ...row, days: ['MONDAY'], kinds: [] }] }).hours).toBe('campaign.kindsMissing')
  expect(wrongCampaign({ ...draft, runs: [{ ...row, days: ['MONDAY'], to: '' }] }).runs).toBe('campaign.timesMissing')
  expect(wrongCampaign({ ...draft, centreHolidays: '2026-13-45' }).centreHolidays).toBe('campaign.datesWrong')
  expect(wrongCampaign({ ...draft, timer: '٦٠١' }).timer).toBe('campaign.timerWrong')
})

test('a place is sent with its hours, and refused without any', () => {
  const place = { country: 'DE', state: ' ', hours: [{ days: ['MONDAY'], from: '09:00', to: '17:00', kinds: [], dates: [] }] } as const
  const draft = { ...draftOf(CAMPAIGN), local: [place] }
  expect(changeOf(draft, CAMPAIGN.settings).settings.rules.localRules).toEqual([
    { country: 'DE', state: null, hours: [{ days: ['MONDAY'], from: '09:00', to: '17:00' }] },
  ])
  expect(wrongCampaign(draft)).toEqual({})
  expect(wrongCampaign({ ...draft, local: [{ ...place, hours: [] }] })).toEqual({ local: 'campaign.localHoursMissing' })
})

test('a number that is tried again is tried at least once', () => {
  const draft = draftOf(CAMPAIGN)
  const rule = { ...draft.dial['7']!, retry: true, retries: '0' }
  expect(wrongCampaign({ ...draft, dial: { '7': rule } })).toEqual({ dial: 'campaign.dialWrong' })
  expect(wrongCampaign({ ...draft, dial: { '7': { ...rule, retries: '2' } } })).toEqual({})
})

test('a quota is sent with what it counts by alone, and pointed out while something is missing', () => {
  const draft = draftOf(CAMPAIGN)
  const range = { ...NEW_QUOTA, of: 'range', field: 'Age', from: '١٨', to: '29٫5', value: 'left over', most: '٧' } as const
  const sent = changeOf({ ...draft, quotas: [range] }, CAMPAIGN.settings)
  expect(sent.settings.rules.quotas.quotas).toEqual([{ of: 'range', field: 'Age', from: 18, to: 29.5, most: 7 }])
  expect(draftOfQuota({ of: 'range', field: 'Age', from: 18, to: 29.5, most: 7 })).toEqual({ ...range, from: '18', to: '29.5', value: '', most: '7' })
  expect(wrongCampaign({ ...draft, quotas: [range] })).toEqual({})
  expect(wrongCampaign({ ...draft, quotas: [{ ...range, to: '17' }] }).quotas).toBe('campaign.quotaRangeWrong')
  expect(wrongCampaign({ ...draft, quotas: [{ ...range, field: '' }] }).quotas).toBe('campaign.quotaFieldMissing')
  expect(wrongCampaign({ ...draft, quotas: [{ ...range, of: 'value', value: ' ' }] }).quotas).toBe('campaign.quotaValueMissing')
  expect(wrongCampaign({ ...draft, quotas: [{ ...range, of: 'disposition' }] }).quotas).toBe('campaign.quotaResultMissing')
  expect(wrongCampaign({ ...draft, quotas: [{ ...NEW_QUOTA, most: '0' }] }).quotas).toBe('campaign.quotaMostWrong')
})
