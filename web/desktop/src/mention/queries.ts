import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, send } from '../api/http.ts'
import type { Id, MentionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'

/// The notes in which colleagues have named the agent.

const none: readonly MentionView[] = []

/// The latest, newest first, and how many of all are unseen; read anew whenever the desk hears of one.
export function useMentions(): { readonly unseen: number; readonly items: readonly MentionView[]; readonly known: boolean } {
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('WORK_AT_DESK') ?? false)
  const heard = useDesk((desk) => desk.mentions)
  const { data } = useQuery({
    queryKey: ['mentions', heard],
    queryFn: () => get('/api/mentions'),
    enabled: may,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
  return { unseen: data?.unseen ?? 0, items: data?.items ?? none, known: data !== undefined }
}

/// The agent has looked at it, and every window of theirs is told.
export async function seen(message: Id): Promise<void> {
  await send('POST', '/api/mentions/{message}/seen', { path: { message } })
}
