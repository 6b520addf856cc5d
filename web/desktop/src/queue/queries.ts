import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get } from '../api/http.ts'

/// How often the list is looked at again: while it is on the screen, and while only the count of it is.
const LOOKING_MS = 3_000
const COUNTING_MS = 20_000

/// The mails that this agent may take.
export function useMailQueue(looking: boolean) {
  return useQuery({
    queryKey: ['queue'],
    queryFn: () => get('/api/queue'),
    refetchInterval: looking ? LOOKING_MS : COUNTING_MS,
  })
}

/// Reads the list again, as something of it was just taken or put there.
export function useQueueAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['queue'] })
}
