import { useEffect } from 'react'
import { announce } from './notification.ts'
import { ring, type Ringing } from './ring.ts'

/// Answers what rings by the keyboard, from anywhere.
export function useAnswerKeys(enabled: boolean, accept: () => void, decline: () => void): void {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      const answer =
        event.key === 'Enter' && event.ctrlKey ? accept : event.key === 'Escape' && event.shiftKey ? decline : null
      if (answer === null) return
      event.preventDefault()
      answer()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
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
