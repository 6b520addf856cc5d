import { describe, expect, test } from 'vitest'
import { addressesIn, forwarded, hasOthers, newMail, replyTo } from '../src/writing/mail.ts'
import type { EmailView } from '../src/writing/wire.ts'

const OWN = 'orders@shop.example'
const box = (address: string, name: string | null = null) => ({ name, address })

const email: EmailView = {
  subject: 'Booking RX-40721',
  from: box('layla@example.com', 'Layla'),
  to: [box('Orders@Shop.example'), box('office@example.com')],
  cc: [box('sami@example.com'), box('LAYLA@example.com')],
  replyTo: [],
  trust: 'ATTESTED',
  marks: [],
  html: true,
  remote: false,
}

describe('an answer', () => {
  test('goes to whoever wrote, and belongs to the mail that is answered', () => {
    expect(replyTo(email, '905', OWN, false)).toEqual({ to: 'layla@example.com', cc: '', subject: 'Re: Booking RX-40721', text: '', inReplyTo: '905' })
  })

  test('goes where answers are wanted', () => {
    expect(replyTo({ ...email, replyTo: [box('bookings@example.com')] }, '905', OWN, false).to).toBe('bookings@example.com')
  })

  test('to all goes to nobody twice and never to ourselves', () => {
    expect(replyTo(email, '905', OWN, true)).toMatchObject({ to: 'layla@example.com', cc: 'office@example.com, sami@example.com' })
  })

  test('to what we wrote goes to the same people', () => {
    const ours = { ...email, from: box(OWN), to: [box('layla@example.com')], cc: [] }
    expect(replyTo(ours, '906', OWN, true)).toMatchObject({ to: 'layla@example.com', cc: '' })
  })

  test('to all is offered only where there are others', () => {
    expect(hasOthers(email, OWN)).toBe(true)
    expect(hasOthers({ ...email, to: [box(OWN)], cc: [] }, OWN)).toBe(false)
  })

  test('to an answer has one prefix, whichever program wrote it', () => {
    for (const subject of ['Re: a', 'RE: a', 'AW: a', 'رد: a', 'Re[2]: a']) {
      expect(replyTo({ ...email, subject }, '1', OWN, false).subject).toBe(subject)
    }
  })
})

test('what is passed on begins a new mail with the old one below', () => {
  const mail = forwarded(email, 'first\nsecond', { from: 'From:', date: 'Date: today', subject: 'Subject:' })
  expect(mail).toMatchObject({ to: '', subject: 'Fwd: Booking RX-40721', inReplyTo: null })
  expect(mail.text).toBe('\n\nFrom: layla@example.com\nDate: today\nSubject: Booking RX-40721\n\n> first\n> second')
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
