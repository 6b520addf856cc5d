import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { ColleagueView, PastInternalCall } from '../api/types.ts'

/// The people one works with, and the calls one had with them.

const none: readonly ColleagueView[] = []
const noCalls: readonly PastInternalCall[] = []
/// While the list is on the screen, their presence is not older than this.
const LOOK_EVERY_MS = 3_000

/// Read only while somebody looks.
export function useColleagues(looking: boolean): readonly ColleagueView[] {
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => get('/api/colleagues'),
    enabled: looking,
    refetchInterval: LOOK_EVERY_MS,
  })
  return data ?? none
}

/// Newest first.
export function useInternalCalls(looking: boolean): readonly PastInternalCall[] {
  const { data } = useQuery({
    queryKey: ['internal-calls'],
    queryFn: () => get('/api/internal-calls'),
    enabled: looking,
    staleTime: 0,
  })
  return data ?? noCalls
}

/// Those whose name has every word in it, however it is written.
export function matching<T extends { readonly name: string }>(named: readonly T[], words: string): readonly T[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return named.filter(({ name }) => wanted.every((word) => plain(name).includes(word)))
}

/// Without marks over and under letters, and with one form of those that are written in several.
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/ٱ/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .toLowerCase()
}

/// Whether this is meant as a number to call: no letters, and a digit.
export function isNumber(text: string): boolean {
  return /\p{Nd}/u.test(text) && !/\p{L}/u.test(text)
}
