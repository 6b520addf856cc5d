import { describe, expect, test } from 'vitest'
import type { CallView, ConsultationView, SideCallView } from '../src/api/types.ts'
import { applyFrame } from '../src/desk/reducer.ts'
import { liveConsultationOf, sideCallInHand, sideCallRinging } from '../src/telephone/calls.ts'
import { snapshot } from './fixtures.ts'

const side: SideCallView = {
  id: '1',
  kind: 'INTERNAL',
  with: { id: '8', name: 'Sam' },
  direction: 'IN',
  state: 'RINGING',
  since: '2026-11-20T10:00:00Z',
  ringsUntil: '2026-11-20T10:00:30Z',
  muted: false,
  about: null,
  result: null,
}
const desk = (changed: Partial<SideCallView>) => ({ ...snapshot(), sideCall: { ...side, ...changed } })

describe('a call with a colleague', () => {
  test('comes, changes as a whole, and goes', () => {
    const rings = applyFrame(snapshot(), { offset: 11, events: [{ type: 'sideCall', sideCall: side }] })
    expect(rings.sideCall).toEqual(side)
    expect(applyFrame(rings, { offset: 12, events: [{ type: 'sideCall', sideCall: null }] }).sideCall).toBeNull()
  })

  test('rings only for the one who is called', () => {
    expect(sideCallRinging(desk({}))?.id).toBe('1')
    expect(sideCallRinging(desk({ direction: 'OUT' }))).toBeNull()
    expect(sideCallRinging(desk({ state: 'CONNECTED' }))).toBeNull()
  })

  test('is in hand for the caller from the first ring, for the called from the answer, for nobody after the end', () => {
    expect(sideCallInHand(desk({ direction: 'OUT' }))?.id).toBe('1')
    expect(sideCallInHand(desk({}))).toBeNull()
    expect(sideCallInHand(desk({ state: 'CONNECTED' }))?.id).toBe('1')
    expect(sideCallInHand(desk({ state: 'CONFERENCE' }))?.id).toBe('1')
    expect(sideCallInHand(desk({ direction: 'OUT', state: 'ENDED', result: 'BUSY' }))).toBeNull()
  })
})

describe('a consultation', () => {
  const consultation: ConsultationView = { id: '1', user: null, number: '+4930', state: 'RINGING', since: side.since, result: null }
  const call = (now: ConsultationView | null): CallView => ({
    state: 'HELD',
    since: side.since,
    answeredAt: side.since,
    muted: false,
    recording: 'OFF',
    result: null,
    quality: null,
    consultation: now,
    keys: '',
  })

  test('lives until it has ended; what came of it is told a little longer', () => {
    expect(liveConsultationOf(call(null))).toBeNull()
    expect(liveConsultationOf(call(consultation))?.id).toBe('1')
    expect(liveConsultationOf(call({ ...consultation, state: 'ENDED', result: 'NO_ANSWER' }))).toBeNull()
  })
})
