import { create } from 'zustand'

/// What of the keyboard's own is on the screen.
export type Opened = 'PALETTE' | 'SHEET' | null

export const useOpened = create<{ readonly opened: Opened }>(() => ({ opened: null }))

export function openForKeys(opened: Opened): void {
  useOpened.setState({ opened })
}
