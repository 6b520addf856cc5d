import type { Address, Author, Me, PresenceView } from '../../generated/openapi.ts'

/// Everything that crosses the wire between the server and the desktop. It comes from docs/openapi.json, by
/// `npm run types`; here stand names for parts of it, and what the document cannot say.

export type * from '../../generated/openapi.ts'
export type {
  ActivityDetail,
  Contact,
  ConversationView,
  DeskEvent,
  DeskFrame,
  DeskSnapshot,
  InteractionView,
  MessageView,
  ToDesktop,
  Written,
} from '../writing/wire.ts'

/// A decimal string: too long for a JavaScript number.
export type Id = string
/// ISO-8601 in UTC.
export type Instant = string

export type Language = Me['language']
export type PresenceState = PresenceView['state']
export type AddressKind = Address['kind']
export type Trust = Address['trust']
export type Party = Author['kind']

/// Limits the server sets; kept here so that the desktop can say so before sending.
export const LIMITS = { message: 4_000, notes: 10_000, name: 200 } as const
