import { describe, expect, test } from 'vitest'
import en from '../src/i18n/en.json' with { type: 'json' }
import { chosenOf, steppedTo } from '../src/keyboard/useChosen.ts'
import { type Command, fitting, type Group } from '../src/keyboard/commands.ts'
import { DOES } from '../src/keyboard/does.ts'
import { isPressed, isTyped, namesOf, type Pressed, type Shortcut, SHORTCUTS } from '../src/keyboard/keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({ ...none, key, code, ...held })
const names = Object.keys(SHORTCUTS) as Shortcut[]
const pressedBy = (event: Pressed) => names.filter((name) => isPressed(event, name))

describe('the table of shortcuts', () => {
  test('no keys do two things', () => {
    const printed = names.map((name) => namesOf(name).join(' '))
    expect(new Set(printed).size).toBe(names.length)
  })

  test('every shortcut is in the sheet, with words', () => {
    expect(Object.keys(DOES).sort()).toEqual([...names].sort())
    for (const key of Object.values(DOES)) expect(en).toHaveProperty([key])
  })

  test('a letter is known by its place, whatever the keyboard prints there', () => {
    expect(pressedBy(press('ؤ', 'KeyC', { altKey: true }))).toEqual(['complete'])
    expect(pressedBy(press('ن', 'KeyK', { ctrlKey: true }))).toEqual(['palette'])
    expect(pressedBy(press('k', 'KeyK', { metaKey: true }))).toEqual(['palette'])
  })

  test('what Ctrl with Alt types, as on some boards, does nothing', () => {
    expect(pressedBy(press('k', 'KeyK', { ctrlKey: true, altKey: true }))).toEqual([])
  })

  test('signs are known in both scripts, with the Shift they need', () => {
    expect(pressedBy(press('؟', 'Slash', { shiftKey: true }))).toEqual(['help'])
    expect(pressedBy(press('?', 'Minus', { shiftKey: true }))).toEqual(['help'])
    expect(pressedBy(press('/', 'Digit7', { shiftKey: true }))).toEqual(['search'])
    expect(names.filter(isTyped)).toEqual(['search', 'help'])
  })

  test('Enter alone sends, with Shift it begins a line, with Ctrl it accepts', () => {
    expect(pressedBy(press('Enter', 'Enter'))).toEqual(['send'])
    expect(pressedBy(press('Enter', 'NumpadEnter', { shiftKey: true }))).toEqual(['newLine'])
    expect(pressedBy(press('Enter', 'Enter', { ctrlKey: true }))).toEqual(['accept'])
    expect(pressedBy(press('Escape', 'Escape'))).toEqual([])
    expect(pressedBy(press('Escape', 'Escape', { shiftKey: true }))).toEqual(['reject'])
  })
})

const command = (label: string, detail: string | null = null): Command => ({ id: label, label, detail, icon: () => null, keys: null, why: null, run: () => undefined })
const group = (id: string, ...commands: readonly Command[]): Group => ({ id, title: id, commands })

describe('the palette', () => {
  const all = [group('pages', command('Contacts'), command('Lists', 'Administration')), group('state', command('غير جاهز: استراحة'), command('Not Ready: Café'))]
  const found = (words: string) => fitting(all, words).map((one) => [one.id, ...one.commands.map(({ label }) => label)])

  test('shows everything at first', () => {
    expect(fitting(all, '  ')).toEqual(all)
  })

  test('finds by every word, in any order, in what stands beside, too', () => {
    expect(found('admin lis')).toEqual([['pages', 'Lists']])
    expect(found('lists contacts')).toEqual([])
  })

  test('finds however it is written', () => {
    expect(found('cafe')).toEqual([['state', 'Not Ready: Café']])
    expect(found('استراحه')).toEqual([['state', 'غير جاهز: استراحة']])
  })

  test('arrows go round', () => {
    const keys = ['a', 'b', 'c']
    expect(steppedTo(keys, 'a', 'ArrowUp')).toBe('c')
    expect(steppedTo(keys, 'c', 'ArrowDown')).toBe('a')
    expect(steppedTo(keys, 'a', 'ArrowDown')).toBe('b')
    expect(steppedTo(keys, 'b', 'a')).toBeNull()
    expect(steppedTo([], undefined, 'ArrowDown')).toBeNull()
  })

  test('who is chosen stays chosen when the list changes, and an arrow goes on from there', () => {
    const late = ['new', 'c', 'b', 'a']
    expect(chosenOf(late, 'b')).toBe('b')
    expect(steppedTo(late, 'b', 'ArrowDown')).toBe('a')
    expect(chosenOf(['new', 'c'], 'b')).toBe('new')
    expect(chosenOf([], 'b')).toBeUndefined()
  })
})
