import { create } from 'zustand'
import type { ContactSummary, Id } from '../api/types.ts'

/// With whom an agent begins to write from outside of a conversation: from the contacts, or from what is past.
export interface Addressee {
  readonly contact: Pick<ContactSummary, 'id' | 'name' | 'addresses'>
  /// Null: the channel that reaches them best.
  readonly channel: string | null
  /// Null: whichever address is meant.
  readonly to: string | null
}

export const useAddressee = create<{ readonly addressee: Addressee | null }>(() => ({ addressee: null }))

export function writeTo(addressee: Addressee): void {
  useAddressee.setState({ addressee })
}

export function stopWriting(): void {
  useAddressee.setState({ addressee: null })
}

/// Where drafts to a contact are kept who is in no conversation here.
export function placeOf(contact: Id): string {
  return `contact-${contact}`
}
