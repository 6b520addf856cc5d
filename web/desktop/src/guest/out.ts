import { create } from 'zustand'
import type { ConversationView, DeskEvent } from '../api/types.ts'

type Removed = Extract<DeskEvent, { readonly type: 'conversationRemoved' }>

/// A conversation that this agent was a guest in, or asked into, and that has left the desk without them.
export interface Out {
  readonly conversation: ConversationView
  readonly why: NonNullable<Removed['why']>
}

/// Those that have not been told yet.
export const useOuts = create<readonly Out[]>(() => [])

/// @param before the conversations as they were
export function noteOut({ id, why }: Removed, before: readonly ConversationView[]): void {
  const conversation = before.find((one) => one.id === id)
  if (why !== null && conversation !== undefined) useOuts.setState((outs) => [...outs, { conversation, why }], true)
}
