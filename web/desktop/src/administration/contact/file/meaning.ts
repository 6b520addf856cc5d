import type { Answered } from '../../../api/operations.ts'
import type { ContactField, Language } from '../../../api/types.ts'
import type { MessageKey } from '../../../i18n/language.ts'
import type { Translate } from '../../../i18n/Say.tsx'

export type ContactPreview = Answered<'POST', '/api/contact-import-preview'>['preview']
export type ContactImportView = Answered<'GET', '/api/contact-imports'>[number]
export type KnownPolicy = ContactImportView['known']
type Reason = Answered<'GET', '/api/contact-imports/{contactImport}'>['refusals'][number]['reason']

/// A column that says nothing.
export const SKIP = 'skip'

const WORDS: Readonly<Record<string, MessageKey>> = {
  ID: 'contactFile.ID',
  NAME: 'contactFile.NAME',
  LANGUAGE: 'contactFile.LANGUAGE',
  PHONE: 'contactFile.PHONE',
  EMAIL: 'contactFile.EMAIL',
  WHATSAPP: 'contactFile.WHATSAPP',
  TELEGRAM: 'contactFile.TELEGRAM',
  EXTERNAL: 'contactFile.EXTERNAL',
  CLAIMED: 'contactFile.CLAIMED',
  COMPANY: 'contactFile.COMPANY',
  TAGS: 'contactFile.TAGS',
  TIME_ZONE: 'contactFile.TIME_ZONE',
  PREFERRED_CHANNEL: 'contactFile.PREFERRED_CHANNEL',
}

/// Those that several columns may have: numbers, addresses, tags, and the parts of a name.
const REPEATED: readonly string[] = ['NAME', 'PHONE', 'EMAIL', 'WHATSAPP', 'TELEGRAM', 'EXTERNAL', 'CLAIMED', 'TAGS']
/// Those by which somebody is recognised.
const TELLS_WHO: readonly string[] = ['ID', 'PHONE', 'EMAIL', 'WHATSAPP', 'TELEGRAM', 'EXTERNAL']

/// What a column means, in words: `NAME`, `CONSENT:sms`, `FIELD:17`.
export function meaningSaid(meaning: string, fields: readonly ContactField[], channel: (name: string) => string, language: Language, t: Translate): string {
  const [kind = '', of = ''] = meaning.split(':')
  if (kind === 'CONSENT') return t('contactFile.CONSENT', { channel: channel(of) })
  if (kind === 'FIELD') {
    const field = fields.find((one) => one.id === of)
    return field === undefined ? of : language === 'ar' ? field.nameAr : field.nameEn
  }
  const word = WORDS[kind]
  return word === undefined ? meaning : t(word)
}

/// What the server makes of the columns.
export function guessedMeanings(preview: ContactPreview): readonly string[] {
  return preview.columns.map((column) => (column.meaning === '' ? SKIP : column.meaning))
}

/// With another meaning of one column; one that there is once leaves the column that had it.
export function meaningsWith(before: readonly string[], at: number, meaning: string): readonly string[] {
  return before.map((old, index) => (index === at ? meaning : old === meaning && meaning !== SKIP && !REPEATED.includes(meaning) ? SKIP : old))
}

/// Whether anybody can be recognised by a row.
export function tellWho(meanings: readonly string[]): boolean {
  return meanings.some((one) => TELLS_WHO.includes(one))
}

/// As the server takes it.
export function columnsOf(meanings: readonly string[]): string {
  return meanings.map((one) => (one === SKIP ? '' : one)).join(',')
}

export const STATES: Readonly<Record<ContactImportView['state'], MessageKey>> = {
  RUNNING: 'contactFile.state.RUNNING',
  DONE: 'contactFile.state.DONE',
  CANCELLED: 'contactFile.state.CANCELLED',
  FAILED: 'contactFile.state.FAILED',
}

export const WRONG_CONTACT: Readonly<Record<Reason, MessageKey>> = {
  NUMBER_HAS_LETTERS: 'wrong.NUMBER_HAS_LETTERS',
  NUMBER_TOO_SHORT: 'wrong.NUMBER_TOO_SHORT',
  NUMBER_TOO_LONG: 'wrong.NUMBER_TOO_LONG',
  NUMBER_OF_NO_COUNTRY: 'wrong.NUMBER_OF_NO_COUNTRY',
  NUMBER_NOT_GIVEN_OUT: 'wrong.NUMBER_NOT_GIVEN_OUT',
  NO_EMAIL: 'contactFile.wrong.NO_EMAIL',
  NO_ADDRESS: 'contactFile.wrong.NO_ADDRESS',
  NO_LANGUAGE: 'contactFile.wrong.NO_LANGUAGE',
  NO_ZONE: 'wrong.NO_ZONE',
  NO_CHANNEL: 'contactFile.wrong.NO_CHANNEL',
  NO_ANSWER: 'contactFile.wrong.NO_ANSWER',
  NO_FIELD_VALUE: 'contactFile.wrong.NO_FIELD_VALUE',
  NO_WHOLE_NUMBER: 'wrong.NO_WHOLE_NUMBER',
  TOO_LONG: 'wrong.TOO_LONG',
  TOO_MANY: 'contactFile.wrong.TOO_MANY',
  CONTROL_CHARACTER: 'wrong.CONTROL_CHARACTER',
  OTHER_COLUMNS: 'wrong.OTHER_COLUMNS',
  QUOTES: 'wrong.QUOTES',
  TWICE_IN_FILE: 'contactFile.wrong.TWICE_IN_FILE',
  KNOWN: 'contactFile.wrong.KNOWN',
  SEVERAL_CONTACTS: 'contactFile.wrong.SEVERAL_CONTACTS',
}
