import type { Row } from './rows.ts'
import type { Stretch } from './stretches.ts'

/// Rows are made anew with every change, and most of them show what they showed before. Those stay the objects they
/// were, and so do stretches of nothing but such rows: whoever draws them sees at a glance that there is nothing to do.
export function steadied(before: readonly Stretch[], now: readonly Stretch[]): readonly Stretch[] {
  const rows = new Map(before.flatMap((one) => one.rows).map((row) => [row.key, row]))
  const stretches = new Map(before.map((one) => [one.key, one]))
  return now.map((stretch) => {
    const kept = stretch.rows.map((row) => steadiedRow(rows.get(row.key), row))
    const was = stretches.get(stretch.key)
    return was !== undefined && isEach(was.rows, kept) ? was : { key: stretch.key, rows: kept }
  })
}

function steadiedRow(before: Row | undefined, now: Row): Row {
  return before !== undefined && isSame(before, now) ? before : now
}

function isEach(before: readonly Row[], now: readonly Row[]): boolean {
  return before.length === now.length && now.every((row, index) => row === before[index])
}

/// Of values as they come by the wire.
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name as never], other[name as never]))
}
