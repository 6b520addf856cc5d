import { create } from 'zustand'
import type { ConversationView, Id, MessageView } from '../api/types.ts'
import type { DeliveryChanged } from '../writing/wire.ts'

/// The messages of each conversation that this desktop has seen: the window of the snapshot
/// and, before it, whatever older pages were loaded. Always without a gap.

type Logs = Readonly<Record<Id, readonly MessageView[]>>

export const useLogs = create<Logs>(() => ({}))

/// Joins a window to what is known. Where a gap would arise, only the window stays:
/// what is older can be loaded again.
export function joinWindow(known: readonly MessageView[], window: readonly MessageView[]): readonly MessageView[] {
  const first = window[0]
  const last = known.at(-1)
  if (first === undefined) return known
  if (last === undefined || first.seq > last.seq + 1) return window
  if (endsWith(known, window)) return known
  return [...known.filter((message) => message.seq < first.seq), ...window]
}

/// What is the same object has not changed; a message of which more is known by now is another one.
function endsWith(known: readonly MessageView[], window: readonly MessageView[]): boolean {
  const before = known.length - window.length
  return before >= 0 && window.every((message, index) => known[before + index] === message)
}

/// Of a message that was shown before, what became of it.
export function withDelivery(known: readonly MessageView[], { seq, delivery }: Pick<DeliveryChanged, 'seq' | 'delivery'>): readonly MessageView[] {
  if (!known.some((message) => message.seq === seq)) return known
  return known.map((message) => (message.seq === seq ? { ...message, delivery } : message))
}

/// Puts an older page before what is known; what is known already stays as it is.
export function joinOlder(known: readonly MessageView[], older: readonly MessageView[]): readonly MessageView[] {
  const first = known[0]
  if (first === undefined) return older
  return [...older.filter((message) => message.seq < first.seq), ...known]
}

export const logs = {
  take(conversations: readonly ConversationView[]): void {
    const before = useLogs.getState()
    const after: Record<Id, readonly MessageView[]> = {}
    let changed = Object.keys(before).length !== conversations.length
    for (const conversation of conversations) {
      const known = before[conversation.id] ?? []
      const joined = joinWindow(known, conversation.messages)
      if (joined !== before[conversation.id]) changed = true
      after[conversation.id] = joined
    }
    if (changed) useLogs.setState(after, true)
  },

  takeOlder(conversation: Id, older: readonly MessageView[]): void {
    const known = useLogs.getState()[conversation]
    if (known !== undefined) useLogs.setState({ [conversation]: joinOlder(known, older) })
  },

  /// Older than what the snapshot carries, it may be on the screen all the same.
  takeDelivery(changed: DeliveryChanged): void {
    const known = useLogs.getState()[changed.conversation]
    if (known !== undefined) useLogs.setState({ [changed.conversation]: withDelivery(known, changed) })
  },

  forget(): void {
    useLogs.setState({}, true)
  },
}
