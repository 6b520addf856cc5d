import { describe, expect, test } from 'vitest'
import { addressesIn, forwarded, hasOthers, newMail, replyTo } from '../src/writing/mail.ts'
import type { EmailView } from '../src/writing/wire.ts'

const box = (address: string, name: string | null = null) => ({ name, address })

const email: EmailView = {
  subject: 'Booking RX-40721',
  from: box('layla@example.com', 'Layla'),
  to: [box('orders@shop.example'), box('office@example.com')],
  cc: [box('sami@example.com'), box('LAYLA@example.com')],
  replyTo: [],
  answer: { to: [box('layla@example.com')], cc: [] },
  answerAll: { to: [box('layla@example.com')], cc: [box('office@example.com'), box('sami@example.com')] },
  why: 'NEW',
  thread: '1',
  changed: null,
  trust: 'ATTESTED',
  marks: [],
  html: true,
  remote: false,
}

describe('an answer', () => {
  test('goes to whom the server says, belongs to the mail that is answered and has it below', () => {
    expect(replyTo(email, '905', false)).toEqual({
      to: 'layla@example.com',
      cc: '',
      subject: 'Re: Booking RX-40721',
      text: '',
      inReplyTo: '905',
      quoted: '905',
    })
    expect(replyTo(email, '905', true)).toMatchObject({ to: 'layla@example.com', cc: 'office@example.com, sami@example.com' })
  })

  test('to all is offered only where there are others', () => {
    expect(hasOthers(email)).toBe(true)
    expect(hasOthers({ ...email, answerAll: email.answer })).toBe(false)
  })

  test('to an answer has one prefix, whichever program wrote it', () => {
    for (const subject of ['Re: a', 'RE: a', 'AW: a', 'رد: a', 'Re[2]: a']) {
      expect(replyTo({ ...email, subject }, '1', false).subject).toBe(subject)
    }
  })
})

test('what is passed on begins a new mail with the old one below', () => {
  expect(forwarded(email, '905')).toEqual({ to: '', cc: '', subject: 'Fwd: Booking RX-40721', text: '', inReplyTo: null, quoted: '905' })
})

describe('what is typed as addresses', () => {
  test('is parted as people part them, with and without names', () => {
    expect(addressesIn('a@b.example, "Layla, H." <layla@example.com>; c@d.example\ne@f.example')).toEqual({
      good: ['a@b.example', 'layla@example.com', 'c@d.example', 'e@f.example'],
      bad: [],
    })
  })

  test('counts once, and what is no address is named', () => {
    expect(addressesIn('a@b.example a@b.example layla@ here')).toEqual({ good: ['a@b.example'], bad: ['layla@', 'here'] })
    expect(addressesIn(newMail(null).to)).toEqual({ good: [], bad: [] })
  })
})
