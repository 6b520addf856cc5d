import type { ConversationView } from '../api/types.ts'
import { offerOf } from './unread.ts'

/// What rings stands first, the most urgent on top; the rest keeps the order in which it began.
export function listed(conversations: readonly ConversationView[]): readonly ConversationView[] {
  const ringing = conversations.filter((one) => one.state === 'OFFERED')
  const others = conversations.filter((one) => one.state !== 'OFFERED')
  const until = (one: ConversationView) => Date.parse(offerOf(one)?.offer?.until ?? one.stateSince)
  return [...ringing.sort((a, b) => until(a) - until(b)), ...others]
}
