import './people.css'
import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { useUsers } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { useRoles, useSkills, useTeams } from './queries.ts'
import { TeamForm } from './TeamForm.tsx'

/// Groups of users that are led together, and the services that they serve.
export function TeamsSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const teams = useTeams()
  const users = useUsers()
  const skills = useSkills()
  const roles = useRoles()
  if (teams.data === undefined || users.data === undefined || skills.data === undefined || roles.data === undefined)
    return <Reading error={teams.error ?? users.error ?? skills.error ?? roles.error} />
  const open = teams.data.find((one) => one.id === item)
  const art = <IconUsersGroup size={32} stroke={1.4} aria-hidden />
  return (
    <div className={teams.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {teams.data.length > 0 && (
        <Listed
          section="teams"
          find="staff.findTeam"
          create="admin.new"
          entries={teams.data.map((one) => ({
            id: one.id,
            words: one.name,
            title: <bdi>{one.name}</bdi>,
            detail: (
              <>
                <Say k="staff.people" values={{ count: one.members }} />
                {' · '}
                <Say k="staff.serviceCount" values={{ count: one.services.length }} />
              </>
            ),
          }))}
        />
      )}
      {item === 'new' || open !== undefined ? (
        <TeamForm
          key={item ?? ''}
          team={open ?? null}
          users={users.data}
          roles={roles.data}
          services={skills.data.filter((one) => one.kind === 'SERVICE')}
          onMade={(id) => void navigate(`/administration/teams/${id}`, { replace: true })}
        />
      ) : teams.data.length === 0 ? (
        <None art={art} heading="staff.noTeamsTitle" text="staff.noTeamsText">
          <Button component={Link} to="/administration/teams/new" variant="filled" data-testid="admin-new">
            <Say k="staff.newTeam" />
          </Button>
        </None>
      ) : (
        <None art={art} heading={item === null ? 'staff.chooseTeamTitle' : 'admin.goneTitle'} text={item === null ? 'staff.chooseTeamText' : 'admin.goneText'} />
      )}
    </div>
  )
}
