import { useEffect, useState } from 'react'
import { wallClock } from '../desk/wallClock.ts'
import { useT } from '../i18n/Say.tsx'
import { explain } from '../i18n/problems.ts'
import { notice } from './notices.ts'
import { Wish } from './Wish.ts'

export interface Wished<V> {
  /// What was wanted last, until the desk shows it; else what the desk shows.
  readonly value: V
  /// It is on its way.
  readonly busy: boolean
  readonly want: (value: V) => void
}

/// A switch of which the last press counts, however slow the line is.
export function useWish<V extends string | boolean>(shown: V, send: (value: V) => Promise<unknown>): Wished<V> {
  const t = useT()
  const [wanted, setWanted] = useState<V | null>(null)
  const [wish] = useState(() => new Wish<V>(wallClock, setWanted))
  useEffect(() => wish.see(shown), [wish, shown])
  useEffect(() => () => wish.forget(), [wish])
  return {
    value: wanted ?? shown,
    busy: wanted !== null,
    want: (value) => void wish.want(value, send, (error) => notice(explain(error, t))),
  }
}
