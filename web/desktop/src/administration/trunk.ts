import type { TrunkView, TrunkWish } from '../api/types.ts'
import { entries, isHost, isName, port, wholeNumber, wrongOf } from './checks.ts'
import type { Wrong } from './drafts.ts'

/// A trunk as it is being written: numbers as text, further hosts one on each line.
export interface TrunkDraft {
  readonly name: string
  readonly position: string
  readonly host: string
  readonly port: string
  readonly transport: TrunkView['transport']
  /// Empty: the provider knows this server by its address.
  readonly user: string
  /// Empty: as it was.
  readonly password: string
  readonly registers: boolean
  readonly checked: boolean
  readonly followsRedirects: boolean
  readonly alsoFrom: string
}

/// Where most providers are.
const USUAL_PORT = '5060'
const MOST_FURTHER_HOSTS = 20
const LAST_POSITION = 1_000

export function emptyTrunk(position: number): TrunkDraft {
  return {
    name: '',
    position: String(position),
    host: '',
    port: USUAL_PORT,
    transport: 'UDP',
    user: '',
    password: '',
    registers: false,
    checked: true,
    followsRedirects: false,
    alsoFrom: '',
  }
}

export function draftOf(trunk: TrunkView): TrunkDraft {
  return {
    name: trunk.name,
    position: String(trunk.position),
    host: trunk.host,
    port: String(trunk.port),
    transport: trunk.transport,
    user: trunk.user ?? '',
    password: '',
    registers: trunk.registers,
    checked: trunk.checked,
    followsRedirects: trunk.followsRedirects,
    alsoFrom: trunk.alsoFrom.join('\n'),
  }
}

export function wishOf(draft: TrunkDraft): TrunkWish {
  return {
    ...draft,
    position: wholeNumber(draft.position, 0, LAST_POSITION) ?? 0,
    port: port(draft.port) ?? 0,
    user: draft.user === '' ? null : draft.user,
    password: draft.user === '' || draft.password === '' ? null : draft.password,
    alsoFrom: entries(draft.alsoFrom),
  }
}

/// `knowsPassword`: there is a stored one, so that none need be given.
export function wrongTrunk(draft: TrunkDraft, knowsPassword: boolean): Wrong<TrunkDraft> {
  const further = entries(draft.alsoFrom)
  return wrongOf<TrunkDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    host: draft.host.trim() === '' ? 'admin.hostMissing' : isHost(draft.host.trim()) ? null : 'admin.hostWrong',
    port: port(draft.port) === null ? 'admin.portWrong' : null,
    position: wholeNumber(draft.position, 0, LAST_POSITION) === null ? 'admin.positionWrong' : null,
    user: draft.user === '' && draft.password !== '' ? 'admin.userMissing' : draft.user === '' && draft.registers ? 'admin.userNeeded' : null,
    password: draft.user !== '' && draft.password === '' && !knowsPassword ? 'admin.passwordMissing' : null,
    alsoFrom: further.length > MOST_FURTHER_HOSTS ? 'admin.furtherTooMany' : further.every(isHost) ? null : 'admin.furtherWrong',
  })
}

/// The field that a refusal of the server is about.
export const TRUNK_FIELDS: Readonly<Record<string, keyof TrunkDraft>> = {
  'name-invalid': 'name',
  'trunk-taken': 'name',
  'host-invalid': 'host',
  'trunk-address-taken': 'host',
  'trunk-user-taken': 'user',
  'port-invalid': 'port',
  'user-needed': 'user',
  'credentials-needed': 'user',
  'password-needed': 'password',
  'credentials-invalid': 'password',
  'hosts-too-many': 'alsoFrom',
  'further-host-invalid': 'alsoFrom',
}
