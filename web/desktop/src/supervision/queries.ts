import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, Problem } from '../api/http.ts'
import type { ConversationView, Id, MessageView } from '../api/types.ts'
import { joinOlder, joinWindow } from '../conversation/log.ts'
import { OLDER } from '../conversation/Timeline.tsx'

/// How often it is looked at again: who has what, and what is said.
const LOOK_EVERY_MS = 3_000
const READ_EVERY_MS = 2_000

/// What agents have in hand, of the teams that one supervises or of all.
export function useSupervision() {
  return useQuery({
    queryKey: ['supervision'],
    queryFn: () => get('/api/supervision'),
    staleTime: 0,
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function isOver(error: Error | null): boolean {
  return error instanceof Problem && error.status === 404
}

/// No agent of one's teams has it in hand, or not any more.
export function isRefused(error: Error | null): boolean {
  return error instanceof Problem && error.status === 403
}

/// One conversation of it, as long as it is not over.
export function useLook(id: Id) {
  return useQuery({
    queryKey: ['supervision', id],
    queryFn: () => get('/api/supervision/{conversation}', { path: { conversation: id } }),
    staleTime: 0,
    refetchInterval: (query) => !isOver(query.state.error) && READ_EVERY_MS,
  })
}

/// Its messages as far as they were read, without a gap, and how earlier ones are put before them.
export function useRead({ id, messages }: ConversationView): {
  readonly log: readonly MessageView[]
  readonly fetchBefore: (before: number, hold: () => void) => Promise<void>
} {
  const [log, setLog] = useState(messages)
  const joined = joinWindow(log, messages)
  if (joined !== log) setLog(joined)
  const fetchBefore = async (before: number, hold: () => void) => {
    const older = await get('/api/supervision/{conversation}/messages', { path: { conversation: id }, query: { before, limit: OLDER } })
    hold()
    setLog((known) => joinOlder(known, older))
  }
  return { log: joined, fetchBefore }
}
