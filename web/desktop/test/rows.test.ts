import { describe, expect, test } from 'vitest'
import { acceptedWords, endedWords } from '../src/conversation/eventWords.ts'
import { type Row, rowsOf } from '../src/conversation/rows.ts'
import { awaitingAnswer, lastWords, unreadOf } from '../src/conversation/unread.ts'
import { conversation, interaction, message } from './fixtures.ts'

function plainly(row: Row): string {
  switch (row.kind) {
    case 'DAY':
      return 'day'
    case 'MESSAGE':
      return row.message.text
    case 'UNSENT':
      return `unsent ${row.entry.text}`
    case 'EVENT':
      return row.event.type
  }
}

const shown = (...given: Parameters<typeof rowsOf>) => rowsOf(...given).map(plainly)

describe('the timeline', () => {
  const messages = [
    message(1, 'hello', 'CUSTOMER', '2026-11-20T10:00:00Z'),
    message(2, 'good morning', 'AGENT', '2026-11-20T10:01:00Z'),
  ]

  test('begins with the day and the start of the chat, and goes on in the order of time', () => {
    expect(shown(conversation('1', messages), messages, [])).toEqual(['day', 'STARTED', 'hello', 'ACCEPTED', 'good morning'])
  })

  test('says who ended it, and that notes are due', () => {
    const ended = interaction({ state: 'WRAP_UP', liveUntil: '2026-11-20T10:02:00Z', endedBy: 'CUSTOMER' })
    const rows = rowsOf(conversation('1', messages, { state: 'WRAP_UP', interactions: [ended] }), messages, [])
    expect(rows.map(plainly).slice(-2)).toEqual(['ENDED', 'WRAP_UP'])
    expect(rows.at(-2)).toMatchObject({ strands: [{ closes: true }], event: { by: 'CUSTOMER', lastedMs: 90_000 } })
    expect(rows.at(-1)).toMatchObject({ strands: [null] })
  })

  test('says when a mail was set aside, until when, and what brought it back', () => {
    const { until, ...aside } = { agent: { id: '7', name: 'Amal' }, at: '2026-11-20T10:02:00Z', until: '2026-11-21T08:00:00Z', note: '' }
    const back = { ...aside, until, backAt: '2026-11-20T10:05:00Z', backBy: 'CUSTOMER' as const }
    const again = { ...aside, until, at: '2026-11-20T10:06:00Z', backAt: null, backBy: null }
    const mail = interaction({ medium: 'EMAIL', state: 'POSTPONED', postponements: [back, again] })
    const rows = rowsOf(conversation('1', messages, { interactions: [mail] }), messages, [])
    expect(rows.map(plainly).slice(-3)).toEqual(['POSTPONED', 'CAME_BACK', 'POSTPONED'])
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
    expect(rows.at(-1)).toMatchObject({ event: { postponement: { until } } })
  })

  test('says that it was given away, and that it came back', () => {
    const given = { agent: { id: '7', name: 'Amal' }, at: '2026-11-20T10:02:00Z', service: null, colleague: { id: '8', name: 'Sam' }, note: 'please', returnedAt: '2026-11-20T10:03:00Z' }
    const chat = interaction({ transfers: [given] })
    const rows = rowsOf(conversation('1', messages, { interactions: [chat] }), messages, [])
    const events = rows.flatMap((row) => (row.kind === 'EVENT' ? [row.event.type] : []))
    expect(events).toEqual(['STARTED', 'TRANSFERRED', 'RETURNED'])
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
  })

  test('says you of this agent alone, and names whoever else it was', () => {
    const sam = { id: '8', name: 'Sam' }
    const words = (changed: Parameters<typeof interaction>[0]) => [acceptedWords(interaction(changed)), endedWords(interaction(changed), 'AGENT')]
    expect(words({ channel: 'web' })).toEqual(['timeline.accepted', 'timeline.endedByAgent'])
    expect(words({ channel: 'web', host: sam })).toEqual(['timeline.acceptedByName', 'timeline.endedByName'])
    expect(words({ channel: 'sms' })).toEqual(['timeline.youAccepted', 'timeline.channelEnded'])
    expect(words({ channel: 'sms', host: sam })).toEqual(['timeline.nameAccepted', 'timeline.channelEnded'])
    expect(words({ medium: 'VOICE' })).toEqual(['timeline.callAccepted', 'timeline.callEndedByAgent'])
    expect(words({ medium: 'VOICE', host: sam })).toEqual(['timeline.callAcceptedByName', 'timeline.callEndedByName'])
    expect(endedWords(interaction({ channel: 'web', host: sam }), 'CUSTOMER')).toBe('timeline.endedByCustomer')
  })

  test('keeps notes apart from what was said, by whom and for whom', () => {
    const note = { ...message(3, 'angry', 'AGENT', '2026-11-20T10:02:00Z'), internal: true }
    const more = [...messages, note, message(4, 'hello?', 'CUSTOMER', '2026-11-20T10:03:00Z')]
    const rows = rowsOf(conversation('1', more), more, []).filter((row) => row.kind === 'MESSAGE')
    expect(rows.map((row) => row.named)).toEqual([true, true, true, false])
    const noted = conversation('1', [message(1, 'hello'), note])
    expect(awaitingAnswer(noted)?.text).toBe('hello')
    expect(lastWords(noted)?.text).toBe('hello')
    expect(unreadOf(noted)).toBe(1)
  })

  test('what happened before the oldest message loaded is not shown yet', () => {
    const late = [message(150, 'late', 'CUSTOMER', '2026-11-20T11:00:00Z')]
    expect(shown(conversation('1', late), late, [])).toEqual(['day', 'late'])
  })

  test('a new day gets its line', () => {
    const two = [...messages, message(3, 'tomorrow', 'CUSTOMER', '2026-11-22T10:00:00Z')]
    expect(shown(conversation('1', two), two, []).slice(-2)).toEqual(['day', 'tomorrow'])
  })

  test('names the customer once for each chat, an agent when another one wrote before', () => {
    const more = [...messages, message(3, 'thanks', 'CUSTOMER', '2026-11-20T10:02:00Z'), message(4, 'bye', 'AGENT', '2026-11-20T10:03:00Z')]
    const named = rowsOf(conversation('1', more), more, []).flatMap((row) => (row.kind === 'MESSAGE' ? [row.named] : []))
    expect(named).toEqual([true, true, false, false])
  })

  describe('with a call beside the chat', () => {
    const chat = interaction()
    const call = interaction({
      id: '12',
      medium: 'VOICE',
      direction: 'OUTBOUND',
      party: '+963944555018',
      arrivedAt: '2026-11-20T10:00:40Z',
      acceptedAt: '2026-11-20T10:00:40Z',
    })
    const both = (one: typeof call) => conversation('1', messages, { interactions: [chat, one] })
    const media = (row: Row | undefined) =>
      row === undefined || row.kind === 'DAY' ? [] : row.strands.map((strand) => strand?.kind ?? null)

    test('both strands pass what is written while they go on', () => {
      const rows = rowsOf(both(call), messages, [])
      expect(rows.map(plainly)).toEqual(['day', 'STARTED', 'hello', 'ACCEPTED', 'STARTED', 'good morning'])
      expect(rows.map(media)).toEqual([
        [],
        ['WEB', null],
        ['WEB', null],
        ['WEB', null],
        ['WEB', 'VOICE'],
        ['WEB', 'VOICE'],
      ])
    })

    test('the strand of the call ends where it ended', () => {
      const ended = { ...call, state: 'WRAP_UP', liveUntil: '2026-11-20T10:00:50Z', endedBy: 'AGENT' } as const
      const rows = rowsOf(both(ended), messages, [])
      expect(rows.map(plainly).slice(-3)).toEqual(['STARTED', 'ENDED', 'good morning'])
      expect(rows.map(media).slice(-2)).toEqual([
        ['WEB', 'VOICE'],
        ['WEB', null],
      ])
    })

    test('notes are due once, after the last of them has ended', () => {
      const over = { state: 'WRAP_UP', endedBy: 'AGENT' } as const
      const chatOver = { ...chat, ...over, liveUntil: '2026-11-20T10:02:00Z' }
      const callOver = { ...call, ...over, liveUntil: '2026-11-20T10:03:00Z' }
      const going = conversation('1', messages, { interactions: [chatOver, call] })
      expect(rowsOf(going, messages, []).map(plainly)).not.toContain('WRAP_UP')
      const done = conversation('1', messages, { state: 'WRAP_UP', interactions: [chatOver, callOver] })
      expect(rowsOf(done, messages, []).map(plainly).slice(-3)).toEqual(['ENDED', 'ENDED', 'WRAP_UP'])
    })
  })

  describe('with several channels', () => {
    const chat = interaction({ state: 'WRAP_UP', liveUntil: '2026-11-20T10:01:30Z', endedBy: 'CUSTOMER' })
    const account = { id: '70', name: 'Orders', address: '+963115550100' }
    const sms = interaction({ id: '13', channel: 'sms', direction: 'OUTBOUND', party: '+963944555018', account, arrivedAt: '2026-11-20T10:02:00Z' })
    const mail = interaction({ id: '14', channel: 'email', medium: 'EMAIL', party: 'layla@example.com', account: { ...account, id: '71' }, arrivedAt: '2026-11-20T10:04:00Z' })
    const of = (id: string, seq: number, text: string, by: 'CUSTOMER' | 'AGENT', at: string) => ({ ...message(seq, text, by, at), interaction: id })
    const all = [
      ...messages,
      of('13', 3, 'a summary', 'AGENT', '2026-11-20T10:02:00Z'),
      of('13', 4, 'thank you', 'CUSTOMER', '2026-11-20T10:03:00Z'),
      of('14', 5, 'a letter', 'CUSTOMER', '2026-11-20T10:04:00Z'),
    ]
    const rows = rowsOf(conversation('1', all, { interactions: [chat, sms, mail] }), all, [])
    const said = rows.flatMap((row) => (row.kind === 'MESSAGE' ? [row] : []))

    test('each has a strand of its own, in the order in which they began', () => {
      const kinds = rows.flatMap((row) => (row.kind === 'DAY' ? [] : [row.strands.map((strand) => strand?.kind ?? null)]))
      expect(kinds.at(0)).toEqual(['WEB', null, null])
      expect(kinds.at(-1)).toEqual([null, 'SMS', 'EMAIL'])
    })

    test('every message knows its channel and the account of ours', () => {
      expect(said.map((row) => [row.message.text, row.via.kind, row.via.account?.id ?? null])).toEqual([
        ['hello', 'WEB', null],
        ['good morning', 'WEB', null],
        ['a summary', 'SMS', '70'],
        ['thank you', 'SMS', '70'],
        ['a letter', 'EMAIL', '71'],
      ])
    })

    test('who writes by another channel is named again', () => {
      expect(said.map((row) => row.named)).toEqual([true, true, true, true, true])
    })

    test('what is sent by a channel that it begins itself has no strand yet', () => {
      const entry = { id: 'x', conversation: '1', interaction: null, text: 'going', at: '2026-11-20T10:05:00Z', delivery: 'SENDING', problem: null, seq: null } as const
      const last = rowsOf(conversation('1', all, { interactions: [chat, sms, mail] }), all, [entry]).at(-1)
      expect(last).toMatchObject({ kind: 'UNSENT', entry, strands: [null, { dot: false }, { dot: false }] })
    })
  })
})
