import { useQueryClient } from '@tanstack/react-query'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { useCommand } from '../shell/useCommand.ts'

/// Calls a colleague; how it goes is seen in the bar of that call.
export function useCallColleague() {
  const queries = useQueryClient()
  const { run, busy } = useCommand(async (user: Id) => {
    try {
      await send('POST', '/api/internal-calls', { body: { user } })
    } finally {
      // Refused or not, what was shown of them is out of date.
      void queries.invalidateQueries({ queryKey: ['colleagues'] })
    }
  })
  return { call: run, busy }
}
