import type { Id, RoleView, TeamView, TeamWish, UserView } from '../../api/types.ts'
import { isName, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'

/// A team as it is being written.
export interface TeamDraft {
  readonly name: string
  readonly members: readonly Id[]
  readonly supervisors: readonly Id[]
  readonly services: readonly Id[]
}

export const EMPTY_TEAM: TeamDraft = { name: '', members: [], supervisors: [], services: [] }

export function draftOfTeam(team: TeamView, users: readonly UserView[]): TeamDraft {
  return { name: team.name, members: users.filter((one) => one.team?.id === team.id).map((one) => one.id), supervisors: team.supervisors, services: team.services }
}

export function wrongTeam(draft: TeamDraft): Wrong<TeamDraft> {
  return wrongOf<TeamDraft>({ name: isName(draft.name) ? null : 'admin.nameWrong' })
}

/// Only what is different from `before`; null: it is not there yet.
export function wishOfTeam(draft: TeamDraft, before: TeamDraft | null): TeamWish {
  const differs = (part: keyof TeamDraft) => before === null || JSON.stringify(draft[part]) !== JSON.stringify(before[part])
  return {
    name: differs('name') ? draft.name : null,
    members: differs('members') ? [...draft.members] : null,
    supervisors: differs('supervisors') ? [...draft.supervisors] : null,
    services: differs('services') ? [...draft.services] : null,
  }
}

/// Who may supervise by their roles.
export function maySupervise(users: readonly UserView[], roles: readonly RoleView[]): readonly UserView[] {
  const those = roles.filter((one) => one.privileges.includes('SUPERVISE')).map((one) => one.role)
  return users.filter((one) => one.roles.some((role) => those.includes(role)))
}

/// The field that a refusal of the server is about.
export const TEAM_FIELDS: Readonly<Record<string, keyof TeamDraft>> = {
  'name-invalid': 'name',
  'team-taken': 'name',
  'user-unknown': 'members',
  'supervisor-invalid': 'supervisors',
  'service-unknown': 'services',
}
