import type { Id } from '../api/types.ts'

/// Who is named in a note: an at sign and a whole name. What is written tells, so that nothing has to be kept with it.

export interface Person {
  readonly id: Id
  readonly name: string
}

const AT = '@'
/// Users whom one note names, at most.
const MOST = 20

/// Of names that begin alike the longest is meant; of several with one name, all.
export function mentionsIn(text: string, people: readonly Person[]): readonly Id[] {
  const found = new Set<Id>()
  for (let at = text.indexOf(AT); at >= 0; at = text.indexOf(AT, at + 1)) {
    const here = people.filter(({ name }) => name !== '' && namesAt(text, at + 1, name))
    const longest = Math.max(0, ...here.map(({ name }) => name.length))
    for (const { id, name } of here) if (name.length === longest) found.add(id)
  }
  return [...found].slice(0, MOST)
}

/// Whether the name stands there as a whole: رنا is not meant in رناد.
function namesAt(text: string, from: number, name: string): boolean {
  return text.startsWith(name, from) && !/^[\p{L}\p{N}]/u.test(text.slice(from + name.length))
}

/// What is being typed of a name: from its at sign to the cursor. Null: no name is.
export interface Typed {
  readonly from: number
  readonly words: string
}

/// An address is no name: before the at sign stands nothing, or a blank.
const TYPED = /(?:^|\s)@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u

export function typedName(text: string, cursor: number): Typed | null {
  const found = TYPED.exec(text.slice(0, cursor))
  const words = found?.[1]
  return words === undefined ? null : { from: cursor - words.length - AT.length, words }
}

/// Whether a whole name stands there, and a blank behind it: then it is typed, and what comes next is about something else.
export function isTyped({ words }: Typed, people: readonly Person[]): boolean {
  return words.endsWith(' ') && people.some(({ name }) => name === words.trimEnd())
}

/// With the whole name in place of what was typed of it, and where the cursor goes.
export function named(text: string, { from, words }: Typed, name: string): { readonly text: string; readonly cursor: number } {
  const before = `${text.slice(0, from)}${AT}${name} `
  const after = text.slice(from + AT.length + words.length).replace(/^ /, '')
  return { text: before + after, cursor: before.length }
}
