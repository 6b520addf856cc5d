import { beforeEach, describe, expect, test, vi } from 'vitest'
import { drafts, isAnyDrafted, isDrafted, useDrafts } from '../src/conversation/drafts.ts'

/// A storage like a browser's.
function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

const file = { id: '80', name: 'ticket.pdf', type: 'application/pdf', bytes: 84_000, state: 'READY' } as const
const mail = { to: 'a@b.example', cc: '', subject: 'Hello', text: 'Dear', inReplyTo: null }

describe('what is half-written', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', storage())
    drafts.open('7')
  })

  test('is kept for each conversation and each channel', () => {
    drafts.write('1', 'web', 'in the chat')
    drafts.write('1', 'sms', 'by SMS')
    drafts.write('2', 'sms', 'to another')
    expect([drafts.text('1', 'web'), drafts.text('1', 'sms'), drafts.text('2', 'sms'), drafts.text('2', 'web')]).toEqual([
      'in the chat',
      'by SMS',
      'to another',
      '',
    ])
  })

  test('outlives the page, with its files and mails', () => {
    drafts.write('1', 'sms', 'by SMS')
    drafts.attach('1', 'whatsapp', [file])
    drafts.mail('1', mail)
    drafts.close()
    expect(drafts.text('1', 'sms')).toBe('')
    drafts.open('7')
    expect(drafts.text('1', 'sms')).toBe('by SMS')
    expect(drafts.files('1', 'whatsapp')).toEqual([file])
    expect(useDrafts.getState().mails['1']).toEqual(mail)
  })

  test('is another user’s own', () => {
    drafts.write('1', 'sms', 'by SMS')
    drafts.open('8')
    expect(drafts.text('1', 'sms')).toBe('')
  })

  test('shows where it waits, and blanks are nothing', () => {
    drafts.write('1', 'sms', '  ')
    const has = (channel: string) => isDrafted(useDrafts.getState(), '1', channel)
    expect([has('sms'), isAnyDrafted(useDrafts.getState(), '1')]).toEqual([false, false])
    drafts.attach('1', 'telegram', [file])
    drafts.mail('1', mail)
    expect([has('sms'), has('telegram'), has('email'), has('web')]).toEqual([false, true, true, false])
    expect(isAnyDrafted(useDrafts.getState(), '1')).toBe(true)
    expect(isAnyDrafted(useDrafts.getState(), '11')).toBe(false)
  })

  test('goes with its conversation, and with no other', () => {
    drafts.write('1', 'web', 'a')
    drafts.write('1', 'sms', 'b')
    drafts.mail('1', mail)
    drafts.write('11', 'sms', 'c')
    drafts.drop('1')
    expect(isAnyDrafted(useDrafts.getState(), '1')).toBe(false)
    drafts.open('7')
    expect([drafts.text('1', 'sms'), drafts.text('11', 'sms'), useDrafts.getState().mails['1']]).toEqual(['', 'c', undefined])
  })

  test('what was kept before there were channels belongs to the web chat', () => {
    localStorage.setItem('hiwar.7.draft.1', JSON.stringify('from before'))
    drafts.open('7')
    expect(drafts.text('1', 'web')).toBe('from before')
  })
})
