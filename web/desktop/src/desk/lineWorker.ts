import { openSocket } from './openSocket.ts'
import { type Joined, SharedLines } from './SharedLines.ts'
import type { FromWorker, ToWorker } from './throughWorker.ts'
import { wallClock } from './wallClock.ts'

/// Runs beside all windows of this browser, as long as one is open: holds the line, and wakes those that sleep.

const lines = new SharedLines(openSocket, wallClock)
const scope = globalThis as unknown as { onconnect: ((event: MessageEvent) => void) | null }

scope.onconnect = ({ ports: [port] }) => {
  if (port !== undefined) serve(port)
}

function serve(port: MessagePort): void {
  const joined = new Map<number, Joined>()
  const wakings = new Map<number, () => void>()
  const say = (message: FromWorker) => port.postMessage(message)
  const leave = (id: number) => {
    const one = joined.get(id)
    joined.delete(id)
    one?.leave()
  }
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    switch (data.do) {
      case 'JOIN': {
        const { id } = data
        say({ id, is: 'JOINED' })
        joined.set(
          id,
          lines.join(data.desk, data.after, {
            hear: (text) => say({ id, is: 'HEARD', text }),
            lost: () => say({ id, is: 'LOST' }),
          }),
        )
        return
      }
      case 'SEND':
        joined.get(data.id)?.send(data.text)
        return
      case 'LEAVE':
        leave(data.id)
        return
      case 'WAKE': {
        const { id } = data
        const stop = wallClock.after(data.ms, () => {
          wakings.delete(id)
          say({ id, is: 'WOKEN' })
        })
        wakings.set(id, stop)
        return
      }
      case 'SLEEP':
        wakings.get(data.id)?.()
        wakings.delete(data.id)
    }
  }
  // A window that crashes says nothing; where the browser tells of it, nothing is kept for it.
  port.addEventListener('close', () => {
    for (const id of [...joined.keys()]) leave(id)
  })
}
