import type { ConversationView, Id, InteractionView, SupervisedWork } from '../api/types.ts'
import { present } from '../guest/guests.ts'
import { type Kind, kindOf } from '../writing/kinds.ts'

/// What a supervisor sees of the work of others, and how they come into it.

export type WayIn =
  /// What is written there goes on with a colleague, and may be joined.
  | { readonly kind: 'JOIN'; readonly into: readonly InteractionView[] }
  /// It is on their own desk.
  | { readonly kind: 'THERE' }
  /// Nothing but a call, which only those hear who are in it.
  | { readonly kind: 'CALL' }
  /// Nothing goes on of it: it waits, or is being wrapped up.
  | { readonly kind: 'NOTHING' }

/// How `me` comes into a conversation that they look at.
export function wayIn({ interactions }: Pick<ConversationView, 'interactions'>, me: Id | undefined): WayIn {
  const open = interactions.filter((one) => one.state !== 'ENDED')
  if (open.some((one) => isMine(one, me))) return { kind: 'THERE' }
  const live = open.filter((one) => one.state === 'WITH_COLLEAGUE' && one.liveUntil === null)
  const into = live.filter((one) => one.medium !== 'VOICE')
  if (into.length > 0) return { kind: 'JOIN', into }
  return { kind: live.length > 0 ? 'CALL' : 'NOTHING' }
}

function isMine(one: InteractionView, me: Id | undefined): boolean {
  return one.state === 'ACTIVE' || one.state === 'WRAP_UP' || present(one).some((guest) => guest.agent.id === me && guest.joinedAt !== null)
}

/// The channels of what an agent has of a conversation: those that are live, or those that are being wrapped up if none is.
export function kindsIn({ parts }: Pick<SupervisedWork, 'parts'>): readonly Kind[] {
  const live = parts.filter((one) => one.live)
  return [...new Set((live.length > 0 ? live : parts).map(kindOf))]
}

export type Turn = 'WRAP_UP' | 'CALL' | 'AGENT' | 'CUSTOMER'

/// Who has to do something next.
export function turnOf({ parts, awaiting }: Pick<SupervisedWork, 'parts' | 'awaiting'>): Turn {
  const live = parts.filter((one) => one.live)
  if (live.length === 0) return 'WRAP_UP'
  if (live.every((one) => one.medium === 'VOICE')) return 'CALL'
  return awaiting === null ? 'CUSTOMER' : 'AGENT'
}
