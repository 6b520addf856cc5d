import { useQuery } from '@tanstack/react-query'
import { get, Problem } from '../api/http.ts'
import type { ConversationView, Id, MessageView } from '../api/types.ts'
import { kindOf } from './kinds.ts'
import type { EmailView } from './wire.ts'

/// Subject and people of a mail, and why it is where it is; only its place changes, and `place` with it. Undefined until
/// known.
export function useEmail(message: Id | null, place = ''): EmailView | undefined {
  const { data } = useQuery({
    queryKey: ['email', message ?? '', place],
    placeholderData: (before, query) => (query?.queryKey[1] === message ? before : undefined),
    queryFn: () => get('/api/messages/{message}/email', { path: { message: message ?? '' } }),
    enabled: message !== null,
    staleTime: Infinity,
    // The words of a mail are on the line of time a moment before all else of it is kept.
    retry: (count, error) => count < MOST_TRIES && !(error instanceof Problem && error.status < 500 && error.status !== 404),
    retryDelay: (count) => Math.min(250 * 2 ** count, 5_000),
  })
  return data
}

const MOST_TRIES = 8

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
