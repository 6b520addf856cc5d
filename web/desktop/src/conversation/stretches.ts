import type { Row } from './rows.ts'

/// A stretch of the timeline: so many rows that leaving one out of view unpainted is worth it. Stretches keep their
/// bounds when older messages are put before them, so that what is being read stays as it is.
export interface Stretch {
  readonly key: string
  readonly rows: readonly Row[]
}

const MESSAGES = 25

export function stretchesOf(rows: readonly Row[]): readonly Stretch[] {
  const stretches: { key: string; rows: Row[] }[] = []
  let waiting: Row[] = []
  for (const row of rows) {
    waiting.push(row)
    if (row.kind !== 'MESSAGE') continue
    const key = String(Math.floor(row.message.seq / MESSAGES))
    const last = stretches.at(-1)
    if (last?.key === key) last.rows.push(...waiting)
    else stretches.push({ key, rows: waiting })
    waiting = []
  }
  const last = stretches.at(-1)
  if (last === undefined) return waiting.length === 0 ? [] : [{ key: 'all', rows: waiting }]
  last.rows.push(...waiting)
  return stretches
}
