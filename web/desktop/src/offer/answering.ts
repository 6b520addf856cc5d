import { useEffect } from 'react'
import { useShortcut } from '../keyboard/keys.ts'
import { announce } from './notification.ts'
import { ring, type Ringing } from './ring.ts'

/// Answers what rings by the keyboard, from anywhere.
export function useAnswerKeys(enabled: boolean, accept: () => void, decline: () => void): void {
  useShortcut('accept', enabled ? accept : null)
  useShortcut('reject', enabled ? decline : null)
}

/// Sound and notification last as long as what rings.
export function useSignals(title: string, body: string, tag: string, by: Ringing = 'CUSTOMER'): void {
  useEffect(() => {
    const silence = ring(by)
    const withdraw = announce({ title, body, tag })
    return () => {
      silence()
      withdraw()
    }
  }, [title, body, tag, by])
}
