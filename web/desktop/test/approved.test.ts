import { describe, expect, test } from 'vitest'
import type { OfferedTemplate } from '../src/api/types.ts'
import { approvedParts, approvedText, chosenOf, readApproved, useOf, whyNotApproved } from '../src/writing/approved.ts'

const template = (changed: Partial<OfferedTemplate> = {}): OfferedTemplate => ({
  name: 'ready',
  language: 'ar',
  header: '',
  body: 'مرحباً {{1}}، طلبك {{ 2 }} جاهز.',
  footer: '',
  parameters: ['1', '2'],
  fits: true,
  hindrance: null,
  ...changed,
})

describe('an approved template', () => {
  test('reads as the customer gets it, header and footer apart', () => {
    const whole = template({ header: 'متجر حوار', footer: 'شكراً' })
    expect(approvedText(whole, { '1': ' ليلى ', '2': '47\n11' })).toBe('متجر حوار\n\nمرحباً ليلى، طلبك 47 11 جاهز.\n\nشكراً')
  })

  test('shows what is not filled in as a gap, and does not read what was put in', () => {
    expect(approvedParts(template(), { '1': '{{2}}' })).toEqual([
      { text: 'مرحباً ', parameter: null },
      { text: '{{2}}', parameter: '1' },
      { text: '، طلبك ', parameter: null },
      { text: '', parameter: '2' },
      { text: ' جاهز.', parameter: null },
    ])
  })

  test('waits until every value is there, and is not longer than it may be', () => {
    expect(whyNotApproved(template(), { '1': 'ليلى', '2': '  ' })).toBe('approved.whyNotFilled')
    expect(whyNotApproved(template(), { '1': 'ليلى', '2': '4711' })).toBeNull()
    expect(whyNotApproved(template(), { '1': 'x'.repeat(1_020), '2': '4711' })).toBe('composer.whyTooLong')
    expect(whyNotApproved(template({ body: 'مرحباً', parameters: [] }), {})).toBeNull()
  })

  test('is sent with its values in the order of the provider', () => {
    expect(useOf(template(), { '2': '4711', '1': 'ليلى', other: 'x' })).toEqual({
      name: 'ready',
      language: 'ar',
      parameters: [
        { name: '1', text: 'ليلى' },
        { name: '2', text: '4711' },
      ],
    })
  })

  test('is the one that was chosen, else the first that can be sent', () => {
    const paused = template({ name: 'paused', hindrance: 'template-paused' })
    const english = template({ language: 'en', fits: false })
    const all = [paused, template(), english]
    expect(chosenOf(all, null)).toEqual(template())
    expect(chosenOf(all, { name: 'ready', language: 'en', values: {} })).toEqual(english)
    expect(chosenOf(all, { name: 'paused', language: 'ar', values: {} })).toEqual(template())
    expect(chosenOf([paused], null)).toBeNull()
  })

  test('is kept as it was begun', () => {
    const draft = { name: 'ready', language: 'ar', values: { '1': 'ليلى' } }
    expect(readApproved(JSON.stringify(draft))).toEqual(draft)
    expect(readApproved('')).toBeNull()
  })
})
