import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id, UserView } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { useByName } from '../names.ts'

interface Props {
  readonly value: readonly Id[]
  readonly users: readonly UserView[]
  /// The team that is open; null while it is not there yet.
  readonly team: Id | null
  readonly error: string | undefined
  readonly onChange: (value: readonly Id[]) => void
}

/// Who is in a team. Who is in another one leaves it, which is said before.
export function MembersField({ value, users, team, error, onChange }: Props) {
  const t = useT()
  const byName = useByName()
  const [typed, setTyped] = useState('')
  const sorted = byName(users, (one) => one.name)
  const members = sorted.filter((one) => value.includes(one.id))
  const free = sorted.filter((one) => !value.includes(one.id) && !one.disabled)
  return (
    <div className="staff-levels" data-testid="team-members">
      {members.length === 0 ? (
        <p className="meta muted">
          <Say k="staff.noMembers" />
        </p>
      ) : (
        <ul>
          {members.map((one) => (
            <li key={one.id} data-testid="team-member">
              <span className="grow trunc">
                <bdi>{one.name}</bdi>
                {one.disabled && (
                  <span className="meta muted">
                    {' · '}
                    <Say k="staff.disabled" />
                  </span>
                )}
                {one.team !== null && one.team.id !== team && (
                  <span className="meta muted">
                    {' · '}
                    <Say k="staff.leaves" values={{ team: <bdi key="t">{one.team.name}</bdi> }} />
                  </span>
                )}
              </span>
              <button
                type="button"
                className="ib"
                aria-label={t('staff.take', { name: one.name })}
                title={t('staff.take', { name: one.name })}
                onClick={() => onChange(value.filter((id) => id !== one.id))}
              >
                <IconX size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && (
        <p className="meta admin-error" role="alert">
          {error}
        </p>
      )}
      {free.length > 0 && (
        <Choose
          className="admin-short"
          aria-label={t('staff.addMember')}
          placeholder={t('staff.addMember')}
          value={null}
          searchable
          searchValue={typed}
          nothingFoundMessage={t('admin.noneFound')}
          data={free.map((one) => ({ value: one.id, label: one.name }))}
          data-testid="team-add"
          onSearchChange={setTyped}
          onChange={(id) => {
            setTyped('')
            if (id !== null) onChange([...value, id])
          }}
        />
      )}
    </div>
  )
}
