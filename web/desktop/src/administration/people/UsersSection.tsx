import './people.css'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { Id, TeamView, UserView } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { Listed } from '../Listed.tsx'
import { useByName } from '../names.ts'
import { useUsers } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { useSkills, useTeams } from './queries.ts'
import { UserForm } from './UserForm.tsx'
import { ROLES, type Role } from './words.ts'

/// Stands for all of a kind in a list.
const ALL = ''
const NO_TEAM = 'none'

type State = '' | 'allowed' | 'disabled'

interface Narrowing {
  readonly team: Id
  readonly role: Role | ''
  readonly state: State
}

const EVERYBODY: Narrowing = { team: ALL, role: ALL, state: ALL }

function fits(user: UserView, { team, role, state }: Narrowing): boolean {
  return (
    (team === ALL || (user.team?.id ?? NO_TEAM) === team) &&
    (role === ALL || user.roles.includes(role)) &&
    (state === ALL || user.disabled === (state === 'disabled'))
  )
}

/// Who logs in here, as what, in which team and with which skills.
export function UsersSection({ item }: { readonly item: Id | 'new' | null }) {
  const t = useT()
  const intl = useIntl()
  const navigate = useNavigate()
  const users = useUsers()
  const teams = useTeams()
  const skills = useSkills()
  const byName = useByName()
  const [narrowed, setNarrowed] = useState(EVERYBODY)
  if (users.data === undefined || teams.data === undefined || skills.data === undefined) return <Reading error={users.error ?? teams.error ?? skills.error} />
  const open = users.data.find((one) => one.id === item)
  return (
    <div className="admin-split">
      <Listed
        section="users"
        find="staff.findUser"
        create="admin.new"
        filters={<Filters teams={teams.data} value={narrowed} onChange={setNarrowed} />}
        entries={byName(
          users.data.filter((one) => fits(one, narrowed)),
          (one) => one.name,
        ).map((one) => ({
          id: one.id,
          words: `${one.name} ${one.login} ${one.team?.name ?? ''}`,
          title: (
            <span className="pieces g2">
              <bdi>{one.name}</bdi>
              <Ltr className="meta muted">{one.login}</Ltr>
            </span>
          ),
          detail: (
            <>
              {one.disabled && (
                <>
                  <Say k="staff.disabled" />
                  {' · '}
                </>
              )}
              {intl.formatList(one.roles.map((role) => t(ROLES[role].name)))}
              {one.team !== null && (
                <>
                  {' · '}
                  <bdi>{one.team.name}</bdi>
                </>
              )}
            </>
          ),
        }))}
      />
      {item === 'new' || open !== undefined ? (
        <UserForm
          key={item ?? ''}
          user={open ?? null}
          teams={teams.data}
          skills={skills.data}
          onMade={(id) => void navigate(`/administration/users/${id}`, { replace: true })}
        />
      ) : (
        <None
          art={<IconUser size={32} stroke={1.4} aria-hidden />}
          heading={item === null ? 'staff.chooseUserTitle' : 'admin.goneTitle'}
          text={item === null ? 'staff.chooseUserText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

interface FiltersProps {
  readonly teams: readonly TeamView[]
  readonly value: Narrowing
  readonly onChange: (value: Narrowing) => void
}

function Filters({ teams, value, onChange }: FiltersProps) {
  const t = useT()
  return (
    <div className="staff-filters">
      <Choose
        size="xs"
        aria-label={t('staff.team')}
        value={value.team}
        searchable={teams.length > 10}
        nothingFoundMessage={t('admin.noneFound')}
        data={[{ value: ALL, label: t('report.allTeams') }, { value: NO_TEAM, label: t('staff.noTeam') }, ...teams.map((one) => ({ value: one.id, label: one.name }))]}
        data-testid="users-team"
        onChange={(team) => onChange({ ...value, team: team ?? ALL })}
      />
      <Choose
        size="xs"
        aria-label={t('staff.roles')}
        value={value.role}
        data={[{ value: ALL, label: t('staff.allRoles') }, ...(Object.keys(ROLES) as Role[]).map((one) => ({ value: one as string, label: t(ROLES[one].name) }))]}
        data-testid="users-role"
        onChange={(role) => onChange({ ...value, role: (role ?? ALL) as Role | '' })}
      />
      <Choose
        size="xs"
        aria-label={t('staff.state')}
        value={value.state}
        data={[
          { value: ALL, label: t('staff.allStates') },
          { value: 'allowed', label: t('staff.allowedShort') },
          { value: 'disabled', label: t('staff.disabled') },
        ]}
        data-testid="users-state"
        onChange={(state) => onChange({ ...value, state: (state ?? ALL) as State })}
      />
    </div>
  )
}
