import { useSyncExternalStore } from 'react'
import { serverNow } from './store.ts'

/// One clock for all timers on the screen, so that they tick together.
const listeners = new Set<() => void>()
let second = 0
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  second = Math.floor(serverNow() / 1000)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    tick()
    timer = setInterval(tick, 250)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/// The server's time in ms, by whole seconds; changes once a second.
export function useNow(): number {
  return (
    useSyncExternalStore(subscribe, () => (timer === undefined ? Math.floor(serverNow() / 1000) : second)) * 1000
  )
}
