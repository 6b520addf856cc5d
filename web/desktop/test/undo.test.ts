import { afterEach, describe, expect, test } from 'vitest'
import { forgetChanges, forgetDraft, forgetDrafts, useDrafts, usePasts } from '../src/administration/kept.ts'
import { draftOfEntry, wishOfEntry } from '../src/administration/entry/entry.ts'
import { draftOfPhone } from '../src/administration/phone.ts'
import { draftOfTeam, wishOfTeam } from '../src/administration/people/team.ts'
import { changeOfUser, draftOfUser } from '../src/administration/people/user.ts'
import { draftOf, wrongTrunk } from '../src/administration/trunk.ts'
import { changedOf, pastOf, undoneOf } from '../src/administration/undo.ts'
import type { ChatEntry, PhoneView, TeamView, TrunkView, UserView } from '../src/api/types.ts'

interface Form {
  readonly name: string
  readonly members: readonly string[]
  readonly password: string
}

const stored: Form = { name: 'Evening', members: ['1'], password: '' }

describe('what a saving has changed', () => {
  test('is remembered for the changed fields alone, as they are stored then', () => {
    const past = pastOf(stored, { ...stored, name: ' Night ' }, { ...stored, name: 'Night' })
    expect(past).toEqual({ before: { name: 'Evening' }, after: { name: 'Night' }, undone: false })
  })

  test('is not what others have changed at the same time', () => {
    const past = pastOf(stored, { ...stored, name: 'Night' }, { ...stored, name: 'Night', members: [] })
    expect(past?.before).toEqual({ name: 'Evening' })
  })

  test('is nothing when what was written comes to what was there', () => {
    expect(pastOf(stored, { ...stored, name: 'Evening ' }, stored)).toBeNull()
  })

  test('cannot be undone when a password was among it, which nobody here knows', () => {
    const written = { ...stored, name: 'Night', password: 'olive tree' }
    expect(pastOf(stored, written, { ...stored, name: 'Night' })).toBeNull()
  })

  test('is nothing when a form of something new begins anew', () => {
    const empty: Form = { name: '', members: [], password: '' }
    expect(pastOf(empty, { ...empty, name: 'Night', members: ['1'] }, empty)).toBeNull()
  })
})

describe('undoing', () => {
  const past = pastOf(stored, { ...stored, name: 'Night' }, { ...stored, name: 'Night' })
  if (past === null) throw new Error('nothing to undo')

  test('gives the former values and leaves what others have changed since', () => {
    expect(undoneOf({ ...stored, name: 'Night', members: ['1', '2'] }, past)).toEqual({ ...stored, name: 'Evening', members: ['1', '2'] })
  })

  test('is not possible over what somebody else has written since', () => {
    expect(undoneOf({ ...stored, name: 'Early' }, past)).toBeNull()
    expect(undoneOf(stored, past)).toBeNull()
  })

  test('is undone in the same way', () => {
    const now = { ...stored, name: 'Night' }
    const former = undoneOf(now, past)
    if (former === null) throw new Error('not undone')
    const back = pastOf(now, former, former, true)
    expect(back).toEqual({ before: { name: 'Night' }, after: { name: 'Evening' }, undone: true })
    expect(back === null ? null : undoneOf(former, back)).toEqual(now)
  })
})

describe('by form', () => {
  afterEach(forgetDrafts)
  const past = { before: { name: 'Evening' }, after: { name: 'Night' }, undone: false }

  test('it stays when a draft is saved, goes with the thing, and is nothing for the next user', () => {
    usePasts.setState({ 'teams 1': past, 'teams 2': past, 'teams 3': past })
    useDrafts.setState({ 'teams 1': { name: 'Noon' } })
    forgetChanges('teams 1')
    expect(useDrafts.getState()).toEqual({})
    expect(Object.keys(usePasts.getState())).toEqual(['teams 1', 'teams 2', 'teams 3'])
    forgetDraft('teams 2')
    expect(Object.keys(usePasts.getState())).toEqual(['teams 1', 'teams 3'])
    forgetDrafts()
    expect(usePasts.getState()).toEqual({})
  })
})

