import { describe, expect, test } from 'vitest'
import type { FilledPart, FilledTemplate, FittingTemplate } from '../src/api/types.ts'
import { languageTag, wishOfTemplate, wrongTemplate } from '../src/administration/template/template.ts'
import { choicesOf, gapsOf, insertedAt, slashedWord, wordsOf } from '../src/writing/templates.ts'

function template(id: string, name: string, shortcut: string, languages: readonly string[] = ['ar']): FittingTemplate {
  return { id, name, shortcut, language: languages[0] ?? 'ar', languages, beginning: '', words: `what ${name} says` }
}

const words = (text: string): FilledPart => ({ text, question: null, missing: null })
const asked = (question: string): FilledPart => ({ text: null, question, missing: null })
const missing = (variable: 'customer.name'): FilledPart => ({ text: null, question: null, missing: variable })

describe('the list of templates', () => {
  const summary = template('1', 'ملخّص المكالمة', 'sum', ['ar', 'en'])
  const booking = template('2', 'الحجز الجديد', 'booking')

  test('begins with those in the language that fits; other languages follow', () => {
    expect(choicesOf([summary, booking], '').map((one) => `${one.template.id} ${one.language} ${String(one.fits)}`)).toEqual([
      '1 ar true',
      '2 ar true',
      '1 en false',
    ])
  })

  test('finds words however they are written, and shortcuts', () => {
    expect(choicesOf([summary, booking], 'المكالمه ملخص').map((one) => one.template.id)).toEqual(['1', '1'])
    expect(choicesOf([summary, booking], 'BOOK').map((one) => one.template.id)).toEqual(['2'])
    expect(choicesOf([summary, booking], 'says الحجز').map((one) => one.template.id)).toEqual(['2'])
    expect(choicesOf([summary, booking], 'nothing')).toEqual([])
  })

  test('has the one first whose shortcut begins so', () => {
    const other = template('3', 'booked again', 'again')
    expect(choicesOf([other, booking], 'book').map((one) => one.template.id)).toEqual(['2', '3'])
  })

  test('has what is used most before the others, behind the shortcut that begins so', () => {
    const other = template('3', 'booked again', 'again')
    const last = template('4', 'bookings', 'all')
    const ids = (query: string) => choicesOf([booking, other, last], query, { '3': 1, '4': 5 }).map((one) => one.template.id)
    expect(ids('')).toEqual(['4', '3', '2'])
    expect(ids('book')).toEqual(['2', '4', '3'])
  })
})

test('what stands behind a slash that begins the draft is searched for', () => {
  expect(slashedWord('/')).toBe('')
  expect(slashedWord('/sum')).toBe('sum')
  expect(slashedWord('')).toBeNull()
  expect(slashedWord('either/or')).toBeNull()
  expect(slashedWord('/ and so on')).toBeNull()
})

describe('a filled template', () => {
  const filled: FilledTemplate = {
    language: 'en',
    subject: [words('Booking '), asked('Number')],
    text: [words('Hello '), missing('customer.name'), words(', booking '), asked('Number'), words('.')],
  }

  test('asks each question once', () => {
    expect(gapsOf(filled).map((gap) => gap.question ?? gap.missing)).toEqual(['Number', 'customer.name'])
  })

  test('is put together with the answers', () => {
    const answers = { 'ask Number': ' 4711 ', 'missing customer.name': 'Layla' }
    expect(wordsOf(filled.text, answers)).toBe('Hello Layla, booking 4711.')
    expect(wordsOf(filled.subject, answers)).toBe('Booking 4711')
  })

  test('never has braces, whatever is missing', () => {
    expect(wordsOf(filled.text, {})).toBe('Hello , booking .')
  })
})

describe('what is put into a draft', () => {
  test('stands alone in an empty one, and apart from what is there', () => {
    expect(insertedAt('', 'Hello', 0, 0)).toBe('Hello')
    expect(insertedAt('Good day', 'Hello', 8, 8)).toBe('Good day\nHello')
    expect(insertedAt('Good day ', 'Hello', 9, 9)).toBe('Good day Hello')
    expect(insertedAt('one two', 'Hello', 3, 3)).toBe('one\nHello two')
  })

  test('takes the place of what is selected', () => {
    expect(insertedAt('one two three', 'Hello', 4, 7)).toBe('one Hello three')
  })
})

describe('a template that is written', () => {
  const draft = { name: 'Summary', shortcut: 'sum', channels: [], services: [], texts: [{ language: 'en', subject: '', text: 'Hi' }] }

  test('is for all where nothing is chosen, and leaves out empty languages', () => {
    const wish = wishOfTemplate({ ...draft, texts: [...draft.texts, { language: 'ar', subject: ' ', text: '' }] })
    expect(wish.channels).toBeNull()
    expect(wish.services).toBeNull()
    expect(wish.texts.map((one) => one.language)).toEqual(['en'])
  })

  test('needs a name, a shortcut of one word and a text', () => {
    expect(wrongTemplate(draft)).toEqual({})
    expect(wrongTemplate({ ...draft, name: ' ', shortcut: 'two words', texts: [] })).toEqual({
      name: 'admin.nameWrong',
      shortcut: 'template.shortcutWrong',
      texts: 'template.textMissing',
    })
    expect(wrongTemplate({ ...draft, texts: [{ language: 'en', subject: 'Hi', text: '' }] })).toEqual({ texts: 'template.onlySubject' })
  })

  test('may be in any language that has a tag', () => {
    expect(languageTag(' pt-br ')).toBe('pt-BR')
    expect(languageTag('english!')).toBeNull()
    expect(languageTag('')).toBeNull()
  })
})
