import type { Id } from '../../api/types.ts'
import { wholeNumber } from '../checks.ts'

/// Something that somebody has at a level, as it is being written.
export interface LevelDraft {
  readonly id: Id
  readonly level: string
}

const BEST = 100
/// What is given before it is thought about.
export const USUAL_LEVEL = '50'

export function levelOf(text: string): number | null {
  return wholeNumber(text, 1, BEST)
}

export function levelsRight(levels: readonly LevelDraft[]): boolean {
  return levels.every((one) => levelOf(one.level) !== null)
}
