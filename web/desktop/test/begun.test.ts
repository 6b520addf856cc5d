import { describe, expect, test } from 'vitest'
import { begunWords, joined, NOTE } from '../src/writing/begun.ts'

describe('what was begun when something is given away', () => {
  const mail = { to: '', cc: '', subject: 'Booking', text: 'by mail ', inReplyTo: null }

  test('is that of the conversation, of all its channels', () => {
    const texts = { '7.web': 'in the chat', '7.sms': '  ', '77.web': 'of another' }
    expect(begunWords({ texts, mails: { '7': mail } }, '7')).toBe('in the chat\nby mail')
    expect(begunWords({ texts, mails: {} }, '8')).toBe('')
  })

  test('goes behind the note, whole or not at all', () => {
    expect(joined(' ', 'begun')).toBe('begun')
    expect(joined('please ', 'begun')).toBe('please\nbegun')
    expect(joined('x', 'y'.repeat(NOTE - 1))).toBeNull()
  })
})
