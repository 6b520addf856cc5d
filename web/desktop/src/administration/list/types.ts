import type { Answered } from '../../api/operations.ts'
import type { MessageKey } from '../../i18n/language.ts'

/// Names for parts of the server's description that lists are made of.

export type ListView = Answered<'GET', '/api/lists/{list}'>
export type Field = ListView['fields']['all'][number]
export type FieldType = Field['type']
export type Kind = NonNullable<Field['kind']>
export type FilePreview = Answered<'POST', '/api/import-preview'>['preview']
export type ImportView = Answered<'GET', '/api/lists/{list}/imports'>[number]
export type Policy = ImportView['policy']
export type DoNotCallView = Answered<'GET', '/api/do-not-call'>[number]
export type DoNotCallKind = DoNotCallView['list']['kind']

export const TYPES: Readonly<Record<FieldType, MessageKey>> = {
  PHONE: 'lists.type.PHONE',
  FIRST_NAME: 'lists.type.FIRST_NAME',
  LAST_NAME: 'lists.type.LAST_NAME',
  COMPANY: 'lists.type.COMPANY',
  ACCOUNT: 'lists.type.ACCOUNT',
  AGENT_LOGIN: 'lists.type.AGENT_LOGIN',
  CALL_AT: 'lists.type.CALL_AT',
  PRIORITY: 'lists.type.PRIORITY',
  TIME_ZONE: 'lists.type.TIME_ZONE',
  POSTAL_CODE: 'lists.type.POSTAL_CODE',
  STATE: 'lists.type.STATE',
  DATE_TIME: 'lists.type.DATE_TIME',
  INTEGER: 'lists.type.INTEGER',
  OTHER: 'lists.type.OTHER',
}

export const KINDS: Readonly<Record<Kind, MessageKey>> = {
  MOBILE: 'lists.kind.MOBILE',
  HOME: 'lists.kind.HOME',
  WORK: 'lists.kind.WORK',
  OTHER: 'lists.kind.OTHER',
}

export const STATES: Readonly<Record<ImportView['state'], MessageKey>> = {
  RUNNING: 'lists.state.RUNNING',
  DONE: 'lists.state.DONE',
  CANCELLED: 'lists.state.CANCELLED',
  FAILED: 'lists.state.FAILED',
}

export const DO_NOT_CALL_KINDS: Readonly<Record<DoNotCallKind, MessageKey>> = {
  NUMBER: 'doNotCall.kind.NUMBER',
  AREA: 'doNotCall.kind.AREA',
  COUNTRY: 'doNotCall.kind.COUNTRY',
  POSTAL_CODE: 'doNotCall.kind.POSTAL_CODE',
  STATE: 'doNotCall.kind.STATE',
  FIELD: 'doNotCall.kind.FIELD',
}

/// The keys of a record of words, as what can be chosen.
export function keysOf<K extends string>(words: Readonly<Record<K, MessageKey>>): readonly K[] {
  return Object.keys(words) as K[]
}
