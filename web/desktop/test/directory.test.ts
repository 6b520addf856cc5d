import { describe, expect, test } from 'vitest'
import type { ColleagueView, PastInternalCall } from '../src/api/types.ts'
import { shelves } from '../src/directory/directory.ts'
import { presence } from './fixtures.ts'

const colleague = (id: string, name: string, favourite = false): ColleagueView => ({ id, name, presence, callable: true, favourite })
const call = (id: string, to: ColleagueView): PastInternalCall => ({
  id,
  with: { id: to.id, name: to.name },
  direction: 'OUT',
  began: '2026-11-20T10:00:00Z',
  seconds: 12,
  result: null,
})

const ahmad = colleague('1', 'أحمد سليمان')
const fatima = colleague('2', 'فاطمة', true)
const jose = colleague('3', 'José Álvarez')
const all = [ahmad, fatima, jose]

const told = (shown: ReturnType<typeof shelves>) => shown.map(({ title, entries }) => [title, entries.map(({ colleague: { id }, last }) => `${id} ${last?.id ?? ''}`.trim())])

describe('the directory', () => {
  test('has favourites, then the latest calls, then everybody else, each person once and no empty shelf', () => {
    expect(told(shelves(all, [call('12', jose), call('11', fatima), call('10', jose)], ''))).toEqual([
      ['colleagues.favourites', ['2 11']],
      ['colleagues.latest', ['3 12']],
      ['directory.others', ['1']],
    ])
    expect(told(shelves([ahmad], [], ''))).toEqual([['directory.others', ['1']]])
    expect(shelves([], [call('10', jose)], '')).toEqual([])
  })

  test('finds a name however it is written', () => {
    expect(told(shelves(all, [], 'احمد'))).toEqual([['directory.found', ['1']]])
    expect(shelves(all, [], 'nobody')).toEqual([])
  })
})
