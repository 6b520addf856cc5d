import { describe, expect, test } from 'vitest'
import type { ChatEntry } from '../src/api/types.ts'
import { draftOfEntry, snippetOf, wishOfEntry, wordsOn, wrongEntry } from '../src/administration/entry/entry.ts'

const ENTRY: ChatEntry = {
  id: '1',
  slug: 'shop',
  name: 'Shop',
  service: '3',
  language: 'ar',
  origins: ['https://shop.example', 'https://www.shop.example'],
  en: { title: 'Help', greeting: 'Hello', closed: '' },
  ar: { title: '', greeting: 'أهلًا', closed: 'نعود صباحًا' },
  look: { accent: '#0d5c63', side: 'END' },
  form: { name: 'NO', email: 'REQUIRED', phone: 'OPTIONAL' },
  away: 'MESSAGE',
  calls: null,
  files: true,
  attests: false,
  version: 3,
}

describe('the chat of a page', () => {
  const draft = draftOfEntry(ENTRY)

  test('comes back from its form as it was', () => {
    const { id: _, attests: __, version: ___, ...wish } = ENTRY
    expect(wishOfEntry(draft)).toEqual(wish)
  })

  test('is right as it is stored', () => {
    expect(wrongEntry(draft)).toEqual({})
  })

  test('says what is wrong at each field', () => {
    expect(wrongEntry({ ...draft, name: ' ', slug: 'a b', service: '', accent: 'red' })).toEqual({
      name: 'admin.nameWrong',
      slug: 'admin.entry.slugWrong',
      service: 'admin.entry.serviceMissing',
      accent: 'admin.entry.colourWrong',
    })
    expect(wrongEntry({ ...draft, accent: '#ffd54a' })).toEqual({ accent: 'admin.entry.colourFaint' })
    expect(wrongEntry({ ...draft, accent: '#5a5a5a', origins: 'shop.example\nhttp://localhost:8080, https://a.example/b' })).toEqual({})
    for (const origins of ['ftp://shop.example', 'shop example', 'user@shop.example']) {
      expect(wrongEntry({ ...draft, origins }), origins).toEqual({ origins: 'admin.entry.originWrong' })
    }
  })

  test('knows how well its words are read', () => {
    expect(wordsOn('#000000')).toBeCloseTo(21, 1)
    expect(wordsOn('#0d5c63')).toBeGreaterThan(7)
  })

  test('is shown by one line in the page', () => {
    expect(snippetOf('https://hiwar.example', 'demo', 'shop')).toBe('<script src="https://hiwar.example/widget.js" data-entry="demo/shop" async></script>')
  })
})
