import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get, send } from '../api/http.ts'
import type { FollowUpView, Id, PlannedFollowUp } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'

/// Another window, or another day, may have changed what there is to do.
const AGAIN_MS = 60_000
const none: readonly PlannedFollowUp[] = []

export function useMayPlan(): boolean {
  return useDesk((desk) => desk.snapshot?.me.privileges.includes('WORK_AT_DESK') ?? false)
}

/// What the agent has still to do, the most urgent first; undefined until known.
export function useMyFollowUps() {
  const may = useMayPlan()
  return useQuery({
    queryKey: ['follow-ups'],
    queryFn: () => get('/api/follow-ups'),
    enabled: may,
    refetchInterval: AGAIN_MS,
  })
}

export function usePlanned(): readonly PlannedFollowUp[] {
  return useMyFollowUps().data ?? none
}

export interface Plan {
  readonly dueAt: string
  readonly zone: string
  readonly note: string
  readonly remindMinutes: number | null
}

/// What can be done with follow-ups; whatever shows them is read anew.
export function useFollowUpActions() {
  const queries = useQueryClient()
  const fresh = async (): Promise<void> => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['follow-ups'] }), queries.invalidateQueries({ queryKey: ['contacts'] })])
  }
  return {
    plan: async (interaction: Id, plan: Plan) => {
      await send('POST', '/api/activities/{interaction}/follow-ups', { path: { interaction }, body: plan })
      await fresh()
    },
    move: async ({ id, version }: FollowUpView, plan: Plan) => {
      await send('PUT', '/api/follow-ups/{followUp}', { path: { followUp: id }, body: { ...plan, version } })
      await fresh()
    },
    done: async ({ id }: FollowUpView) => {
      await send('POST', '/api/follow-ups/{followUp}/done', { path: { followUp: id } })
      await fresh()
    },
    cancel: async ({ id }: FollowUpView) => {
      await send('POST', '/api/follow-ups/{followUp}/cancel', { path: { followUp: id } })
      await fresh()
    },
    fresh,
  }
}
