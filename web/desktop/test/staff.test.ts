import { describe, expect, test } from 'vitest'
import { detailOf, midnight, nameOf } from '../src/administration/audit/detail.ts'
import { KINDS, sentenceFor } from '../src/administration/audit/words.ts'
import { levelOf } from '../src/administration/people/levels.ts'
import { EMPTY_SKILL, SKILL_FIELDS, wrongSkill } from '../src/administration/people/skill.ts'
import { EMPTY_TEAM, maySupervise, TEAM_FIELDS, wishOfTeam, wrongTeam } from '../src/administration/people/team.ts'
import { changeOfUser, draftOfUser, emptyUser, USER_FIELDS, wrongUser } from '../src/administration/people/user.ts'
import type { RoleView, UserView } from '../src/api/types.ts'
import { sentenceOf } from '../src/i18n/problems.ts'

const layla: UserView = {
  id: '7',
  login: 'layla',
  name: 'ليلى',
  roles: ['AGENT'],
  team: { id: '1', name: 'Orders' },
  language: 'ar',
  disabled: false,
  createdAt: '2026-11-22T10:00:00Z',
  skills: [{ skill: '3', level: 50 }],
}

describe('a user', () => {
  test('says at each field at once what is missing', () => {
    expect(wrongUser({ ...emptyUser('en'), roles: [] }, true)).toEqual({
      login: 'staff.loginWrong',
      name: 'admin.nameWrong',
      password: 'staff.passwordNeeded',
      roles: 'problem.roleNeeded',
    })
    expect(wrongUser(draftOfUser(layla), false)).toEqual({})
    expect(wrongUser({ ...draftOfUser(layla), password: 'short', skills: [{ id: '3', level: '0' }] }, false)).toEqual({
      password: 'staff.passwordShort',
      skills: 'staff.levelWrong',
    })
  })

  test('is changed only where it differs', () => {
    const none = { name: null, roles: null, team: null, noTeam: null, language: null, disabled: null, password: null, skills: null }
    expect(changeOfUser(draftOfUser(layla), layla)).toEqual(none)
    expect(changeOfUser({ ...draftOfUser(layla), team: null, allowed: false }, layla)).toEqual({ ...none, noTeam: true, disabled: true })
    expect(changeOfUser({ ...draftOfUser(layla), skills: [{ id: '3', level: '٨٠' }] }, layla).skills).toEqual([{ skill: '3', level: 80 }])
  })

  test('has a sentence for each refusal of a field', () => {
    for (const code of Object.keys({ ...USER_FIELDS, ...TEAM_FIELDS, ...SKILL_FIELDS })) expect(sentenceOf(code), code).not.toBe('problem.unforeseen')
  })
})

test('a level is a whole number from 1 to 100, in the digits of either language', () => {
  expect(levelOf('١٠٠')).toBe(100)
  for (const text of ['', '0', '101', '1.5', 'x']) expect(levelOf(text), text).toBeNull()
})

test('a team and a skill need a name, a language its tag', () => {
  expect(wrongTeam(EMPTY_TEAM)).toEqual({ name: 'admin.nameWrong' })
  expect(wishOfTeam({ ...EMPTY_TEAM, name: 'A', members: ['7'] }, { ...EMPTY_TEAM, name: 'A' })).toEqual({ name: null, members: ['7'], supervisors: null, services: null })
  expect(wishOfTeam({ ...EMPTY_TEAM, supervisors: ['7'] }, EMPTY_TEAM)).toEqual({ name: null, members: null, supervisors: ['7'], services: null })
  expect(wrongSkill(EMPTY_SKILL, true)).toEqual({ name: 'admin.nameWrong', code: 'problem.languageTag' })
  expect(wrongSkill({ ...EMPTY_SKILL, name: 'French', code: ' FR' }, true)).toEqual({})
})

test('whoever may supervise by one of their roles can be named', () => {
  const roles: RoleView[] = [
    { role: 'AGENT', privileges: ['WORK_AT_DESK'] },
    { role: 'SUPERVISOR', privileges: ['WORK_AT_DESK', 'SUPERVISE'] },
  ]
  const rana: UserView = { ...layla, id: '8', roles: ['AGENT', 'SUPERVISOR'] }
  expect(maySupervise([layla, rana], roles)).toEqual([rana])
})

describe('the audit log', () => {
  const t = (key: string, values?: Record<string, unknown>) => (values === undefined ? key : `${key} ${JSON.stringify(values)}`)
  const joined = (words: readonly string[]) => words.join(', ')

  test('says what was done, and as the server calls it where that is new', () => {
    expect(sentenceFor('team.created')).toBe('audit.created')
    expect(sentenceFor('user.loggedIn')).toBe('audit.loggedIn')
    expect(sentenceFor('wallboard.created')).toBe('audit.other')
    expect(sentenceFor('user.sang')).toBe('audit.other')
    expect(Object.keys(KINDS)).toContain('contact')
  })

  test('says which parts were changed', () => {
    const detail = { parts: ['team', 'disabled'], disabled: true, roles: ['AGENT'] }
    expect(detailOf({ what: 'user.changed', detail }, t, joined)).toBe('audit.part.team, audit.part.disabled')
    expect(detailOf({ what: 'team.changed', detail: { parts: ['name'], before: 'A', name: 'B' } }, t, joined)).toBe('audit.part.renamed {"before":"A"}')
    expect(detailOf({ what: 'skill.changed', detail: { before: 'A', name: 'A', people: true } }, t, joined)).toBe('audit.part.people')
    expect(detailOf({ what: 'recording.listened', detail: {} }, t, joined)).toBe('')
  })

  test('knows a name where there is one', () => {
    const subject = { id: '7', name: null, nameless: null }
    expect(nameOf({ subject: { ...subject, name: 'Orders' }, detail: {} }, t)).toBe('Orders')
    expect(nameOf({ subject, detail: { number: '+4930' } }, t)).toBe('+4930')
    expect(nameOf({ subject, detail: {} }, t)).toBeNull()
  })

  test('calls somebody without a name as the rest of the desktop does', () => {
    const subject = { id: '7', name: null }
    expect(nameOf({ subject: { ...subject, nameless: { what: 'VISITOR', number: '4821' } }, detail: {} }, t)).toBe('contact.visitor {"number":"4821"}')
    expect(nameOf({ subject: { ...subject, nameless: { what: 'CALLER', number: '4821' } }, detail: {} }, t)).toBe('contact.caller {"number":"4821"}')
  })

  test('begins a day at midnight of the reader', () => {
    expect(midnight('2026-11-22', 0)).toBe(new Date(2026, 10, 22).toISOString())
    expect(midnight('2026-12-31', 1)).toBe(new Date(2027, 0, 1).toISOString())
    expect(midnight('', 0)).toBeNull()
  })
})
