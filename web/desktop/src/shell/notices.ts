import { create } from 'zustand'

/// What went wrong with something the user asked for, or was taken from them, and has no better place to be said.
export interface Notice {
  readonly id: number
  readonly text: string
  /// Takes back what the notice tells; absent where nothing can be taken back.
  readonly undo?: () => void
}

const SHOWN_MS = 7_000
/// Long enough to see that it was the wrong one.
const UNDOABLE_MS = 30_000
let last = 0

export const useNotices = create<readonly Notice[]>(() => [])

export function notice(text: string, undo?: () => void): void {
  const id = ++last
  useNotices.setState((shown) => [...shown.filter((one) => one.text !== text).slice(-2), { id, text, ...(undo === undefined ? {} : { undo }) }], true)
  setTimeout(() => dismiss(id), undo === undefined ? SHOWN_MS : UNDOABLE_MS)
}

export function dismiss(id: number): void {
  useNotices.setState((shown) => shown.filter((one) => one.id !== id), true)
}

/// Another user may log in here next, who has removed nothing.
export function forgetUndos(): void {
  useNotices.setState((shown) => shown.filter((one) => one.undo === undefined), true)
}
