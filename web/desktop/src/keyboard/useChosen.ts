import { useState } from 'react'

interface Chosen {
  /// Undefined: the list is empty.
  readonly chosen: string | undefined
  /// Null: the first, as of a new list.
  readonly choose: (key: string | null) => void
}

/// The row of a list that Enter takes. The list may change meanwhile: who is chosen stays chosen wherever they stand
/// then, also the first, and only if they have gone the first is chosen.
export function useChosen(keys: readonly string[]): Chosen {
  const [at, choose] = useState<string | null>(null)
  const chosen = chosenOf(keys, at)
  // Shown is shown: from now on it is this one.
  if (chosen !== undefined && chosen !== at) choose(chosen)
  return { chosen, choose }
}

export function chosenOf(keys: readonly string[], at: string | null): string | undefined {
  return at !== null && keys.includes(at) ? at : keys[0]
}

/// The next one in the direction of an arrow, round and round. Null: it is no arrow, or there is nothing to go to.
export function steppedTo(keys: readonly string[], chosen: string | undefined, key: string): string | null {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (by === undefined || chosen === undefined) return null
  return keys.at((keys.indexOf(chosen) + by) % keys.length) ?? null
}
