import { describe, expect, it } from 'vitest'
import en from '../src/i18n/en.json'
import { isUnproved, type Known, whyTrusted } from '../src/writing/Trusted.tsx'

const of = (medium: Known['medium'], channel: string, party: string | null): Known => ({ medium, channel, party, trust: null })
const PHONE = of('VOICE', 'phone', '+963944555018')
const MAIL = of('EMAIL', 'email', 'layla@example.com')

describe('how the customer of an interaction was known', () => {
  it('is marked where nobody has proved it, and not where nobody knows', () => {
    expect((['PRESENTED', 'CLAIMED', 'ATTESTED', 'CONFIRMED', null] as const).map((trust) => isUnproved({ trust }))).toEqual([true, true, false, false, false])
  })

  it('has a reason of its own for each channel', () => {
    const reasons = [
      whyTrusted(PHONE, 'PRESENTED'),
      whyTrusted({ ...PHONE, party: null }, 'PRESENTED'),
      whyTrusted(MAIL, 'PRESENTED'),
      whyTrusted(MAIL, 'ATTESTED'),
      whyTrusted(of('CHAT', 'sms', 'BANK'), 'PRESENTED'),
      whyTrusted(of('CHAT', 'postcard', 'a'), 'PRESENTED'),
      whyTrusted(of('CHAT', 'whatsapp', 'a'), 'ATTESTED'),
      whyTrusted(of('CHAT', 'web', null), 'ATTESTED'),
      whyTrusted(PHONE, 'CONFIRMED'),
      whyTrusted(PHONE, 'CLAIMED'),
    ]
    expect(new Set(reasons).size).toBe(reasons.length)
    for (const reason of reasons) expect(en[reason as keyof typeof en]).toBeTruthy()
    expect(whyTrusted(of('VOICE', 'web-call', null), 'ATTESTED')).toBe('trust.why.browser')
  })
})
