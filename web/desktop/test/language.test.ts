import { beforeEach, describe, expect, test, vi } from 'vitest'
import type * as Languages from '../src/i18n/language.ts'

const sent: string[] = []
let answers: (() => void)[] = []

vi.mock('../src/api/http.ts', () => ({
  send: (_method: string, _address: string, given: { body: { language: string } }) => {
    sent.push(given.body.language)
    return new Promise<void>((resolve) => answers.push(resolve))
  },
}))

async function fresh(): Promise<typeof Languages> {
  vi.resetModules()
  return import('../src/i18n/language.ts')
}

describe('the language of the page', () => {
  beforeEach(() => {
    sent.length = 0
    answers = []
    vi.stubGlobal('document', { documentElement: { lang: 'en', dir: 'ltr' } })
    vi.stubGlobal('localStorage', { setItem: () => undefined })
  })

  test('is the one that was asked for last, whichever is loaded first', async () => {
    const { speak, useLanguage } = await fresh()
    await speak('ar')
    // The other one is still to be loaded.
    await Promise.all([speak('en'), speak('ar')])
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(useLanguage.getState()?.language).toBe('ar')
  })

  test('is not that of before when the rest of its words comes late', async () => {
    const { learnTheRest, speak, useLanguage, wordsIn } = await fresh()
    await speak('en')
    // The other one has been loaded wholly.
    await wordsIn('ar', 'app.name', {})
    await Promise.all([learnTheRest(), speak('ar')])
    expect(useLanguage.getState()?.language).toBe('ar')
  })

  test('chosen anew while the last choice is on its way, is kept as chosen last', async () => {
    const { chooseLanguage, isLanguageChosen } = await fresh()
    expect(isLanguageChosen()).toBe(false)
    const first = chooseLanguage('ar')
    await vi.waitFor(() => expect(sent).toEqual(['ar']))
    const second = chooseLanguage('en')
    const third = chooseLanguage('ar')
    expect(isLanguageChosen()).toBe(true)
    expect(sent).toEqual(['ar'])
    answers[0]?.()
    await vi.waitFor(() => expect(sent).toEqual(['ar', 'ar']))
    answers[1]?.()
    await Promise.all([first, second, third])
    expect(document.documentElement.lang).toBe('ar')
  })
})
