import { describe, expect, it } from 'vitest'
import type { ContactField } from '../src/api/types.ts'
import { columnsOf, type ContactPreview, guessedMeanings, meaningSaid, meaningsWith, SKIP, tellWho } from '../src/administration/contact/file/meaning.ts'

const FIELDS: readonly ContactField[] = [{ id: '17', key: 'city', nameAr: 'المدينة', nameEn: 'City', type: 'TEXT', choices: [], shown: true }]

function preview(...meanings: string[]): ContactPreview {
  return { encoding: 'UTF_8', separator: ',', header: true, columns: meanings.map((meaning) => ({ name: meaning, meaning })), rows: [] }
}

describe('the columns of a file of contacts', () => {
  it('are what the server makes of them, and nothing where it knows none', () => {
    expect(columnsOf(guessedMeanings(preview('NAME', '', 'FIELD:17')))).toBe('NAME,,FIELD:17')
  })

  it('have a meaning once, but for parts of a name, addresses and tags', () => {
    expect(meaningsWith(['COMPANY', 'PHONE', SKIP], 2, 'COMPANY')).toEqual([SKIP, 'PHONE', 'COMPANY'])
    expect(meaningsWith(['COMPANY', 'PHONE', SKIP], 2, 'PHONE')).toEqual(['COMPANY', 'PHONE', 'PHONE'])
    expect(meaningsWith([SKIP, 'PHONE', SKIP], 1, SKIP)).toEqual([SKIP, SKIP, SKIP])
    expect(meaningsWith(['FIELD:17', 'FIELD:18'], 1, 'FIELD:17')).toEqual([SKIP, 'FIELD:17'])
  })

  it('tell who is meant by an address, not by a name or what was only claimed', () => {
    expect(tellWho(['NAME', 'CLAIMED', 'TAGS'])).toBe(false)
    expect(tellWho(['NAME', 'WHATSAPP'])).toBe(true)
    expect(tellWho(['ID'])).toBe(true)
  })

  it('are said in words, fields by their name in the language and consents by their channel', () => {
    const t = (key: string, values?: Record<string, unknown>) => (values === undefined ? key : `${key} ${String(values['channel'])}`)
    const said = (meaning: string, language: 'ar' | 'en') => meaningSaid(meaning, FIELDS, (channel) => channel.toUpperCase(), language, t)
    expect(said('TAGS', 'en')).toBe('contactFile.TAGS')
    expect(said('CONSENT:sms', 'en')).toBe('contactFile.CONSENT SMS')
    expect(said('FIELD:17', 'ar')).toBe('المدينة')
    expect(said('FIELD:99', 'en')).toBe('99')
  })
})
