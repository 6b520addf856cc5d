import { create } from 'zustand'
import type { ConversationView, DeskEvent, DeskSnapshot } from '../api/types.ts'

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

/// Of a page that is loaded anew, or was away: what no event has told it.
export function noteOuts(snapshot: DeskSnapshot, before: DeskSnapshot | null): void {
  const seen = before?.desk === snapshot.desk ? before.offset : -1
  const anew = snapshot.outs.filter((one) => one.offset > seen)
  if (anew.length > 0) useOuts.setState((outs) => [...outs, ...anew], true)
}
