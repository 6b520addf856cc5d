import { useEffect } from 'react'

interface CallKeys {
  readonly mute: (() => void) | null
  readonly hold: (() => void) | null
  readonly keypad: (() => void) | null
  readonly end: (() => void) | null
}

const KEYS: Readonly<Record<string, keyof CallKeys>> = { KeyM: 'mute', KeyH: 'hold', KeyK: 'keypad', KeyX: 'end' }

/// Alt with a letter, from anywhere. Null does nothing now.
export function useCallKeys(does: CallKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = KEYS[event.code]
      if (wanted === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
      event.preventDefault()
      does[wanted]?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
