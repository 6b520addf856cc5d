import type { ConversationView, InteractionView, ParticipantView } from '../api/types.ts'

/// Several agents in what is written with one customer: one has it, others are in it as guests.

/// Something can be written in it: it is this agent's, or they are a guest in it.
export function answerable({ state }: Pick<InteractionView, 'state'>): boolean {
  return state === 'ACTIVE' || state === 'GUEST'
}

/// What this agent is asked into; null: into nothing of this conversation.
export function invitedInto({ interactions }: ConversationView): InteractionView | null {
  return interactions.find((one) => one.state === 'INVITED') ?? null
}

/// Who is in it beside the agent who has it, or is asked to be.
export function present({ participants }: Pick<InteractionView, 'participants'>): readonly ParticipantView[] {
  return participants.filter((one) => one.leftAt === null)
}
