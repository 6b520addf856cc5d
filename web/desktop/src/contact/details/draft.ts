import type { ContactDetails, ContactField, Language } from '../../api/types.ts'
import type { Translate } from '../../i18n/Say.tsx'

/// What is edited, as the fields of the form have it.
export interface DetailsDraft {
  readonly company: string
  readonly timeZone: string
  /// With commas between them.
  readonly tags: string
  readonly fields: Readonly<Record<string, string>>
  readonly consents: Readonly<Record<string, boolean>>
}

export function draftOf(details: ContactDetails): DetailsDraft {
  return {
    company: details.company ?? '',
    timeZone: details.timeZone ?? '',
    tags: details.tags.join(', '),
    fields: details.fields,
    consents: Object.fromEntries(details.consents.map((one) => [one.channel, one.given])),
  }
}

/// What stands between the commas of either script, each once.
export function partsOf(text: string): string[] {
  const parts = text.split(/[,،]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

export function fieldName(field: ContactField, language: Language): string {
  return language === 'ar' ? field.nameAr : field.nameEn
}

/// A value as it is read: dates in the words of the language.
export function valueOf(field: ContactField, value: string, day: (date: string) => string): string {
  return field.type === 'DATE' ? day(value) : value
}

/// What a consent says, in words.
export function consentWord(given: boolean, t: Translate): string {
  return t(given ? 'details.agreed' : 'details.declined')
}
