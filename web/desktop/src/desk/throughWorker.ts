import type { Line } from './DeskSocket.ts'

/// How a window speaks with the worker that holds the line for all of them.

export type ToWorker =
  | { readonly do: 'JOIN'; readonly id: number; readonly desk: string; readonly after: number }
  | { readonly do: 'SEND'; readonly id: number; readonly text: string }
  | { readonly do: 'LEAVE'; readonly id: number }
  | { readonly do: 'WAKE'; readonly id: number; readonly ms: number }
  | { readonly do: 'SLEEP'; readonly id: number }

export type FromWorker =
  | { readonly id: number; readonly is: 'JOINED' }
  | { readonly id: number; readonly is: 'HEARD'; readonly text: string }
  | { readonly id: number; readonly is: 'LOST' }
  | { readonly id: number; readonly is: 'WOKEN' }

/// The part of a MessagePort that is used.
export interface Port {
  onmessage: ((message: { data: FromWorker }) => void) | null
  postMessage(message: ToWorker): void
}

export class ThroughWorker {
  readonly #port: Port
  readonly #hearing = new Map<number, (message: FromWorker) => void>()
  #ids = 0
  #mute = false

  constructor(port: Port) {
    this.#port = port
    port.onmessage = ({ data }) => this.#hearing.get(data.id)?.(data)
  }

  /// Whether it once did not even say that it heard: then each window rather has a line of its own.
  get mute(): boolean {
    return this.#mute
  }

  /// It could not be started, or has broken down.
  broken(): void {
    this.#mute = true
  }

  open(desk: string, after: number): Line {
    const id = ++this.#ids
    let joined = false
    const line: Line = {
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (text) => this.#port.postMessage({ do: 'SEND', id, text }),
      close: () => {
        if (!this.#hearing.delete(id)) return
        if (!joined) this.#mute = true
        this.#port.postMessage({ do: 'LEAVE', id })
      },
    }
    this.#hearing.set(id, (message) => {
      joined = true
      if (message.is === 'HEARD') line.onmessage?.({ data: message.text })
      if (message.is !== 'LOST') return
      this.#hearing.delete(id)
      line.onclose?.()
    })
    this.#port.postMessage({ do: 'JOIN', id, desk, after })
    return line
  }

  /// After so long, even in a window that is hidden. The returned function takes it back.
  wake(ms: number, run: () => void): () => void {
    const id = ++this.#ids
    this.#hearing.set(id, () => {
      this.#hearing.delete(id)
      run()
    })
    this.#port.postMessage({ do: 'WAKE', id, ms })
    return () => {
      if (this.#hearing.delete(id)) this.#port.postMessage({ do: 'SLEEP', id })
    }
  }
}
