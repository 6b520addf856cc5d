import { describe, expect, test } from 'vitest'
import { shownTab, tabsOf, wayOf } from '../src/writing/choice.ts'
import type { Way } from '../src/writing/wire.ts'
import { conversation, interaction, message } from './fixtures.ts'

const MOBILE = '+963944555018'
const WORK = '+963115550142'

function way(channel: string, changed: Partial<Way> = {}): Way {
  return {
    channel,
    account: { id: `our ${channel}`, name: channel, address: `us@${channel}` },
    address: channel === 'email' ? { kind: 'EMAIL', value: 'layla@example.com' } : { kind: 'PHONE', value: MOBILE },
    label: channel,
    hindrance: null,
    templateOnly: false,
    characters: 1_000,
    files: 0,
    live: null,
    preferred: false,
    ...changed,
  }
}

const chat = interaction()
const over = interaction({ state: 'WRAP_UP', liveUntil: '2026-11-20T10:02:00Z' })
const sms = interaction({ id: '13', channel: 'sms' })
const by = (of: string, seq: number) => ({ ...message(seq, `m${seq}`), interaction: of })

describe('the channels of the composer', () => {
  test('stand in one order, the web chat only where there was one', () => {
    const ways = [way('telegram'), way('email'), way('whatsapp'), way('viber'), way('sms')]
    expect(tabsOf([chat], ways).map((tab) => tab.channel)).toEqual(['web', 'sms', 'email', 'whatsapp', 'telegram', 'viber'])
    expect(tabsOf([], ways).map((tab) => tab.channel)).toEqual(['sms', 'email', 'whatsapp', 'telegram', 'viber'])
  })

  test('one that cannot work stays, with its reason', () => {
    const tabs = tabsOf([over], [way('sms', { hindrance: 'opted-out' }), way('whatsapp', { hindrance: 'window-closed' }), way('telegram')])
    expect(tabs.map((tab) => [tab.channel, tab.hindrance])).toEqual([
      ['web', 'chat-ended'],
      ['sms', 'opted-out'],
      ['whatsapp', 'window-closed'],
      ['telegram', null],
    ])
  })

  test('a chat is for whoever is on the page, and says so beside what can be chosen', () => {
    const page = way('web', { address: null, hindrance: 'no-visitor' })
    expect(tabsOf([], [way('sms'), page]).map((tab) => [tab.channel, tab.hindrance, tab.ways.length])).toEqual([
      ['web', 'no-visitor', 0],
      ['sms', null, 1],
    ])
    expect(tabsOf([], [page])).toEqual([])
  })

  test('one open way opens the channel, and stands before those that are closed', () => {
    const landline = way('sms', { address: { kind: 'PHONE', value: WORK }, hindrance: 'landline' })
    const [tab] = tabsOf([], [landline, way('sms')])
    expect(tab?.hindrance).toBeNull()
    expect(tab?.ways.map((one) => one.address?.value)).toEqual([MOBILE, WORK])
  })

  test('what goes on can be answered before it is known what else could be done', () => {
    const account = { id: 'our sms', name: 'Orders', address: '+963115550100' }
    const live = { ...sms, account, party: MOBILE }
    const [tab] = tabsOf([live], [])
    expect(tab).toMatchObject({ channel: 'sms', hindrance: null })
    expect(tab && wayOf(tab, null, null)).toMatchObject({ account, address: { value: MOBILE }, live: '13' })
    expect(tabsOf([live], [way('sms', { hindrance: 'opted-out', live: '13' })])[0]?.hindrance).toBe('opted-out')
    expect(tabsOf([{ ...live, state: 'WRAP_UP' }], [])).toEqual([])
  })

  test('a mail can be written to whom no address is known: it is entered', () => {
    expect(tabsOf([], [way('email', { address: null, hindrance: 'no-address' })])[0]?.hindrance).toBeNull()
    expect(tabsOf([], [way('sms', { address: null, hindrance: 'no-address' })])[0]?.hindrance).toBe('no-address')
  })
})

describe('the channel that is meant', () => {
  const both = tabsOf([chat, sms], [way('sms', { live: '13' }), way('email', { preferred: true })])

  test('is the one by which the customer wrote last', () => {
    const wrote = conversation('1', [by('13', 1), by('11', 2)], { interactions: [chat, sms] })
    expect(shownTab(both, wrote, null)?.channel).toBe('web')
    const later = conversation('1', [by('11', 1), by('13', 2)], { interactions: [chat, sms] })
    expect(shownTab(both, later, null)?.channel).toBe('sms')
  })

  test('is the choice of the agent before that', () => {
    const wrote = conversation('1', [by('11', 1)], { interactions: [chat, sms] })
    expect(shownTab(both, wrote, { channel: 'email', to: null, account: null })?.channel).toBe('email')
  })

  test('is never one that cannot work while another can', () => {
    const ended = conversation('1', [by('11', 1)], { interactions: [over] })
    const tabs = tabsOf([over], [way('sms', { hindrance: 'opted-out' }), way('email')])
    expect(shownTab(tabs, ended, { channel: 'sms', to: null, account: null })?.channel).toBe('email')
  })

  test('on a call without a word is what is live, else what the server prefers', () => {
    const call = interaction({ medium: 'VOICE', channel: 'phone' })
    const none = conversation('1', [], { interactions: [call] })
    expect(shownTab(tabsOf([call], [way('sms'), way('email', { preferred: true })]), none, null)?.channel).toBe('email')
    expect(shownTab(tabsOf([call], [way('sms', { live: '13' }), way('email', { preferred: true })]), none, null)?.channel).toBe('sms')
  })

  test('is none where nothing can be written', () => {
    expect(shownTab(tabsOf([over], [way('sms', { hindrance: 'landline' })]), null, null)).toBeNull()
  })
})

describe('the way within a channel', () => {
  const work = way('sms', { address: { kind: 'PHONE', value: WORK } })
  const [tab] = tabsOf([], [way('sms', { preferred: true }), work])

  test('is the number on the line, else the preferred one', () => {
    expect(tab && wayOf(tab, null, '+963 11 555 0142')?.address?.value).toBe(WORK)
    expect(tab && wayOf(tab, null, null)?.address?.value).toBe(MOBILE)
  })

  test('is what the agent chose, as long as it is open', () => {
    const chosen = { channel: 'sms', to: WORK, account: null }
    expect(tab && wayOf(tab, chosen, MOBILE)?.address?.value).toBe(WORK)
    const [closed] = tabsOf([], [way('sms'), { ...work, hindrance: 'landline' }])
    expect(closed && wayOf(closed, chosen, null)?.address?.value).toBe(MOBILE)
  })

  test('is the one that goes on already', () => {
    const [live] = tabsOf([], [way('sms', { preferred: true }), { ...work, live: '13' }])
    expect(live && wayOf(live, null, MOBILE)?.address?.value).toBe(WORK)
  })
})
