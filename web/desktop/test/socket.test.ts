import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Unreachable } from '../src/api/http.ts'
import type { DeskFrame, DeskSnapshot } from '../src/api/types.ts'
import { DEAD_MS, DeskSocket, SILENT_MS, type Sync } from '../src/desk/DeskSocket.ts'
import { snapshot } from './fixtures.ts'
import { settle, TestClock, TestLine } from './lines.ts'

describe('the line of the desk', () => {
  let clock: TestClock
  let lines: TestLine[]
  let reads: number
  let read: () => Promise<DeskSnapshot>
  let syncs: Sync[]
  let frames: DeskFrame[]
  let socket: DeskSocket

  const line = () => lines.at(-1) as TestLine
  const sync = () => syncs.at(-1) as Sync

  beforeEach(() => {
    clock = new TestClock()
    lines = []
    reads = 0
    syncs = []
    frames = []
    read = () => Promise.resolve(snapshot([], 10))
    socket = new DeskSocket({
      clock,
      wake: (ms, run) => clock.after(ms, run),
      read: () => {
        reads++
        return read()
      },
      open: (desk, after) => {
        lines.push(new TestLine(desk, after))
        return line()
      },
      offset: () => 10,
      onSnapshot: () => undefined,
      onFrame: (frame) => frames.push(frame),
      onSync: (next) => syncs.push(next),
      isFinal: (error) => error === 'final',
    })
  })

  async function inSync(): Promise<void> {
    socket.start()
    await settle()
    line().beats()
  }

  test('reads the snapshot, then follows from its offset', async () => {
    await inSync()
    expect(lines).toHaveLength(1)
    expect(line()).toMatchObject({ desk: '1', after: 10 })
    line().says({ offset: 11, events: [] })
    expect(frames).toEqual([{ offset: 11, events: [] }])
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('an open line that says nothing is not in sync', async () => {
    socket.start()
    await settle()
    expect(sync().state).toBe('CONNECTING')
  })

  test('two seconds without a heartbeat: not in sync, and a little before', async () => {
    await inSync()
    await clock.pass(SILENT_MS - 250)
    expect(sync().state).toBe('IN_SYNC')
    await clock.pass(250)
    expect(sync()).toMatchObject({ state: 'CONNECTING', attempt: 1 })
    line().beats()
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('a line silent for long is left and a new one taken', async () => {
    await inSync()
    const old = line()
    await clock.pass(DEAD_MS + 250)
    expect(old.closed).toBe(true)
    expect(lines).toHaveLength(2)
    line().beats()
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('a server that cannot store says so, and the desktop is not in sync', async () => {
    await inSync()
    line().beats(false)
    expect(sync()).toMatchObject({ state: 'UNHEALTHY' })
    line().beats(true)
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('a closed line is opened again within a second, and later ones are, too, however long it takes', async () => {
    await inSync()
    line().onclose?.()
    expect(sync()).toMatchObject({ state: 'CONNECTING', attempt: 1 })
    await clock.pass(1_000)
    expect(lines).toHaveLength(2)
    read = () => Promise.reject(new Error('no answer'))
    line().onclose?.()
    const before = reads
    await clock.pass(60_000)
    expect(reads - before).toBeGreaterThanOrEqual(60)
    expect(reads - before).toBeLessThanOrEqual(80)
    read = () => Promise.resolve(snapshot([], 10))
    await clock.pass(1_000)
    line().beats()
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('being told to, reads the snapshot again', async () => {
    await inSync()
    const old = line()
    line().says({ resync: true })
    await settle()
    expect(old.closed).toBe(true)
    expect(reads).toBe(2)
    expect(lines).toHaveLength(2)
  })

  test('what a former line still says is not listened to', async () => {
    await inSync()
    const old = line()
    const hear = old.onmessage
    line().says({ resync: true })
    await settle()
    hear?.({ data: JSON.stringify({ offset: 99, events: [] }) })
    expect(frames).toEqual([])
  })

  test('what cannot be understood makes it begin again', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue()
    await inSync()
    line().onmessage?.({ data: 'not json' })
    expect(told).toHaveBeenCalledOnce()
    told.mockRestore()
    expect(sync().state).toBe('CONNECTING')
    await clock.pass(1_000)
    expect(lines).toHaveLength(2)
  })

  test('whoever does not want to wait need not', async () => {
    await inSync()
    read = () => Promise.reject(new Error('no answer'))
    line().onclose?.()
    await clock.pass(20_000)
    read = () => Promise.resolve(snapshot([], 10))
    socket.tryNow()
    await settle()
    line().beats()
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('a window that comes to life judges its line anew, though no timer has run meanwhile', async () => {
    await inSync()
    clock.sleep(3_600_000)
    socket.tryNow()
    await settle()
    expect(lines).toHaveLength(2)
    line().beats()
    expect(sync()).toEqual({ state: 'IN_SYNC' })
  })

  test('a window that comes to life keeps a line that speaks', async () => {
    await inSync()
    socket.tryNow()
    await settle()
    expect(lines).toHaveLength(1)
  })

  test('without a session it stops for good', async () => {
    read = () => Promise.reject('final')
    socket.start()
    await settle()
    await clock.pass(60_000)
    expect(reads).toBe(1)
    expect(lines).toHaveLength(0)
  })

  test('stopped, it closes the line and never comes back', async () => {
    await inSync()
    socket.stop()
    expect(line().closed).toBe(true)
    await clock.pass(60_000)
    expect(lines).toHaveLength(1)
  })

  const writing = { id: 'a', conversation: '1', interaction: '11', text: 'Hello' }

  test('a message is stored when the server says so', async () => {
    await inSync()
    const stored = socket.write(writing)
    expect(line().sent).toEqual([JSON.stringify({ type: 'write', ...writing })])
    line().says({ written: 'a', seq: 4, at: '2026-11-20T10:00:00Z' })
    expect(await stored).toEqual({ seq: 4, at: '2026-11-20T10:00:00Z' })
  })

  test('a refused message fails with the problem of the server', async () => {
    await inSync()
    const stored = socket.write(writing)
    line().says({ refused: 'a', status: 409, problem: 'chat-ended' })
    await expect(stored).rejects.toMatchObject({ code: 'chat-ended', status: 409 })
  })

  test('a message whose answer is lost with the line is unreachable, not refused', async () => {
    await inSync()
    const stored = socket.write(writing)
    line().onclose?.()
    await expect(stored).rejects.toBeInstanceOf(Unreachable)
    await expect(socket.write(writing)).rejects.toBeInstanceOf(Unreachable)
  })

  test('typing is sent while in sync and dropped otherwise', async () => {
    socket.start()
    await settle()
    socket.send({ type: 'typing', conversation: '1' })
    expect(line().sent).toEqual([])
    line().beats()
    socket.send({ type: 'typing', conversation: '1' })
    expect(line().sent).toEqual([JSON.stringify({ type: 'typing', conversation: '1' })])
  })
})
