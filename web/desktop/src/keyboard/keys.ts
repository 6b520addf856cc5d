import { useEffect, useRef } from 'react'
import { useSettings } from '../settings/settings.ts'

interface Keys {
  /// What is held meanwhile; on a Mac, Command counts as Ctrl. Null: nothing.
  readonly held: 'Ctrl' | 'Alt' | 'Shift' | null
  /// The key by its place on the board, whatever is printed on it; or by what it types, in each script.
  readonly at: readonly string[]
}

const on = (held: Keys['held'], ...at: readonly string[]): Keys => ({ held, at })

/// What the keyboard does, in the order of the sheet. Whoever acts on a key reads this table, and whoever tells of it.
export const SHORTCUTS = {
  palette: on('Ctrl', 'KeyK'),
  accept: on('Ctrl', 'Enter'),
  reject: on('Shift', 'Escape'),
  previous: on('Alt', 'ArrowUp'),
  next: on('Alt', 'ArrowDown'),
  send: on(null, 'Enter'),
  newLine: on('Shift', 'Enter'),
  result: on('Alt', 'KeyR'),
  complete: on('Alt', 'KeyC'),
  skip: on('Alt', 'KeyS'),
  postpone: on('Alt', 'KeyP'),
  dial: on('Alt', 'KeyN'),
  mute: on('Alt', 'KeyM'),
  hold: on('Alt', 'KeyH'),
  keypad: on('Alt', 'KeyK'),
  endCall: on('Alt', 'KeyX'),
  search: on(null, '/', 'ظ'),
  help: on(null, '?', '؟'),
} as const satisfies Readonly<Record<string, Keys>>

export type Shortcut = keyof typeof SHORTCUTS

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function isPressed(event: Pressed, name: Shortcut): boolean {
  const { held, at }: Keys = SHORTCUTS[name]
  return held === heldIn(event) && (at.includes(event.code) || at.includes(event.key))
}

/// Shift belongs to what is typed with it, and to what is pressed with Alt; Ctrl with Alt types on some boards.
function heldIn({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Keys['held'] | 'MORE' {
  if (ctrlKey || metaKey) return altKey ? 'MORE' : 'Ctrl'
  if (altKey) return 'Alt'
  return shiftKey && key.length > 1 ? 'Shift' : null
}

const SIGNS: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' }

/// The names of the keys, the same in every language.
export function namesOf(name: Shortcut): readonly string[] {
  const { held, at }: Keys = SHORTCUTS[name]
  const [key = ''] = at
  return [...(held === null ? [] : [held]), SIGNS[key] ?? key.replace(/^Key/, '')]
}

/// A single letter or sign: it must not act while somebody writes, and can be switched off.
export function isTyped(name: Shortcut): boolean {
  const { held, at }: Keys = SHORTCUTS[name]
  return held === null && at[0]?.length === 1
}

interface Handler {
  readonly name: Shortcut
  /// Null while it cannot be done.
  readonly now: () => (() => void) | null
}

const handlers = new Set<Handler>()

/// Does it at the keys of the table, from anywhere. Null: it cannot be done now, and the keys do nothing.
export function useShortcut(name: Shortcut, run: (() => void) | null): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const handler: Handler = { name, now: () => latest.current }
    if (handlers.size === 0) window.addEventListener('keydown', onKey)
    handlers.add(handler)
    return () => {
      handlers.delete(handler)
      if (handlers.size === 0) window.removeEventListener('keydown', onKey)
    }
  }, [name])
}

export interface Possible {
  readonly name: Shortcut
  readonly run: () => void
}

/// What the keys can do at this moment, in the order of the table.
export function possibleNow(): readonly Possible[] {
  const found = [...handlers].flatMap(({ name, now }) => {
    const run = now()
    return run === null ? [] : [{ name, run }]
  })
  const order = Object.keys(SHORTCUTS)
  return found.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

function onKey(event: KeyboardEvent): void {
  for (const { name, now } of [...handlers]) {
    if (!isPressed(event, name)) continue
    if (isTyped(name) && (isWriting(event.target) || !useSettings.getState().singleKeys)) continue
    event.preventDefault()
    if (!event.repeat || name === 'previous' || name === 'next') now()?.()
  }
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}
