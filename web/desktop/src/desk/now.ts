import { useSyncExternalStore } from 'react'
import { serverNow } from './store.ts'

/// One clock for all timers on the screen, so that they tick together.
const listeners = new Set<() => void>()
let second = 0
let timer: ReturnType<typeof setInterval> | undefined

/// Looks often, so that no second comes late; tells once a second.
const LOOK_EVERY_MS = 250

function tick(): void {
  const now = Math.floor(serverNow() / 1000)
  if (now === second) return
  second = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    tick()
    timer = setInterval(tick, LOOK_EVERY_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/// The server's time in ms, by whole seconds.
export function thisSecond(): number {
  return (timer === undefined ? Math.floor(serverNow() / 1000) : second) * 1000
}

/// The same for a component, drawn anew with every second.
export function useNow(): number {
  return useSyncExternalStore(subscribe, thisSecond)
}

/// What the time decides, such as whether something is due: drawn anew only when that changes.
export function useByNow<T extends string | number | boolean>(decided: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => decided(thisSecond()))
}

/// Calls it now and with every second, until the returned function is called. For what shows a time and nothing else:
/// hundreds of them tick without any component being drawn anew.
export function everySecond(tell: (now: number) => void): () => void {
  const listener = () => tell(thisSecond())
  const stop = subscribe(listener)
  listener()
  return stop
}
