import { describe, expect, test } from 'vitest'
import type { DeskEvent } from '../src/api/types.ts'
import { applyFrame, compareIds, WINDOW } from '../src/desk/reducer.ts'
import { conversation, message, presence, snapshot } from './fixtures.ts'

describe('the desk as snapshot and frames', () => {
  test('a frame that is not newer changes nothing', () => {
    const before = snapshot([], 10)
    expect(applyFrame(before, { offset: 10, events: [{ type: 'conversationRemoved', id: '1', why: null }] })).toBe(before)
    expect(applyFrame(before, { offset: 9, events: [{ type: 'presenceChanged', presence }] })).toBe(before)
  })

  test('a newer frame moves the offset on, even when nothing in it changes the snapshot', () => {
    expect(applyFrame(snapshot([], 10), { offset: 12, events: [{ type: 'typing', conversation: '1' }] })).toEqual(snapshot([], 12))
  })

  test('presence is replaced', () => {
    const busy = { ...presence, workStatus: 'BUSY' as const }
    const after = applyFrame(snapshot(), { offset: 11, events: [{ type: 'presenceChanged', presence: busy }] })
    expect(after.presence).toEqual(busy)
  })

  test('a changed conversation replaces the whole view, a new one takes its place in the order of ids', () => {
    const before = snapshot([conversation('99'), conversation('300')])
    const events: DeskEvent[] = [
      { type: 'conversationChanged', conversation: conversation('100') },
      { type: 'conversationChanged', conversation: conversation('300', [message(1, 'hello')], { version: 2 }) },
    ]
    const after = applyFrame(before, { offset: 11, events })
    expect(after.conversations.map((one) => one.id)).toEqual(['99', '100', '300'])
    expect(after.conversations[2]).toEqual(conversation('300', [message(1, 'hello')], { version: 2 }))
  })

  test('a removed conversation is gone; removing an unknown one is nothing', () => {
    const before = snapshot([conversation('1'), conversation('2')])
    const after = applyFrame(before, {
      offset: 11,
      events: [
        { type: 'conversationRemoved', id: '1', why: null },
        { type: 'conversationRemoved', id: '17', why: null },
      ],
    })
    expect(after.conversations.map((one) => one.id)).toEqual(['2'])
  })

  test('what was read in another window is read here, and never becomes unread again', () => {
    const before = snapshot([conversation('1', [message(1, 'a'), message(2, 'b')], { readSeq: 1 })])
    const read = (seq: number) => ({ type: 'conversationRead', id: '1', seq }) as const
    const after = applyFrame(before, { offset: 11, events: [read(2), read(1)] })
    expect(after.conversations[0]?.readSeq).toBe(2)
  })

  test('a message is added once and in order, whatever is repeated', () => {
    const before = snapshot([conversation('1', [message(1, 'a')])])
    const second = { type: 'messageAdded', conversation: '1', message: message(2, 'b') } as const
    const first = { type: 'messageAdded', conversation: '1', message: message(1, 'a') } as const
    const after = applyFrame(before, { offset: 11, events: [second, first, second] })
    expect(after.conversations[0]?.messages.map((one) => one.text)).toEqual(['a', 'b'])
    expect(after.conversations[0]?.lastSeq).toBe(2)
  })

  test('a conversation keeps as many messages as a fresh snapshot would carry', () => {
    const full = Array.from({ length: WINDOW }, (_, index) => message(index + 1, `m${index + 1}`))
    const after = applyFrame(snapshot([conversation('1', full)]), {
      offset: 11,
      events: [{ type: 'messageAdded', conversation: '1', message: message(WINDOW + 1, 'last') }],
    })
    expect(after.conversations[0]?.messages).toHaveLength(WINDOW)
    expect(after.conversations[0]?.messages[0]?.seq).toBe(2)
    expect(after.conversations[0]?.messages.at(-1)?.text).toBe('last')
  })

  test('the former snapshot is left as it was', () => {
    const before = snapshot([conversation('1', [message(1, 'a')])])
    const copy = structuredClone(before)
    applyFrame(before, { offset: 11, events: [{ type: 'messageAdded', conversation: '1', message: message(2, 'b') }] })
    expect(before).toEqual(copy)
  })

  test('what became of a message is known of that message alone, and of no other conversation', () => {
    const sms = (seq: number) => ({ ...message(seq, `m${seq}`, 'AGENT'), delivery: { state: 'WAITING', failure: null, changedAt: '2026-11-20T10:00:00Z' } as const })
    const before = snapshot([conversation('1', [sms(1), sms(2)]), conversation('2', [sms(1), sms(2)])])
    const failed = { state: 'FAILED', failure: 'landline', changedAt: '2026-11-20T10:00:09Z' } as const
    const after = applyFrame(before, { offset: 11, events: [{ type: 'deliveryChanged', conversation: '1', seq: 2, delivery: failed }] })
    expect(after.conversations.map((one) => one.messages.map((each) => each.delivery?.state))).toEqual([
      ['WAITING', 'FAILED'],
      ['WAITING', 'WAITING'],
    ])
    expect(after.conversations[0]?.messages[1]?.delivery).toEqual(failed)
    expect(after.conversations[0]?.lastSeq).toBe(2)
  })

  test('an event nobody knows is not passed over in silence', () => {
    const unknown = { type: 'callStarted' } as unknown as DeskEvent
    expect(() => applyFrame(snapshot(), { offset: 11, events: [unknown] })).toThrow('unknown type')
  })

  test('ids longer than a number are compared as numbers', () => {
    expect(compareIds('137218000000391623', '137218000000391624')).toBeLessThan(0)
    expect(compareIds('99', '100')).toBeLessThan(0)
    expect(compareIds('7', '7')).toBe(0)
  })
})
