import { create } from 'zustand'
import type { Id } from '../api/types.ts'

type Texts = Readonly<Record<string, string>>

/// What an agent is about to correct in the record at hand; it outlasts the change of the panel when a call begins.
interface Correcting {
  /// Null: nothing is being corrected.
  readonly preview: Id | null
  /// What was typed, by field.
  readonly typed: Texts
  /// What somebody else has written meanwhile, by field.
  readonly others: Texts
}

const NOTHING: Correcting = { preview: null, typed: {}, others: {} }

export const useCorrecting = create<Correcting>(() => NOTHING)

export function beginCorrecting(preview: Id): void {
  useCorrecting.setState({ ...NOTHING, preview })
}

export function endCorrecting(): void {
  useCorrecting.setState(NOTHING)
}

export function typeCorrection(field: string, text: string): void {
  useCorrecting.setState(({ typed }) => ({ typed: { ...typed, [field]: text } }))
}

export function othersWrote(fields: Texts): void {
  useCorrecting.setState(({ others }) => ({ others: { ...others, ...fields } }))
}
