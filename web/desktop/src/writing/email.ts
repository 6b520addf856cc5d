import { useQuery } from '@tanstack/react-query'
import { get, Problem } from '../api/http.ts'
import type { ConversationView, Id, MessageView } from '../api/types.ts'
import { kindOf } from './kinds.ts'
import type { EmailView } from './wire.ts'

/// Subject and people of a mail; it never changes. Undefined until known.
export function useEmail(message: Id | null): EmailView | undefined {
  const { data } = useQuery({
    queryKey: ['email', message ?? ''],
    queryFn: () => get('/api/messages/{message}/email', { path: { message: message ?? '' } }),
    enabled: message !== null,
    staleTime: Infinity,
    retry: (count, error) => count < 3 && !(error instanceof Problem && error.status < 500),
  })
  return data
}

/// Where its HTML is shown, cleaned, in a frame of its own. Pictures that lie elsewhere tell their owner who looks:
/// they are fetched when somebody asks for them.
export function frameOf(message: Id, pictures: boolean): string {
  return `/api/messages/${encodeURIComponent(message)}/email/frame${pictures ? '?pictures=true' : ''}`
}

/// The last mail of the customer: what an answer answers. Null when there is none.
export function lastMailOf({ messages, interactions }: Pick<ConversationView, 'messages' | 'interactions'>): MessageView | null {
  const mails = new Set(interactions.filter((one) => kindOf(one) === 'EMAIL').map((one) => one.id))
  return messages.findLast((message) => message.author.kind === 'CUSTOMER' && mails.has(message.interaction)) ?? null
}
