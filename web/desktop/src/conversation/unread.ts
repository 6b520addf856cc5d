import type { ConversationView, Instant, InteractionView, MessageView } from '../api/types.ts'
import { answerable } from '../guest/guests.ts'

/// What can be told from a conversation at a glance.

export function unreadOf(conversation: ConversationView): number {
  return conversation.messages.filter(
    (message) => message.author.kind === 'CUSTOMER' && message.seq > conversation.readSeq,
  ).length
}

/// The interaction that is worked on: the live one, else the latest.
export function currentOf(conversation: ConversationView): InteractionView | null {
  return (
    conversation.interactions.findLast((one) => one.state === 'ACTIVE' || one.state === 'OFFERED') ??
    conversation.interactions.findLast((one) => one.state === 'GUEST' || one.state === 'INVITED') ??
    conversation.interactions.findLast((one) => one.state === 'WRAP_UP') ??
    conversation.interactions.at(-1) ??
    null
  )
}

/// The media in which the two speak at this moment.
export function liveMedia(conversation: ConversationView): ReadonlySet<InteractionView['medium']> {
  return new Set(conversation.interactions.filter(answerable).map((one) => one.medium))
}

export function offerOf(conversation: ConversationView): InteractionView | null {
  return conversation.interactions.find((one) => one.state === 'OFFERED' && one.offer !== null) ?? null
}

/// Between us and the customer: neither what the system says nor what colleagues say to each other.
function isSaid({ author, internal }: MessageView): boolean {
  return author.kind !== 'SYSTEM' && !internal
}

export function lastWords(conversation: ConversationView): MessageView | null {
  return conversation.messages.findLast(isSaid) ?? null
}

/// How far two clocks of the server may lie apart.
const SAME_MOMENT_MS = 1_000

/// When this contact was last heard of before this conversation. Null when never, or when only the present one is known.
export function contactBefore(conversation: ConversationView): Instant | null {
  const last = conversation.contact.lastActivityAt
  return last !== null && Date.parse(last) < Date.parse(conversation.openedAt) - SAME_MOMENT_MS ? last : null
}

/// The first message of the customer that nobody has answered yet; null when it is the customer's turn.
export function awaitingAnswer(conversation: ConversationView): MessageView | null {
  const words = conversation.messages.filter(isSaid)
  const answered = words.findLastIndex((message) => message.author.kind === 'AGENT')
  return words[answered + 1] ?? null
}

/// What is over, or not this agent's to dispose of.
const ELSEWHERE: ReadonlySet<InteractionView['state']> = new Set(['ENDED', 'WITH_COLLEAGUE', 'QUEUED', 'POSTPONED', 'INVITED', 'GUEST'])

/// The disposition that is chosen counts for the newest interaction and for those that have none of their own. A call
/// that the agent added to a conversation needs none.
export function needsDisposition({ interactions }: ConversationView): boolean {
  const open = interactions.filter((one) => !ELSEWHERE.has(one.state))
  const newest = open.at(-1)
  return open.some(
    (one) =>
      one.requiresDisposition &&
      (one === newest || one.disposition === null) &&
      !(one.direction === 'OUTBOUND' && one !== interactions[0]),
  )
}
