import { describe, expect, test } from 'vitest'
import { isTyped, mentionsIn, named, typedName } from '../src/writing/mentions.ts'

const people = [
  { id: '1', name: 'Rana' },
  { id: '2', name: 'Rana Haddad' },
  { id: '3', name: 'رنا حداد' },
  { id: '4', name: 'Sam' },
  { id: '5', name: 'Sam' },
]

describe('mentions', () => {
  test('are whole names after an at sign, the longest that stands there', () => {
    expect(mentionsIn('@Rana Haddad, please', people)).toEqual(['2'])
    expect(mentionsIn('ask @Rana please', people)).toEqual(['1'])
    expect(mentionsIn('@Ranaland', people)).toEqual([])
    expect(mentionsIn('اسأل @رنا حداد من فضلك و@Rana', people)).toEqual(['3', '1'])
    expect(mentionsIn('Rana@example.org', people)).toEqual([])
    expect(mentionsIn('@Sam', people)).toEqual(['4', '5'])
    expect(mentionsIn('no one', people)).toEqual([])
  })

  test('are offered while a name is typed, and not within an address', () => {
    expect(typedName('ask @ra', 7)).toEqual({ from: 4, words: 'ra' })
    expect(typedName('@', 1)).toEqual({ from: 0, words: '' })
    expect(typedName('@rana had', 9)).toEqual({ from: 0, words: 'rana had' })
    expect(typedName('@rana had so', 12)).toBeNull()
    expect(typedName('me@ex', 5)).toBeNull()
    expect(typedName('سل @رن', 6)).toEqual({ from: 3, words: 'رن' })
  })

  test('are not offered any more behind a whole name', () => {
    const offered = (text: string) => {
      const typed = typedName(text, text.length)
      return typed !== null && !isTyped(typed, people)
    }
    expect(offered('@Rana')).toBe(true)
    expect(offered('@Rana ')).toBe(false)
    expect(offered('@Rana H')).toBe(true)
    expect(offered('@Rana Haddad ')).toBe(false)
    expect(offered('@Ran ')).toBe(true)
  })

  test('take the place of what was typed', () => {
    expect(named('ask @ra now', { from: 4, words: 'ra' }, 'Rana Haddad')).toEqual({ text: 'ask @Rana Haddad now', cursor: 17 })
    expect(named('@', { from: 0, words: '' }, 'Sam')).toEqual({ text: '@Sam ', cursor: 5 })
  })
})
