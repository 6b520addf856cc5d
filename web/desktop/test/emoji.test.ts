import { describe, expect, test } from 'vitest'
import { found, moved } from '../src/emoji/find.ts'
import { EMOJI } from '../src/emoji/list.ts'

const signs = (query: string) => found(query).map((one) => one.sign)

describe('emoji', () => {
  test('are each there once, with words in both languages', () => {
    expect(new Set(EMOJI.map((one) => one.sign)).size).toBe(EMOJI.length)
    expect(EMOJI.filter(({ sign, en, ar }) => sign === '' || !/^[a-z]/.test(en) || !/^[؀-ۿ]/.test(ar))).toEqual([])
    expect(EMOJI.length).toBeGreaterThan(150)
  })

  test('are found by words of either language, however they are written', () => {
    expect(signs('thumbs up')).toEqual(['👍'])
    expect(signs('THUMB')).toEqual(['👍', '👎'])
    expect(signs('فاتورة')).toEqual(['🧾'])
    expect(signs('فاتوره')).toEqual(['🧾'])
    expect(signs('احتفال')).toContain('🎉')
    expect(signs('لا شيء كهذا')).toEqual([])
    expect(signs('  ')).toHaveLength(EMOJI.length)
  })

  test('are walked through by arrows in the direction of the page', () => {
    expect(moved('ArrowRight', 0, 20, 8, false)).toBe(1)
    expect(moved('ArrowRight', 0, 20, 8, true)).toBe(0)
    expect(moved('ArrowLeft', 0, 20, 8, true)).toBe(1)
    expect(moved('ArrowDown', 3, 20, 8, false)).toBe(11)
    expect(moved('ArrowDown', 15, 20, 8, false)).toBe(15)
    expect(moved('ArrowUp', 3, 20, 8, false)).toBe(3)
    expect(moved('a', 3, 20, 8, false)).toBeNull()
  })
})
