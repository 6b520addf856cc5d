import type { ContactSummary, Me } from '../api/types.ts'
import type { Translate } from '../i18n/Say.tsx'

/// A contact without a name is a visitor, told apart by the end of the contact's id.
export function nameOf(contact: Pick<ContactSummary, 'id' | 'name'>, t: Translate): string {
  return contact.name ?? t('contact.visitor', { number: contact.id.slice(-4) })
}

/// The letter in a round picture. Empty for a contact without a name.
export function initial(name: Me['name'] | null): string {
  return name === null ? '' : (Array.from(name.trim())[0] ?? '').toUpperCase()
}
