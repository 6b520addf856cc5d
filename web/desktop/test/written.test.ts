import { expect, test } from 'vitest'
import { isolated } from '../src/i18n/written.ts'

test('what somebody wrote turns nothing of the sentence around it', () => {
  expect(isolated('exe.\u202Egpj')).toBe('\u2068exe.gpj\u2069')
  expect(isolated('\u2069\u2067\u202Dabc\u2066')).toBe('\u2068abc\u2069')
  expect(isolated('می\u200Cخواهم')).toBe('\u2068می\u200Cخواهم\u2069')
})
