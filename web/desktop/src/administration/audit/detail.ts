import type { AuditEventView } from '../../api/types.ts'
import type { Translate } from '../../i18n/Say.tsx'
import { type Role, ROLES } from '../people/words.ts'
import { PARTS } from './words.ts'

type Detail = AuditEventView['detail']
type Joined = (words: readonly string[]) => string

/// What else is good to know of something that was done, in words; empty when there is nothing.
export function detailOf({ what, detail }: Pick<AuditEventView, 'what' | 'detail'>, t: Translate, joined: Joined): string {
  switch (what) {
    case 'user.created':
      return rolesNow(detail, t, joined)
    case 'user.changed':
    case 'team.changed':
      return joined(texts(detail['parts']).map((part) => partOf(part, detail, t, joined)))
    case 'skill.changed':
      return joined([...renamed(detail, t), ...(detail['people'] === true ? [t('audit.part.people')] : [])])
    case 'record.corrected':
      return joined(texts(detail['fields']))
    default:
      return ''
  }
}

function partOf(part: string, detail: Detail, t: Translate, joined: Joined): string {
  if (part === 'roles') return rolesNow(detail, t, joined)
  if (part === 'disabled') return t(detail['disabled'] === true ? 'audit.part.disabled' : 'audit.part.allowed')
  if (part === 'name') return renamed(detail, t)[0] ?? t('audit.part.name')
  const word = PARTS[part]
  return word === undefined ? part : t(word)
}

function renamed(detail: Detail, t: Translate): readonly string[] {
  const { before, name } = detail
  return typeof before === 'string' && before !== name ? [t('audit.part.renamed', { before })] : []
}

function rolesNow(detail: Detail, t: Translate, joined: Joined): string {
  const roles = texts(detail['roles']).map((one) => {
    const known = (ROLES as Readonly<Record<string, (typeof ROLES)[Role]>>)[one]
    return known === undefined ? one : t(known.name)
  })
  return t('audit.part.roles', { roles: joined(roles) })
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/// What something is called: as the server knows it, as somebody without a name, or a number that was noted; null when
/// none is known.
export function nameOf({ subject, detail }: Pick<AuditEventView, 'subject' | 'detail'>, t: Translate): string | null {
  if (subject.name !== null && subject.name !== '') return subject.name
  if (subject.nameless !== null) return t(subject.nameless.what === 'VISITOR' ? 'contact.visitor' : 'contact.caller', { number: subject.nameless.number })
  const { number, login } = detail
  return typeof number === 'string' ? number : typeof login === 'string' ? login : null
}

/// From midnight of a day (`2026-11-22`) by the reader's clock, or of the day after; null for no day.
export function midnight(day: string, after: number): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || Number.isNaN(year)) return null
  return new Date(year, month - 1, date + after).toISOString()
}
