import type { Address, AddressKind } from '../api/types.ts'

/// Calls are no channel of messages, and may be preferred all the same.
export const VOICE = 'voice'

/// To which addresses a channel goes; one that nothing is known of has addresses of its own.
const GOES_TO: Readonly<Record<string, AddressKind>> = { voice: 'PHONE', sms: 'PHONE', email: 'EMAIL', whatsapp: 'WHATSAPP', telegram: 'TELEGRAM' }

/// The addresses by which a customer wants to be reached before the others, each in its order.
export function preferredFirst(addresses: readonly Address[], channel: string | null): readonly Address[] {
  if (channel === null) return addresses
  const kind = GOES_TO[channel] ?? 'EXTERNAL'
  return [...addresses.filter((one) => one.kind === kind), ...addresses.filter((one) => one.kind !== kind)]
}
