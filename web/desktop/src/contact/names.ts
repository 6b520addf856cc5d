import type { ContactSummary, Me } from '../api/types.ts'
import type { Translate } from '../i18n/Say.tsx'

/// A contact without a name is the number that called; else a visitor, or a caller who withheld the number, told apart
/// by the end of the contact's id.
export function nameOf({ id, name, addresses }: Pick<ContactSummary, 'id' | 'name' | 'addresses'>, t: Translate): string {
  if (name !== null) return name
  const number = addresses.find((one) => one.kind === 'PHONE')?.value
  if (number !== undefined) return number
  const visitor = addresses.length === 0 || addresses.some((one) => one.kind === 'VISITOR')
  return t(visitor ? 'contact.visitor' : 'contact.caller', { number: id.slice(-4) })
}

/// The letter in a round picture. Empty for a contact without a name.
export function initial(name: Me['name'] | null): string {
  return name === null ? '' : (Array.from(name.trim())[0] ?? '').toUpperCase()
}
