import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'

/// How often what changes by itself is looked at again.
const LOOK_EVERY_MS = 5_000

/// A schedule may start and stop them.
export function useCampaigns() {
  return useQuery({ queryKey: ['admin', 'campaigns'], queryFn: () => get('/api/campaigns'), refetchInterval: LOOK_EVERY_MS })
}

export function useCampaignChoices() {
  return useQuery({ queryKey: ['admin', 'campaign-choices'], queryFn: () => get('/api/campaign-choices') })
}

export function useDispositions() {
  return useQuery({ queryKey: ['admin', 'dispositions'], queryFn: () => get('/api/dispositions') })
}

export function useProgress(campaign: Id) {
  return useQuery({
    queryKey: ['admin', 'progress', campaign],
    queryFn: () => get('/api/campaigns/{campaign}/progress', { path: { campaign } }),
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function useDiagnostics(campaign: Id) {
  return useQuery({
    queryKey: ['admin', 'diagnostics', campaign],
    queryFn: () => get('/api/campaigns/{campaign}/diagnostics', { path: { campaign } }),
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function useBoundLists(campaign: Id) {
  return useQuery({
    queryKey: ['admin', 'campaign-lists', campaign],
    queryFn: () => get('/api/campaigns/{campaign}/lists', { path: { campaign } }),
  })
}

export function useServingTeams(campaign: Id) {
  return useQuery({
    queryKey: ['admin', 'campaign-teams', campaign],
    queryFn: () => get('/api/campaigns/{campaign}/teams', { path: { campaign } }),
  })
}

export function useForbidden(campaign: Id) {
  return useQuery({
    queryKey: ['admin', 'campaign-do-not-call', campaign],
    queryFn: () => get('/api/campaigns/{campaign}/do-not-call', { path: { campaign } }),
  })
}
