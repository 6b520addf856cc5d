import { describe, expect, test } from 'vitest'
import { isUnwritten, withOther, withSignature } from '../src/writing/signature.ts'

describe('a signature', () => {
  test('stands below what is written and above what is passed on', () => {
    expect(withSignature('', 'Sam\nThe shop')).toBe('\n\n-- \nSam\nThe shop')
    expect(withSignature('\n\n> quoted', 'Sam')).toBe('\n\n-- \nSam\n\n> quoted')
    expect(withSignature('', '')).toBe('')
    expect(withSignature('', null)).toBe('')
  })

  test('is replaced with the account, unless somebody has changed it', () => {
    expect(withOther('Hello\n\n-- \nSam', 'Sam', 'Orders $& team')).toBe('Hello\n\n-- \nOrders $& team')
    expect(withOther('Hello\n\n-- \nSam', 'Sam', '')).toBe('Hello')
    expect(withOther('Hello\n\n-- \nsam', 'Sam', 'Orders')).toBe('Hello\n\n-- \nsam')
    expect(withOther('Hello', '', 'Orders')).toBe('Hello')
  })

  test('alone is no mail', () => {
    expect(isUnwritten('\n\n-- \nSam', 'Sam')).toBe(true)
    expect(isUnwritten('', null)).toBe(true)
    expect(isUnwritten('Hello\n\n-- \nSam', 'Sam')).toBe(false)
  })
})
