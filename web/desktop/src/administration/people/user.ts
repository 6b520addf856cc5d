import type { Id, Language, NewUser, UserChange, UserView } from '../../api/types.ts'
import { isName, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import { type LevelDraft, levelOf, levelsRight } from './levels.ts'
import type { Role } from './words.ts'

/// A user as it is being written. `password` empty: as it was.
export interface UserDraft {
  readonly login: string
  readonly name: string
  readonly language: Language
  readonly password: string
  readonly allowed: boolean
  readonly roles: readonly Role[]
  readonly team: Id | null
  readonly skills: readonly LevelDraft[]
}

const LOGIN = /^[a-z0-9][a-z0-9._@+-]{0,99}$/
const SHORTEST_PASSWORD = 8

export function emptyUser(language: Language): UserDraft {
  return { login: '', name: '', language, password: '', allowed: true, roles: ['AGENT'], team: null, skills: [] }
}

export function draftOfUser(user: UserView): UserDraft {
  return {
    login: user.login,
    name: user.name,
    language: user.language,
    password: '',
    allowed: !user.disabled,
    roles: user.roles,
    team: user.team?.id ?? null,
    skills: user.skills.map((one) => ({ id: one.skill, level: String(one.level) })),
  }
}

export function wrongUser(draft: UserDraft, fresh: boolean): Wrong<UserDraft> {
  const login = draft.login.trim().toLowerCase()
  const password = draft.password
  return wrongOf<UserDraft>({
    login: !fresh || LOGIN.test(login) ? null : 'staff.loginWrong',
    name: isName(draft.name) ? null : 'admin.nameWrong',
    password:
      password === '' ? (fresh ? 'staff.passwordNeeded' : null) : password.length < SHORTEST_PASSWORD ? 'staff.passwordShort' : null,
    roles: draft.roles.length > 0 ? null : 'problem.roleNeeded',
    skills: levelsRight(draft.skills) ? null : 'staff.levelWrong',
  })
}

export function newUser(draft: UserDraft): NewUser {
  return {
    login: draft.login.trim(),
    name: draft.name,
    password: draft.password,
    roles: [...draft.roles],
    team: draft.team,
    language: draft.language,
    skills: skills(draft),
  }
}

/// Only what is different from what is stored, so that the audit log says no more than was done.
export function changeOfUser(draft: UserDraft, stored: UserView): UserChange {
  const before = draftOfUser(stored)
  const differs = (part: keyof UserDraft) => JSON.stringify(draft[part]) !== JSON.stringify(before[part])
  return {
    name: differs('name') ? draft.name : null,
    roles: differs('roles') ? [...draft.roles] : null,
    team: differs('team') ? draft.team : null,
    noTeam: differs('team') && draft.team === null ? true : null,
    language: differs('language') ? draft.language : null,
    disabled: differs('allowed') ? !draft.allowed : null,
    password: draft.password === '' ? null : draft.password,
    skills: differs('skills') ? skills(draft) : null,
  }
}

function skills(draft: UserDraft) {
  return draft.skills.map((one) => ({ skill: one.id, level: levelOf(one.level) ?? 0 }))
}

/// The field that a refusal of the server is about.
export const USER_FIELDS: Readonly<Record<string, keyof UserDraft>> = {
  'login-invalid': 'login',
  'login-taken': 'login',
  'name-invalid': 'name',
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-too-easy': 'password',
  'role-needed': 'roles',
  'team-unknown': 'team',
  'skill-unknown': 'skills',
  'skill-level-invalid': 'skills',
}
