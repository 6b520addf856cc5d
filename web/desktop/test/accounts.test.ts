import { describe, expect, test } from 'vitest'
import { ACCOUNT_FIELDS, draftOfAccount, emptyAccount, isAsked, wishOfAccount, wrongAccount } from '../src/administration/channel/account.ts'
import { count, type LedgerLine, since, totals } from '../src/administration/channel/ledger.ts'
import { asideWords, downWords, foundWords, settingName } from '../src/administration/channel/words.ts'
import type { AccountView, ChannelView, Setting } from '../src/api/types.ts'
import { sentenceOf } from '../src/i18n/problems.ts'

const setting = (name: string, kind: Setting['kind'], required = false, fallback = '', choices: readonly string[] = []): Setting => ({
  name,
  kind,
  required,
  fallback,
  choices,
})

const SMS: ChannelView = {
  name: 'sms',
  approves: false,
  capabilities: { medium: 'CHAT', address: 'PHONE', canBegin: true, characters: 1_600, files: 0, fileBytes: 0, receipts: true },
  settings: [
    setting('provider', 'CHOICE', false, 'smpp', ['smpp', 'http']),
    setting('host', 'TEXT', true),
    setting('port', 'NUMBER', false, '2775'),
    setting('tls', 'FLAG', false, 'false'),
    setting('password', 'SECRET', true),
    setting('url', 'TEXT'),
  ],
  services: [{ id: '7', name: 'Orders' }],
}

const STORED: AccountView = {
  id: '1',
  channel: 'sms',
  name: 'Texts',
  address: '+963944000100',
  service: '7',
  language: null,
  settings: { host: 'smsc.example.com' },
  secrets: ['password'],
  enabled: true,
  version: 3,
  standing: null,
}

describe('an account', () => {
  test('is written from nothing with what need not be asked', () => {
    const draft = emptyAccount(SMS)
    expect(draft.service).toBe('7')
    expect(draft['setting provider']).toBe('smpp')
    expect(draft['setting tls']).toBe('false')
    expect(draft['setting port']).toBe('')
  })

  test('says at each field at once what is missing', () => {
    expect(wrongAccount(emptyAccount({ ...SMS, services: [] }), SMS, [])).toEqual({
      name: 'admin.nameWrong',
      address: 'account.addressMissing',
      service: 'admin.serviceMissing',
      'setting host': 'account.settingMissing',
      'setting password': 'account.settingMissing',
    })
  })

  test('keeps a secret that is not given anew', () => {
    const draft = draftOfAccount(STORED, SMS)
    expect(draft['setting password']).toBe('')
    expect(wrongAccount(draft, SMS, STORED.secrets)).toEqual({})
    expect(wishOfAccount(draft, SMS).settings).not.toHaveProperty('password')
    expect(wishOfAccount({ ...draft, 'setting password': 'olive' }, SMS).settings['password']).toBe('olive')
  })

  test('takes numbers in the digits of either language', () => {
    const draft = { ...draftOfAccount(STORED, SMS), 'setting port': '٢٧٧٦' as const }
    expect(wrongAccount(draft, SMS, STORED.secrets)).toEqual({})
    expect(wishOfAccount(draft, SMS).settings['port']).toBe('2776')
    expect(wrongAccount({ ...draft, 'setting port': 'many' }, SMS, STORED.secrets)).toEqual({ 'setting port': 'account.numberWrong' })
  })

  test('asks only for what its way to the provider needs', () => {
    const asked = (provider: string) => SMS.settings.filter((one) => isAsked(SMS, one, { ...emptyAccount(SMS), 'setting provider': provider })).map((one) => one.name)
    expect(asked('smpp')).toEqual(['provider', 'host', 'port', 'tls', 'password'])
    expect(asked('http')).toEqual(['provider', 'url'])
  })

  test('has a sentence for each refusal of a field', () => {
    for (const code of Object.keys(ACCOUNT_FIELDS)) expect(sentenceOf(code), code).not.toBe('problem.unforeseen')
  })
})

describe('words of channels', () => {
  test('a setting without words shows its name', () => {
    expect(settingName('sms', 'host', (key) => key)).toBe('channel.sms.host')
    expect(settingName('pigeon', 'loft', (key) => key)).toBe('loft')
  })

  test('a code without words is said to be good or bad', () => {
    expect(foundWords(true, 'connection')).toBe('channel.test.connection')
    expect(foundWords(false, 'connection')).toBe('channel.test.not-reachable')
    expect(foundWords(true, 'never-heard-of')).toBe('channel.test.good')
    expect(foundWords(false, 'never-heard-of')).toBe('channel.test.bad')
    expect(downWords(null)).toBe('channel.test.bad')
    expect(asideWords('never-heard-of')).toBe('aside.other')
  })
})

describe('the ledger', () => {
  const line = (account: string, missing: number): LedgerLine => ({
    account,
    name: 'Texts',
    channel: 'sms',
    minute: '2026-03-01T12:00:00Z',
    accepted: 5,
    shown: 2,
    queued: 1,
    missed: 0,
    waiting: 0,
    news: 1,
    nothing: {},
    aside: { unreadable: 1 },
    missing,
  })

  test('is summed up by account', () => {
    const [one, other] = totals([line('1', 0), line('2', 0), line('1', 0)])
    expect(one).toMatchObject({ account: '1', accepted: 10, shown: 4, queued: 2, news: 2, aside: { unreadable: 2 }, missing: 0 })
    expect(other).toMatchObject({ account: '2', accepted: 5 })
    expect(count({ a: 1, b: 2 })).toBe(3)
  })

  test('too much in one minute does not make up for too little in another', () => {
    expect(totals([line('1', 1), line('1', -1)])[0]?.missing).toBe(2)
  })

  test('begins the chosen time ago', () => {
    expect(since('hour', Date.parse('2026-03-01T12:00:00Z'))).toBe('2026-03-01T11:00:00.000Z')
  })
})
