import { useId } from 'react'
import { Say, useT } from '../../i18n/Say.tsx'
import { Reading } from '../Sheet.tsx'
import { useRoles } from './queries.ts'
import { privilegeWord, ROLES, type Role } from './words.ts'

interface Props {
  readonly value: readonly Role[]
  readonly error: string | undefined
  readonly onChange: (value: readonly Role[]) => void
}

/// The roles of somebody, and what they may do together.
export function RolesField({ value, error, onChange }: Props) {
  const t = useT()
  const id = useId()
  const { data, error: unread } = useRoles()
  if (data === undefined) return <Reading error={unread} />
  const may = data.filter((one) => value.includes(one.role)).flatMap((one) => one.privileges)
  return (
    <>
      <div role="group" aria-label={t('staff.roles')} className="admin-one-of" data-testid="user-roles">
        {data.map(({ role }) => (
          <label key={role} className="admin-switched">
            <input
              type="checkbox"
              checked={value.includes(role)}
              aria-describedby={`${id}-${role}`}
              aria-invalid={error !== undefined}
              data-testid={`user-role-${role}`}
              onChange={(event) =>
                onChange(data.map((one) => one.role).filter((one) => (one === role ? event.currentTarget.checked : value.includes(one))))
              }
            />
            <span>
              <span className="admin-option">
                <Say k={ROLES[role].name} />
              </span>
              <span className="meta muted admin-option" id={`${id}-${role}`}>
                <Say k={ROLES[role].hint} />
              </span>
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="meta admin-error" role="alert">
          {error}
        </p>
      )}
      {may.length > 0 && (
        <div>
          <p className="meta muted">
            <Say k="staff.together" />
          </p>
          <ul className="staff-may" data-testid="user-may">
            {[...new Set(may)].map((one) => {
              const word = privilegeWord(one)
              return (
                <li key={one} className="tag">
                  {word === undefined ? one : <Say k={word} />}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </>
  )
}
