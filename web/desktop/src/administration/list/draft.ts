import type { Given } from '../../api/operations.ts'
import { isName, wholeNumber, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'
import type { Field, FieldType, ListView } from './types.ts'

/// A list as it is being written.
export interface ListDraft {
  readonly name: string
  readonly region: string
  readonly zone: string
  readonly expires: string
  readonly fields: readonly Field[]
  /// Null: records expire after their insertion.
  readonly expiresAfter: string | null
}

const MOST_DAYS = 365

/// What a list begins with: a number that is the key, and names.
export function emptyList(words: Readonly<Record<'phone' | 'first' | 'last', string>>): ListDraft {
  return {
    name: '',
    region: 'SY',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    expires: '90',
    fields: [
      { ...newField(words.phone, 'PHONE'), required: true, key: true, searchable: true },
      { ...newField(words.first, 'FIRST_NAME'), searchable: true },
      { ...newField(words.last, 'LAST_NAME'), searchable: true },
    ],
    expiresAfter: null,
  }
}

export function newField(name: string, type: FieldType, kind: Field['kind'] = 'MOBILE'): Field {
  return { name, type, kind: type === 'PHONE' ? kind : null, of: null, required: false, searchable: false, key: false }
}

export function draftOfList(list: ListView): ListDraft {
  return {
    name: list.name,
    region: list.region,
    zone: list.zone,
    expires: String(list.expiresDays),
    fields: list.fields.all,
    expiresAfter: list.fields.expiresAfter,
  }
}

export function wishOfList(draft: ListDraft): Given<'POST', '/api/lists'>['body'] {
  return {
    name: draft.name,
    region: draft.region,
    zone: draft.zone,
    expiresDays: wholeNumber(draft.expires, 0, MOST_DAYS) ?? 0,
    fields: { all: draft.fields.map((field) => ({ ...field, name: field.name.trim() })), expiresAfter: draft.expiresAfter },
  }
}

export function wrongList(draft: ListDraft): Wrong<ListDraft> {
  const names = draft.fields.map((field) => field.name.trim())
  return wrongOf<ListDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    expires: wholeNumber(draft.expires, 0, MOST_DAYS) === null ? 'lists.expiresWrong' : null,
    fields: !names.every(isName)
      ? 'lists.fieldNameWrong'
      : new Set(names).size < names.length
        ? 'lists.fieldTwice'
        : draft.fields.some((field) => field.type === 'PHONE')
          ? null
          : 'lists.fieldPhoneMissing',
  })
}

/// The field that a refusal of the server is about.
export const LIST_FIELDS: Readonly<Record<string, keyof ListDraft>> = {
  'name-invalid': 'name',
  'name-taken': 'name',
  'country-invalid': 'region',
  'zone-invalid': 'zone',
  'expires-invalid': 'expires',
  'field-invalid': 'fields',
  'fields-fixed': 'fields',
}
