import { describe, expect, test } from 'vitest'
import { afterwards, displayed, reasonWords } from '../src/presence/displayed.ts'
import ar from '../src/i18n/ar.json' with { type: 'json' }
import en from '../src/i18n/en.json' with { type: 'json' }
import type { Translate } from '../src/i18n/Say.tsx'
import { presence } from './fixtures.ts'

const says = (words: Readonly<Record<string, string>>): Translate => (key) => words[key] ?? ''

const unanswered = { ...presence, state: 'NOT_READY', reason: 'NO_ANSWER' } as const
const reasons = [{ id: '41', code: 'BREAK', name: null }]

describe('whoever did not answer an offer', () => {
  test('is not ready, and is told why in their language', () => {
    expect(displayed(unanswered)).toBe('NOT_READY')
    expect(reasonWords(unanswered.reason, reasons, says(en))).toBe('No answer')
    expect(reasonWords(unanswered.reason, reasons, says(ar))).toBe('لا ردّ')
  })

  test('is not ready after what they still have in hand, which is not theirs to take back', () => {
    expect(afterwards(unanswered, reasons)).toBeNull()
    expect(afterwards({ ...unanswered, workStatus: 'BUSY' }, reasons)).toEqual({ words: 'state.thenNotReady', withdrawable: false })
  })

  test('may choose otherwise meanwhile, and take that back only where the reason can be chosen', () => {
    const next = { state: 'READY', reason: null } as const
    expect(afterwards({ ...unanswered, workStatus: 'BUSY', next }, reasons)).toEqual({ words: 'state.thenReady', withdrawable: false })
    expect(afterwards({ ...unanswered, reason: '41', workStatus: 'BUSY', next }, reasons)).toEqual({ words: 'state.thenReady', withdrawable: true })
  })
})
