import type { Line } from './DeskSocket.ts'
import { openSocket } from './openSocket.ts'
import { type Port, ThroughWorker } from './throughWorker.ts'
import { wallClock } from './wallClock.ts'

/// The line of this window: through the worker that all windows of this browser share, or its own where there is none.

let worker: ThroughWorker | null | undefined

function shared(): ThroughWorker | null {
  if (worker === undefined) worker = begun()
  return worker?.mute === true ? null : worker
}

function begun(): ThroughWorker | null {
  if (typeof SharedWorker === 'undefined') return null
  try {
    const started = new SharedWorker(new URL('./lineWorker.ts', import.meta.url), { type: 'module', name: 'hiwar' })
    const through = new ThroughWorker(started.port as unknown as Port)
    started.onerror = () => through.broken()
    return through
  } catch {
    // The browser forbids it here.
    return null
  }
}

export function openLine(desk: string, after: number): Line {
  return shared()?.open(desk, after) ?? openSocket(desk, after)
}

/// Browsers wake hidden windows about once a minute: the worker does it in time. Whichever comes first counts.
export function wake(ms: number, run: () => void): () => void {
  const once = () => {
    stop()
    run()
  }
  const stops = [wallClock.after(ms, once), shared()?.wake(ms, once)]
  const stop = () => stops.forEach((one) => one?.())
  return stop
}
