import type { Id, PhoneView, PhoneWish } from '../api/types.ts'
import { isName, wrongOf } from './checks.ts'
import type { Wrong } from './drafts.ts'

/// A telephone as it is being written. `user` null until one is chosen; `password` empty: as it was.
export interface PhoneDraft {
  readonly name: string
  readonly user: Id | null
  readonly login: string
  readonly password: string
}

const LOGIN = /^[A-Za-z0-9._-]{1,64}$/
const SHORTEST_PASSWORD = 8

export const EMPTY_PHONE: PhoneDraft = { name: '', user: null, login: '', password: '' }

export function draftOfPhone(phone: PhoneView): PhoneDraft {
  return { name: phone.name, user: phone.user.id, login: phone.login, password: '' }
}

export function wishOfPhone(draft: PhoneDraft): PhoneWish {
  return {
    name: draft.name,
    user: draft.user ?? '',
    login: draft.login,
    password: draft.password === '' ? null : draft.password,
  }
}

/// `keptFor`: the log-in for which a password is stored; a new log-in needs a new one. Null while there is none.
export function wrongPhone(draft: PhoneDraft, keptFor: string | null): Wrong<PhoneDraft> {
  const login = draft.login.trim()
  return wrongOf<PhoneDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    user: draft.user === null ? 'admin.ownerMissing' : null,
    login: LOGIN.test(login) ? null : 'admin.phoneLoginWrong',
    password:
      draft.password === '' ? (login === keptFor ? null : 'admin.phonePasswordNeeded') : draft.password.length < SHORTEST_PASSWORD ? 'admin.phonePasswordWrong' : null,
  })
}

/// The field that a refusal of the server is about.
export const PHONE_FIELDS: Readonly<Record<string, keyof PhoneDraft>> = {
  'name-invalid': 'name',
  'user-unknown': 'user',
  'phone-login-invalid': 'login',
  'phone-login-taken': 'login',
  'phone-password-invalid': 'password',
  'phone-password-needed': 'password',
}
