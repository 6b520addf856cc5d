import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem, Unreachable } from '../src/api/http.ts'
import type { MessageView } from '../src/api/types.ts'
import { appeared, type Outgoing, outbox, type Post, useOutbox } from '../src/conversation/outbox.ts'
import { message } from './fixtures.ts'

const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}
const entries = () => useOutbox.getState().entries

/// Puts a message into the box without sending it.
function entry(text: string, changed: Partial<Outgoing> = {}): Outgoing {
  const one: Outgoing = {
    id: text,
    conversation: '1',
    interaction: '11',
    text,
    at: '2026-11-20T10:00:00Z',
    delivery: 'WAITING',
    problem: null,
    seq: null,
    ...changed,
  }
  useOutbox.setState({ entries: [...entries(), one] })
  return one
}

describe('what the agent has sent', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    outbox.close()
  })

  test('goes out in order, one at a time', async () => {
    const sent: string[] = []
    let release: (() => void) | undefined
    const post: Post = (one) => {
      sent.push(one.text)
      return new Promise((done) => {
        release = () => done({ seq: sent.length + 3, at: one.at })
      })
    }
    entry('a')
    entry('b')
    outbox.pump(post)
    await settle()
    expect(sent).toEqual(['a'])
    release?.()
    await settle()
    expect(sent).toEqual(['a', 'b'])
  })

  test('without an answer it waits and is sent again with the same id', async () => {
    const ids: string[] = []
    let reachable = false
    const post: Post = (one) => {
      ids.push(one.id)
      return reachable ? Promise.resolve({ seq: 4, at: one.at }) : Promise.reject(new Unreachable())
    }
    entry('a')
    outbox.pump(post)
    await settle()
    expect(entries()[0]?.delivery).toBe('WAITING')
    reachable = true
    await vi.advanceTimersByTimeAsync(2_500)
    expect(ids).toEqual(['a', 'a'])
    expect(entries()[0]).toMatchObject({ delivery: 'STORED', seq: 4 })
  })

  test('not stored says so and goes again only when asked', async () => {
    const post: Post = () => Promise.reject(new Problem('not-stored', 503, null))
    entry('a')
    outbox.pump(post)
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(entries()[0]).toMatchObject({ delivery: 'NOT_STORED', problem: 'not-stored' })
  })

  test('when the server does not know either, it goes again by itself', async () => {
    let known = false
    const post: Post = (one) =>
      known ? Promise.resolve({ seq: 4, at: one.at }) : Promise.reject(new Problem('try-again', 503, null))
    entry('a')
    outbox.pump(post)
    await settle()
    expect(entries()[0]?.delivery).toBe('WAITING')
    known = true
    await vi.advanceTimersByTimeAsync(2_500)
    expect(entries()[0]?.delivery).toBe('STORED')
  })

  test('refused for good, it stays with its reason', async () => {
    entry('a')
    outbox.pump(() => Promise.reject(new Problem('chat-ended', 409, null)))
    await settle()
    expect(entries()[0]).toMatchObject({ delivery: 'REFUSED', problem: 'chat-ended' })
  })

  test('leaves the box once the timeline shows it, and not before', () => {
    entry('a', { delivery: 'STORED', seq: 4 })
    outbox.settle('1', [message(3, 'x')])
    expect(entries()).toHaveLength(1)
    outbox.settle('1', [message(3, 'x'), message(4, 'a', 'AGENT')])
    expect(entries()).toHaveLength(0)
  })

  test('is known again by its own id, not by its words, when the timeline is quicker than the answer', () => {
    const going = entry('a', { delivery: 'SENDING' })
    const again = entry('again', { text: 'a' })
    const shown: MessageView = { ...message(4, 'a', 'AGENT'), clientId: 'a' }
    expect(appeared(going, [message(4, 'a', 'AGENT')])).toBe(false)
    expect(appeared(going, [shown])).toBe(true)
    expect(appeared(again, [shown])).toBe(false)
  })

  test('leaves the box when the timeline shows it, even if its answer was lost; others stay', async () => {
    const posts: ((why: unknown) => void)[] = []
    const post: Post = () => new Promise((_, fail) => posts.push(fail))
    entry('a')
    entry('elsewhere', { conversation: '2', delivery: 'REFUSED' })
    outbox.pump(post)
    const shown: MessageView = { ...message(4, 'a', 'AGENT'), clientId: 'a' }
    outbox.settle('1', [shown])
    posts[0]?.(new Unreachable())
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(entries().map((one) => one.id)).toEqual(['elsewhere'])
    expect(posts).toHaveLength(1)
  })
})
