import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id, RoleView, SkillView, TeamView, UserView } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { forgetDraft, useDraft } from '../drafts.ts'
import { Group } from '../fields.tsx'
import { useByName } from '../names.ts'
import { useKept, useReadAgain } from '../queries.ts'
import { RemoveButton, useAgain } from '../RemoveButton.tsx'
import { Sheet } from '../Sheet.tsx'
import { PeopleField } from './PeopleField.tsx'
import { draftOfTeam, EMPTY_TEAM, maySupervise, TEAM_FIELDS, type TeamDraft, wishOfTeam, wrongTeam } from './team.ts'

interface Props {
  /// Null while it is not there yet.
  readonly team: TeamView | null
  readonly users: readonly UserView[]
  readonly roles: readonly RoleView[]
  /// The skills of services, which have the ids of the services.
  readonly services: readonly SkillView[]
  readonly onMade: (id: Id) => void
}

export function TeamForm({ team, users, roles, services, onMade }: Props) {
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const kept = useKept(onMade)
  const again = useAgain('teams')
  const byName = useByName()
  const form = `teams ${team?.id ?? 'new'}`
  const stored = team === null ? null : draftOfTeam(team, users)
  const draft = useDraft<TeamDraft>(form, stored ?? EMPTY_TEAM, {
    check: wrongTeam,
    fields: TEAM_FIELDS,
    save: (one) => kept(
      team === null
        ? send('POST', '/api/teams', { body: wishOfTeam(one, null) })
        : send('PUT', '/api/teams/{team}', { path: { team: team.id }, body: wishOfTeam(one, stored) }).then(() => null),
    ),
  })
  const { value, set, at } = draft
  const able = maySupervise(users, roles)
  return (
    <Sheet
      draft={draft}
      fresh={team === null}
      title={team === null ? <Say k="staff.newTeam" /> : <bdi>{team.name}</bdi>}
      {...(team === null ? { onDiscard: () => void navigate('/administration/teams') } : {})}
      actions={
        team !== null &&
        stored !== null && (
          <RemoveButton
            name={<bdi>{team.name}</bdi>}
            consequence={<Say k="staff.removeTeam" />}
            remove={async () => {
              await send('DELETE', '/api/teams/{team}', { path: { team: team.id } })
              forgetDraft(form)
              await readAgain()
            }}
            onRemoved={() => void navigate('/administration/teams')}
            again={again(team.name, () => send('POST', '/api/teams', { body: wishOfTeam(stored, null) }))}
          />
        )
      }
    >
      <Group heading="staff.team">
        <TextInput
          label={<Say k="admin.name" />}
          value={value.name}
          error={at('name')}
          maxLength={200}
          data-testid="team-name"
          {...written(value.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Group>
      <Group heading="staff.members" hint="staff.membersHint">
        <PeopleField
          value={value.members}
          users={users}
          remark={(one) => one.team !== null && one.team.id !== team?.id ? <Say k="staff.leaves" values={{ team: <bdi key="t">{one.team.name}</bdi> }} /> : null}
          add="staff.addMember"
          none="staff.noMembers"
          testId="team-member"
          error={at('members')}
          onChange={(members) => set({ members })}
        />
      </Group>
      <Group heading="staff.supervisors" hint="staff.supervisorsHint">
        <PeopleField
          value={value.supervisors}
          users={users}
          canAdd={(one) => able.includes(one)}
          remark={(one) => (able.includes(one) ? null : <Say k="staff.mayNotSupervise" />)}
          add="staff.addSupervisor"
          none="staff.noSupervisors"
          testId="team-supervisor"
          error={at('supervisors')}
          onChange={(supervisors) => set({ supervisors })}
        />
      </Group>
      <Group heading="admin.services" hint="staff.servicesHint">
        {services.length === 0 && (
          <p className="meta muted">
            <Say k="staff.noServices" />
          </p>
        )}
        <div className="staff-services">
          {byName(services, (one) => one.name).map((one) => (
            <label key={one.id} className="row">
              <input
                type="checkbox"
                className="switch"
                role="switch"
                checked={value.services.includes(one.id)}
                data-testid="team-service"
                onChange={(event) => set({ services: event.currentTarget.checked ? [...value.services, one.id] : value.services.filter((id) => id !== one.id) })}
              />
              <bdi>{one.name}</bdi>
            </label>
          ))}
        </div>
      </Group>
    </Sheet>
  )
}
