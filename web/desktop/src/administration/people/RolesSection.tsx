import '../report/report.css'
import './people.css'
import { IconCheck } from '@tabler/icons-react'
import { Say, useT } from '../../i18n/Say.tsx'
import { Reading } from '../Sheet.tsx'
import { useRoles } from './queries.ts'
import { type Privilege, privilegeWord, PRIVILEGES, ROLES } from './words.ts'

/// Which role may do what, as the server says it.
export function RolesSection() {
  const t = useT()
  const { data, error } = useRoles()
  if (data === undefined) return <Reading error={error} />
  const order = Object.keys(PRIVILEGES)
  const all = [...new Set(data.flatMap((one) => one.privileges))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const word = (one: Privilege) => {
    const key = privilegeWord(one)
    return key === undefined ? one : t(key)
  }
  return (
    <div className="report" data-testid="roles">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="staff.roles" />
          </h1>
          <div className="meta muted">
            <Say k="staff.rolesOverview" />
          </div>
        </div>
      </header>
      <div className="report-body scroll" tabIndex={0} role="region" aria-label={t('staff.roles')}>
        <div className="report-scroll">
          <table className="report-table staff-roles">
            <thead>
              <tr>
                <th scope="col">
                  <Say k="staff.may" />
                </th>
                {data.map((one) => (
                  <th key={one.role} scope="col">
                    <Say k={ROLES[one.role].name} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((privilege) => (
                <tr key={privilege}>
                  <th scope="row">{word(privilege)}</th>
                  {data.map((one) => (
                    <td key={one.role}>{one.privileges.includes(privilege) && <IconCheck size={16} role="img" aria-label={t('staff.yes')} />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}
