import { expect, test } from 'vitest'
import type { PreviewView } from '../src/api/types.ts'
import { applyFrame } from '../src/desk/reducer.ts'
import { customerOf, ownEntryOf, previewOf, type Reviewed, reviewedOf, whyNotDial } from '../src/preview/preview.ts'
import { instantAt } from '../src/preview/zones.ts'
import { snapshot } from './fixtures.ts'

const mobile = {
  position: 1,
  kind: 'MOBILE',
  number: '+963944123456',
  recommended: true,
  callable: true,
  why: null,
  again: null,
  zone: 'Asia/Damascus',
  localTime: '10:00',
} as const
const home = { ...mobile, position: 2, kind: 'HOME', number: '+963112223344', recommended: false } as const
const night = { ...home, position: 3, callable: false, why: 'OUTSIDE_HOURS', again: '2026-11-22T06:00:00Z' } as const

const record: NonNullable<PreviewView['record']> = {
  list: { id: '7', name: 'Spring' },
  numbers: [mobile, home, night],
  noNumberWhy: null,
  recomputeAt: null,
  fields: [],
  contact: null,
  skipAllowed: true,
  skipReasons: [],
  dispositions: [],
  defaultDisposition: null,
  explicitDisposition: false,
  history: [],
  nextCall: null,
  mayDialOther: true,
  help: '',
}

const offered: PreviewView = {
  id: '90',
  campaign: { id: '8', name: 'Renewals' },
  state: 'OFFERED',
  offer: 1,
  customerName: null,
  since: '2026-11-21T08:00:00Z',
  offeredUntil: '2026-11-21T08:00:30Z',
  automatic: false,
  timer: null,
  conversation: null,
  rejectAllowed: true,
  record: null,
}
const reviewing: PreviewView = { ...offered, state: 'REVIEWING', offer: 0, offeredUntil: null, record }

function reviewed(change: Partial<PreviewView> = {}): Reviewed {
  return { preview: { ...reviewing, ...change }, record }
}

test('an event puts the record on the desk in place of the one before, and takes it away', () => {
  const empty = snapshot([], 0)
  const with1 = applyFrame(empty, { offset: 1, events: [{ type: 'preview', preview: offered }] })
  const with2 = applyFrame(with1, { offset: 2, events: [{ type: 'preview', preview: reviewing }] })
  const none = applyFrame(with2, { offset: 3, events: [{ type: 'preview', preview: null }] })

  expect(previewOf(with1)).toEqual(offered)
  expect(with2.previews).toEqual([reviewing])
  expect(previewOf(none)).toBeNull()
})

test('an offered record is shown by the pop-up alone, an accepted one has an entry', () => {
  expect(reviewedOf({ ...snapshot(), previews: [offered] })).toBeNull()
  expect(ownEntryOf({ ...snapshot(), previews: [reviewing] })?.preview.id).toBe('90')
})

test('without a name the first number stands for the customer; before accepting there is neither', () => {
  expect(customerOf(offered)).toBeNull()
  expect(customerOf(reviewing)).toBe('+963944123456')
  expect(customerOf({ ...reviewing, customerName: 'سامي' })).toBe('سامي')
})

test('each number says why it cannot be called', () => {
  expect(whyNotDial(reviewed(), mobile)).toBeNull()
  expect(whyNotDial(reviewed(), home)).toBeNull()
  expect(whyNotDial(reviewed(), { ...home, callable: false })).toBe('preview.why.onlyRecommended')
  expect(whyNotDial(reviewed(), night)).toBe('preview.why.outsideHours')
  expect(whyNotDial(reviewed({ state: 'TALKING' }), mobile)).toBe('call.whyOnCall')
  expect(whyNotDial(reviewed({ state: 'DECIDING' }), home)).toBeNull()
})

test('a time that is agreed on is meant by the clock of the customer', () => {
  expect(instantAt('2026-11-22T10:00', 'Asia/Damascus')).toBe('2026-11-22T07:00:00.000Z')
  expect(instantAt('2026-07-01T10:00', 'America/New_York')).toBe('2026-07-01T14:00:00.000Z')
  // On 28 March 2027 clocks in Berlin are put from 02:00 to 03:00.
  expect(instantAt('2027-03-28T01:59', 'Europe/Berlin')).toBe('2027-03-28T00:59:00.000Z')
  expect(instantAt('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z')
  expect(instantAt('2027-03-28T03:00', 'Europe/Berlin')).toBe('2027-03-28T01:00:00.000Z')
})
