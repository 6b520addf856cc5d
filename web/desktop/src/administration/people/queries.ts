import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'

/// How often what changes by itself is looked at again.
const LOOK_EVERY_MS = 10_000

export function useTeams() {
  return useQuery({ queryKey: ['admin', 'teams'], queryFn: () => get('/api/teams') })
}

export function useSkills() {
  return useQuery({ queryKey: ['admin', 'skills'], queryFn: () => get('/api/skills') })
}

export function useSkill(skill: Id) {
  return useQuery({ queryKey: ['admin', 'skill', skill], queryFn: () => get('/api/skills/{skill}', { path: { skill } }) })
}

/// Which role may do what; it changes only with the program.
export function useRoles() {
  return useQuery({ queryKey: ['admin', 'roles'], queryFn: () => get('/api/roles'), staleTime: Number.POSITIVE_INFINITY })
}

/// Where a user is logged in.
export function useLogIns(user: Id) {
  return useQuery({
    queryKey: ['admin', 'log-ins', user],
    queryFn: () => get('/api/users/{user}/sessions', { path: { user } }),
    refetchInterval: LOOK_EVERY_MS,
  })
}
