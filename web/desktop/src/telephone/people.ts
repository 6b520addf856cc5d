import { useState } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import type { ColleagueView, Id, PastInternalCall } from '../api/types.ts'
import { matching, useColleagues, useInternalCalls } from './colleagues.ts'

/// Whom the dial field proposes: without words, the favourites first, then those of the latest calls.

export interface Person {
  readonly colleague: ColleagueView
  /// The latest call with them, when they are listed for that; null else.
  readonly last: PastInternalCall | null
}

export interface People {
  readonly shown: readonly Person[]
  /// Who is called by the button; null when nobody is chosen and not exactly one fits.
  readonly chosen: Id | null
  readonly choose: (colleague: Id | null) => void
  readonly step: (by: 1 | -1) => void
}

const LATEST = 4

export function usePeople(looking: boolean, words: string): People {
  const colleagues = useColleagues(looking)
  const calls = useInternalCalls(looking)
  const [stepped, setStepped] = useState<Id | null>(null)
  const shown = people(colleagues, calls, words)
  const able = shown.filter(({ colleague }) => colleague.callable).map(({ colleague }) => colleague.id)
  const only = words.trim() !== '' && able.length === 1 ? (able[0] ?? null) : null
  const chosen = stepped !== null && able.includes(stepped) ? stepped : only
  return {
    shown,
    chosen,
    choose: setStepped,
    step: (by) => {
      const at = chosen === null ? (by === 1 ? -1 : able.length) : able.indexOf(chosen)
      setStepped(able[Math.min(Math.max(at + by, 0), able.length - 1)] ?? null)
    },
  }
}

/// Why what is typed is nobody to call; null: it is somebody, or several, or nothing is typed.
export function whyNobody(shown: readonly Person[], words: string): MessageKey | null {
  const [one] = shown
  if (words.trim() === '' || shown.length > 1) return null
  return one === undefined ? 'colleagues.noMatch' : one.colleague.callable ? null : 'colleagues.whyNot'
}

/// Each person once.
export function people(
  colleagues: readonly ColleagueView[],
  calls: readonly PastInternalCall[],
  words: string,
): readonly Person[] {
  if (words.trim() !== '') return matching(colleagues, words).map((colleague) => ({ colleague, last: null }))
  const favourites = colleagues.filter((one) => one.favourite).map((colleague) => ({ colleague, last: null }))
  const latest: Person[] = []
  for (const call of calls) {
    const colleague = colleagues.find((one) => one.id === call.with.id)
    if (colleague === undefined || colleague.favourite || latest.some((one) => one.colleague.id === colleague.id)) continue
    if (latest.length < LATEST) latest.push({ colleague, last: call })
  }
  const others = colleagues.filter((one) => !one.favourite && !latest.some(({ colleague }) => colleague.id === one.id))
  return [...favourites, ...latest, ...others.map((colleague) => ({ colleague, last: null }))]
}
