import { describe, expect, test } from 'vitest'
import type { ColleagueView, PastInternalCall } from '../src/api/types.ts'
import { isNumber, matching } from '../src/telephone/colleagues.ts'
import { people, whyNobody } from '../src/telephone/people.ts'
import { presence } from './fixtures.ts'

const colleague = (id: string, name: string): ColleagueView => ({ id, name, presence, callable: true, favourite: false })
const call = (id: string, to: ColleagueView): PastInternalCall => ({
  id,
  with: { id: to.id, name: to.name },
  direction: 'OUT',
  began: '2026-11-20T10:00:00Z',
  seconds: 12,
  result: null,
})

const ahmad = colleague('1', 'أحمد سليمان')
const fatima = colleague('2', 'فاطمة')
const jose = colleague('3', 'José Álvarez')
const all = [ahmad, fatima, jose]

describe('whom the dial field proposes', () => {
  test('a name is found however it is written', () => {
    expect(matching(all, 'احمد')).toEqual([ahmad])
    expect(matching(all, 'فاطمه')).toEqual([fatima])
    expect(matching(all, 'alvarez jose')).toEqual([jose])
    expect(matching(all, 'somebody')).toEqual([])
  })

  test('who cannot be called is told, and that nobody has the name', () => {
    const away = { ...fatima, callable: false }
    const found = (words: string) => whyNobody(people([ahmad, away, jose], [], words), words)
    expect(found('احمد')).toBeNull()
    expect(found('فاطمة')).toBe('colleagues.whyNot')
    expect(found('somebody')).toBe('colleagues.noMatch')
    expect(found('')).toBeNull()
  })

  test('without words those of the latest calls stand first, each once', () => {
    const shown = people(all, [call('10', jose), call('9', fatima), call('8', jose)], '')
    expect(shown.map(({ colleague: { id }, last }) => [id, last?.id ?? null])).toEqual([
      ['3', '10'],
      ['2', '9'],
      ['1', null],
    ])
  })

  test('favourites stand before them, each once', () => {
    const first = { ...fatima, favourite: true }
    const shown = people([ahmad, first, jose], [call('10', jose), call('9', first)], '')
    expect(shown.map(({ colleague: { id }, last }) => [id, last?.id ?? null])).toEqual([
      ['2', null],
      ['3', '10'],
      ['1', null],
    ])
  })

  test('a call with somebody who is gone proposes nobody', () => {
    expect(people([ahmad], [call('10', jose)], '').map((one) => one.colleague)).toEqual([ahmad])
  })

  test('a number is told from a name in digits of either kind', () => {
    expect(isNumber('+49 (30) 123-4')).toBe(true)
    expect(isNumber('٠٩٩١٢٣')).toBe(true)
    expect(isNumber('Sam 2')).toBe(false)
    expect(isNumber('+')).toBe(false)
    expect(isNumber('')).toBe(false)
  })
})
