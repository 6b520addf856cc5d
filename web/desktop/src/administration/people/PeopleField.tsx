import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Id, UserView } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { useByName } from '../names.ts'

interface Props {
  readonly value: readonly Id[]
  readonly users: readonly UserView[]
  /// Whether somebody can be chosen who is not yet.
  readonly canAdd?: (user: UserView) => boolean
  /// What is to be known of somebody who is chosen; null: nothing.
  readonly remark: (user: UserView) => ReactNode
  readonly add: MessageKey
  /// Said when nobody is chosen.
  readonly none: MessageKey
  readonly testId: string
  readonly error: string | undefined
  readonly onChange: (value: readonly Id[]) => void
}

/// Some of the users, and one more to be chosen.
export function PeopleField({ value, users, canAdd = () => true, remark, add, none, testId, error, onChange }: Props) {
  const t = useT()
  const byName = useByName()
  const [typed, setTyped] = useState('')
  const sorted = byName(users, (one) => one.name)
  const chosen = sorted.filter((one) => value.includes(one.id))
  const free = sorted.filter((one) => !value.includes(one.id) && !one.disabled && canAdd(one))
  return (
    <div className="staff-levels" data-testid={`${testId}s`}>
      {chosen.length === 0 ? (
        <p className="meta muted">
          <Say k={none} />
        </p>
      ) : (
        <ul>
          {chosen.map((one) => (
            <li key={one.id} data-testid={testId}>
              <span className="grow trunc">
                <bdi>{one.name}</bdi>
                {one.disabled && (
                  <Remark>
                    <Say k="staff.disabled" />
                  </Remark>
                )}
                <Remark>{remark(one)}</Remark>
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
          aria-label={t(add)}
          placeholder={t(add)}
          value={null}
          searchable
          searchValue={typed}
          nothingFoundMessage={t('admin.noneFound')}
          data={free.map((one) => ({ value: one.id, label: one.name }))}
          data-testid={`${testId}-add`}
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

function Remark({ children }: { readonly children: ReactNode }) {
  if (children === null) return null
  return (
    <span className="meta muted">
      {' · '}
      {children}
    </span>
  )
}