describe('a form asks for what it showed before', () => {
  const team: TeamView = { id: '1', name: 'Night', members: 1, supervisors: ['3'], services: ['9'] }
  const user = (id: string, of: string | null): UserView => ({
    id,
    login: `user${id}`,
    name: `User ${id}`,
    roles: ['AGENT'],
    team: of === null ? null : { id: of, name: 'Night' },
    language: 'ar',
    disabled: false,
    createdAt: '2026-11-22T10:00:00Z',
    skills: [{ skill: '3', level: 50 }],
  })

  test('of a team with its people, and nothing else', () => {
    const before = draftOfTeam({ ...team, name: 'Evening' }, [user('1', '1'), user('2', null)])
    const after = draftOfTeam({ ...team, supervisors: [] }, [user('1', null), user('2', '1')])
    const past = pastOf(before, after, after)
    const former = past === null ? null : undoneOf(after, past)
    expect(former === null ? null : wishOfTeam(former, after)).toEqual({ name: 'Evening', members: ['1'], supervisors: ['3'], services: null })
  })

  test('of a user', () => {
    const before = draftOfUser(user('1', '1'))
    const now = { ...user('1', null), disabled: true, skills: [] }
    const past = pastOf(before, draftOfUser(now), draftOfUser(now))
    const former = past === null ? null : undoneOf(draftOfUser(now), past)
    expect(former === null ? null : changeOfUser(former, now)).toEqual({
      name: null,
      roles: null,
      team: '1',
      noTeam: null,
      language: null,
      disabled: false,
      password: null,
      skills: [{ skill: '3', level: 50 }],
    })
  })

  test('but for the log-in of a telephone, which has a new password then', () => {
    const phone: PhoneView = { id: '1', name: 'Desk', user: { id: '1', name: 'User 1' }, login: 'desk', address: null, registered: false }
    const before = draftOfPhone(phone)
    expect(pastOf(before, { ...before, login: 'table', password: 'olive tree' }, draftOfPhone({ ...phone, login: 'table' }))).toBeNull()
  })

  test('but for the log-in of a trunk that has forgotten its password', () => {
    const trunk = { name: 'Carrier', position: 1, host: 'sip.example.com', port: 5060, transport: 'UDP', user: 'us', registers: false, checked: true, followsRedirects: false, alsoFrom: [] }
    const before = draftOf(trunk as unknown as TrunkView)
    const after = draftOf({ ...trunk, user: null } as unknown as TrunkView)
    const past = pastOf(before, after, after)
    const former = past === null ? null : undoneOf(after, past)
    expect(former === null ? null : wrongTrunk(former, false)).toEqual({ password: 'admin.passwordMissing' })
  })

  test('of a chat', () => {
    const entry = { name: 'Shop', slug: 'shop', service: '1', language: 'ar', origins: ['https://shop.example'], en: { title: '', greeting: '', closed: '' }, ar: { title: '', greeting: '', closed: '' }, look: { accent: '#0d5c63', side: 'END' }, form: { name: 'ASKED', email: 'OPTIONAL', phone: 'OPTIONAL' }, away: 'MESSAGE', calls: null, files: true } as unknown as ChatEntry
    const before = draftOfEntry(entry)
    const after = draftOfEntry({ ...entry, origins: [] })
    const past = pastOf(before, { ...before, origins: ' ' }, after)
    const former = past === null ? null : undoneOf(after, past)
    expect(former === null ? null : wishOfEntry(former)).toEqual(wishOfEntry(before))
  })
})

test('fields that are as stored are no changes', () => {
  expect(changedOf(stored, { name: 'Evening', members: ['1'] })).toEqual([])
  expect(changedOf(stored, { members: [] })).toEqual(['members'])
})
