import type { ColleagueView, PastInternalCall } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { matching } from '../telephone/colleagues.ts'

/// The people one works with, as the directory puts them.

export interface Entry {
  readonly colleague: ColleagueView
  /// The latest call with them; null: there was none lately.
  readonly last: PastInternalCall | null
}

export interface Shelf {
  readonly title: MessageKey
  readonly entries: readonly Entry[]
}

const LATEST = 6

/// Favourites, then those of the latest calls, then everybody else by name, each person once; with words, those whom
/// they fit, on one shelf.
export function shelves(colleagues: readonly ColleagueView[], calls: readonly PastInternalCall[], words: string): readonly Shelf[] {
  const last = new Map<string, PastInternalCall>()
  for (const call of calls) if (!last.has(call.with.id)) last.set(call.with.id, call)
  const entry = (colleague: ColleagueView): Entry => ({ colleague, last: last.get(colleague.id) ?? null })
  if (words.trim() !== '') return filled([{ title: 'directory.found', entries: matching(colleagues, words).map(entry) }])
  const favourites = colleagues.filter((one) => one.favourite)
  const lately = [...last.keys()].flatMap((id) => colleagues.filter((one) => one.id === id && !one.favourite)).slice(0, LATEST)
  const others = colleagues.filter((one) => !one.favourite && !lately.includes(one))
  return filled([
    { title: 'colleagues.favourites', entries: favourites.map(entry) },
    { title: 'colleagues.latest', entries: lately.map(entry) },
    { title: 'directory.others', entries: others.map(entry) },
  ])
}

const filled = (all: readonly Shelf[]) => all.filter(({ entries }) => entries.length > 0)
