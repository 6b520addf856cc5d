import { beforeEach, describe, expect, test } from 'vitest'
import { DEAD_MS, SILENT_MS } from '../src/desk/DeskSocket.ts'
import { SharedLines } from '../src/desk/SharedLines.ts'
import { type FromWorker, type Port, ThroughWorker, type ToWorker } from '../src/desk/throughWorker.ts'
import { TestClock, TestLine } from './lines.ts'

class Window {
  readonly heard: unknown[] = []
  lost = 0

  readonly listener = {
    hear: (text: string) => {
      this.heard.push(JSON.parse(text))
    },
    lost: () => {
      this.lost++
    },
  }
}

const frame = (offset: number) => ({ offset, events: [] })
const beat = { heartbeat: true, healthy: true }

describe('one line for all windows', () => {
  let clock: TestClock
  let opened: TestLine[]
  let lines: SharedLines
  let one: Window
  let two: Window

  const line = () => opened.at(-1) as TestLine

  beforeEach(() => {
    clock = new TestClock()
    opened = []
    lines = new SharedLines((desk, after) => {
      opened.push(new TestLine(desk, after))
      return line()
    }, clock)
    one = new Window()
    two = new Window()
  })

  test('two windows of a desk have one line and hear the same', () => {
    lines.join('d', 10, one.listener)
    lines.join('d', 10, two.listener)
    line().says(frame(11))
    expect(opened).toHaveLength(1)
    expect(one.heard).toEqual([frame(11)])
    expect(two.heard).toEqual(one.heard)
  })

  test('who joins later hears what came since their snapshot, and that the line lives', () => {
    lines.join('d', 10, one.listener)
    line().says(frame(11))
    line().beats()
    line().says(frame(12))
    lines.join('d', 11, two.listener)
    expect(two.heard).toEqual([frame(12), beat])
  })

  test('who stands before what is known reads the snapshot again, and the others go on', () => {
    lines.join('d', 10, one.listener)
    const joined = lines.join('d', 9, two.listener)
    expect(two.heard).toEqual([{ resync: true }])
    joined.leave()
    line().says(frame(11))
    expect(two.heard).toHaveLength(1)
    expect(one.heard).toEqual([frame(11)])
    expect(line().closed).toBe(false)
  })

  test('what was said long ago is not kept', () => {
    lines.join('d', 0, one.listener)
    for (let offset = 1; offset <= 600; offset++) line().says(frame(offset))
    lines.join('d', 50, two.listener)
    expect(two.heard).toEqual([{ resync: true }])
    const three = new Window()
    lines.join('d', 100, three.listener)
    expect(three.heard).toEqual(Array.from({ length: 500 }, (_, index) => frame(101 + index)))
  })

  test('a line that is closed is lost to all, and the next who comes opens another', () => {
    lines.join('d', 10, one.listener)
    lines.join('d', 10, two.listener)
    line().onclose?.()
    expect([one.lost, two.lost]).toEqual([1, 1])
    lines.join('d', 12, one.listener)
    lines.join('d', 12, two.listener)
    expect(opened.map((each) => each.after)).toEqual([10, 12])
  })

  test('a line that says nothing for long is lost, whether or not a window is awake', async () => {
    lines.join('d', 10, one.listener)
    line().beats()
    await clock.pass(DEAD_MS + 500)
    expect(line().closed).toBe(true)
    expect(one.lost).toBe(1)
  })

  test('a line that beats is kept', async () => {
    lines.join('d', 10, one.listener)
    for (let second = 0; second < 60; second++) {
      line().beats()
      await clock.pass(1_000)
    }
    expect(opened).toHaveLength(1)
    expect(one.lost).toBe(0)
  })

  test('after sleep nobody joins the line of before', () => {
    lines.join('d', 10, one.listener)
    line().beats()
    clock.sleep(SILENT_MS)
    lines.join('d', 10, two.listener)
    expect(opened).toHaveLength(2)
    expect(one.lost).toBe(1)
    line().says(frame(11))
    expect(two.heard).toEqual([frame(11)])
  })

  test('the last window that leaves closes the line', () => {
    const first = lines.join('d', 10, one.listener)
    const second = lines.join('d', 10, two.listener)
    first.leave()
    expect(line().closed).toBe(false)
    second.leave()
    expect(line().closed).toBe(true)
    expect([one.lost, two.lost]).toEqual([0, 0])
  })

  test('who has left sends nothing', () => {
    const first = lines.join('d', 10, one.listener)
    lines.join('d', 10, two.listener).send('two')
    first.leave()
    first.send('one')
    expect(line().sent).toEqual(['two'])
  })

  test('desks do not hear each other', () => {
    lines.join('d', 10, one.listener)
    lines.join('e', 10, two.listener)
    line().says(frame(11))
    expect(opened.map((each) => each.desk)).toEqual(['d', 'e'])
    expect(one.heard).toEqual([])
  })

  test('being told to, all read the snapshot again', () => {
    lines.join('d', 10, one.listener)
    lines.join('d', 10, two.listener)
    line().says({ resync: true })
    expect([one.heard, two.heard]).toEqual([[{ resync: true }], [{ resync: true }]])
    expect(line().closed).toBe(true)
  })
})

class TestPort implements Port {
  onmessage: ((message: { data: FromWorker }) => void) | null = null
  readonly sent: ToWorker[] = []

  postMessage(message: ToWorker): void {
    this.sent.push(message)
  }

  says(message: FromWorker): void {
    this.onmessage?.({ data: message })
  }
}

describe('a window before the worker', () => {
  let port: TestPort
  let worker: ThroughWorker

  beforeEach(() => {
    port = new TestPort()
    worker = new ThroughWorker(port)
  })

  test('hears its own line only, until it is lost', () => {
    const line = worker.open('d', 10)
    const heard: unknown[] = []
    let closed = 0
    line.onmessage = ({ data }) => heard.push(data)
    line.onclose = () => closed++
    port.says({ id: 1, is: 'JOINED' })
    port.says({ id: 1, is: 'HEARD', text: 'a' })
    port.says({ id: 2, is: 'HEARD', text: 'b' })
    port.says({ id: 1, is: 'LOST' })
    port.says({ id: 1, is: 'HEARD', text: 'c' })
    expect(heard).toEqual(['a'])
    expect(closed).toBe(1)
    expect(worker.mute).toBe(false)
  })

  test('goes without a worker that has not even answered', () => {
    const line = worker.open('d', 10)
    line.close()
    expect(worker.mute).toBe(true)
    expect(port.sent).toEqual([
      { do: 'JOIN', id: 1, desk: 'd', after: 10 },
      { do: 'LEAVE', id: 1 },
    ])
  })

  test('a worker that answers is kept, though its line says nothing', () => {
    const line = worker.open('d', 10)
    port.says({ id: 1, is: 'JOINED' })
    line.close()
    expect(worker.mute).toBe(false)
  })

  test('is woken once, and not when it has taken it back', () => {
    let woken = 0
    worker.wake(250, () => woken++)
    const back = worker.wake(500, () => woken++)
    back()
    for (const id of [1, 1, 2]) port.says({ id, is: 'WOKEN' })
    expect(woken).toBe(1)
    expect(port.sent.at(-1)).toEqual({ do: 'SLEEP', id: 2 })
  })
})
