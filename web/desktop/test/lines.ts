import type { Clock, Line } from '../src/desk/DeskSocket.ts'

/// Time that passes only when the test says so.
export class TestClock implements Clock {
  #now = 1_000_000
  #timers: { at: number; run: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  /// As a machine that sleeps: time passes, and no timer runs.
  sleep(ms: number): void {
    this.#now += ms
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      const next = this.#timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#timers = this.#timers.filter((one) => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settle()
    }
    this.#now = until
  }
}

export class TestLine implements Line {
  onopen: (() => void) | null = null
  onmessage: ((message: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  readonly sent: string[] = []
  closed = false
  readonly desk: string
  readonly after: number

  constructor(desk: string, after: number) {
    this.desk = desk
    this.after = after
  }

  send(text: string): void {
    this.sent.push(text)
  }

  close(): void {
    this.closed = true
  }

  says(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }

  beats(healthy = true): void {
    this.says({ heartbeat: true, healthy })
  }
}

export const settle = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}
