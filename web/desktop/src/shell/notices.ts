import { create } from 'zustand'

/// What went wrong with something the user asked for, or was taken from them, and has no better place to be said.
export interface Notice {
  readonly id: number
  readonly text: string
}

const SHOWN_MS = 7_000
let last = 0

export const useNotices = create<readonly Notice[]>(() => [])

export function notice(text: string): void {
  const id = ++last
  useNotices.setState((shown) => [...shown.filter((one) => one.text !== text).slice(-2), { id, text }], true)
  setTimeout(() => dismiss(id), SHOWN_MS)
}

export function dismiss(id: number): void {
  useNotices.setState((shown) => shown.filter((one) => one.id !== id), true)
}
