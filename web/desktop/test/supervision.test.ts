import { describe, expect, test } from 'vitest'
import type { ParticipantView, SupervisedPart } from '../src/api/types.ts'
import { kindsIn, turnOf, wayIn } from '../src/supervision/supervision.ts'
import { interaction } from './fixtures.ts'

const RANA = '9'
const sam = { id: '8', name: 'Sam' }
const chat = interaction({ state: 'WITH_COLLEAGUE', host: sam })
const call = interaction({ id: '12', medium: 'VOICE', channel: 'voice', state: 'WITH_COLLEAGUE', host: sam })

const guest = (changed: Partial<ParticipantView> = {}): ParticipantView => ({
  agent: { id: RANA, name: 'Rana' },
  host: null,
  note: '',
  since: '2026-11-20T10:01:00Z',
  until: null,
  joinedAt: '2026-11-20T10:01:00Z',
  leftAt: null,
  why: null,
  ...changed,
})

const part = (medium: SupervisedPart['medium'], live: boolean, channel = medium.toLowerCase()): SupervisedPart => ({ id: `${medium} ${live}`, medium, channel, live })

describe('the way into a conversation of a colleague', () => {
  test('is what is written and goes on', () => {
    const sms = interaction({ id: '13', channel: 'sms', state: 'WITH_COLLEAGUE', host: sam })
    const over = interaction({ id: '14', state: 'WITH_COLLEAGUE', host: sam, liveUntil: '2026-11-20T10:05:00Z' })
    expect(wayIn({ interactions: [chat, call, sms, over] }, RANA)).toEqual({ kind: 'JOIN', into: [chat, sms] })
  })

  test('is none into a call, nor where nothing goes on', () => {
    expect(wayIn({ interactions: [call] }, RANA)).toEqual({ kind: 'CALL' })
    expect(wayIn({ interactions: [interaction({ state: 'QUEUED' })] }, RANA)).toEqual({ kind: 'NOTHING' })
    expect(wayIn({ interactions: [{ ...chat, liveUntil: '2026-11-20T10:05:00Z' }] }, RANA)).toEqual({ kind: 'NOTHING' })
  })

  test('is behind those who have it, or are in it', () => {
    expect(wayIn({ interactions: [interaction()] }, RANA)).toEqual({ kind: 'THERE' })
    expect(wayIn({ interactions: [{ ...chat, participants: [guest()] }] }, RANA)).toEqual({ kind: 'THERE' })
    const left = guest({ leftAt: '2026-11-20T10:02:00Z', why: 'LEFT' })
    const asked = guest({ host: sam, joinedAt: null, until: '2026-11-20T10:02:00Z' })
    for (const one of [left, asked]) expect(wayIn({ interactions: [{ ...chat, participants: [one] }] }, RANA).kind).toBe('JOIN')
    expect(wayIn({ interactions: [{ ...chat, participants: [guest()] }] }, '7').kind).toBe('JOIN')
  })
})

describe('what an agent has of a conversation', () => {
  test('shows the channels that are live, each once', () => {
    expect(kindsIn({ parts: [part('VOICE', false), part('CHAT', true, 'web'), part('CHAT', true, 'web'), part('EMAIL', true)] })).toEqual(['WEB', 'EMAIL'])
    expect(kindsIn({ parts: [part('VOICE', false)] })).toEqual(['VOICE'])
  })

  test('says whose turn it is', () => {
    const awaiting = '2026-11-20T10:01:00Z'
    expect(turnOf({ parts: [part('CHAT', true)], awaiting })).toBe('AGENT')
    expect(turnOf({ parts: [part('CHAT', true)], awaiting: null })).toBe('CUSTOMER')
    expect(turnOf({ parts: [part('VOICE', true), part('CHAT', false)], awaiting })).toBe('CALL')
    expect(turnOf({ parts: [part('CHAT', false)], awaiting })).toBe('WRAP_UP')
  })
})
