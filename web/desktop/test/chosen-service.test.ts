import { expect, test } from 'vitest'
import type { CallingService } from '../src/api/types.ts'
import { chosenService } from '../src/telephone/chosenService.ts'

const service = (id: string, ...languages: string[]): CallingService => ({ id, name: id, callerId: null, languages })
const english = service('1', 'en')
const arabic = service('2', 'ar')

test('one calls with the service one called with last', () => {
  expect(chosenService([english, arabic], '1', 'ar')).toBe(english)
})

test('before the first call, and when the last service is gone, with one of the own language', () => {
  expect(chosenService([english, arabic], null, 'ar')).toBe(arabic)
  expect(chosenService([english, arabic], '9', 'ar')).toBe(arabic)
})

test('where no service speaks it, with the first one; where there is none, not at all', () => {
  expect(chosenService([english, arabic], null, 'fr')).toBe(english)
  expect(chosenService([], null, 'ar')).toBeNull()
})
