import { TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose, ltrOnceWritten } from '../fields.tsx'
import { type LevelDraft, levelOf, USUAL_LEVEL } from './levels.ts'

interface Props {
  readonly value: readonly LevelDraft[]
  /// Everything that can be had, in the order in which it is shown.
  readonly all: readonly { readonly id: Id; readonly name: string; readonly detail: string }[]
  readonly error: string | undefined
  readonly add: MessageKey
  readonly none: MessageKey
  readonly testId: string
  readonly onChange: (value: readonly LevelDraft[]) => void
}

/// What somebody has, or who has something: each with a level, and one more to be chosen.
export function LevelsField({ value, all, error, add, none, testId, onChange }: Props) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const had = all.filter((one) => value.some((each) => each.id === one.id))
  const free = all.filter((one) => !had.includes(one))
  const level = (id: Id) => value.find((one) => one.id === id)?.level ?? ''
  return (
    <div className="staff-levels" data-testid={testId}>
      {had.length === 0 ? (
        <p className="meta muted">
          <Say k={none} />
        </p>
      ) : (
        <ul>
          {had.map((one) => (
            <li key={one.id} data-testid={`${testId}-one`}>
              <span className="grow trunc">
                <bdi>{one.name}</bdi>
                <span className="meta muted"> {one.detail}</span>
              </span>
              <TextInput
                size="xs"
                className="staff-level"
                aria-label={t('staff.levelOf', { name: one.name })}
                inputMode="numeric"
                maxLength={3}
                value={level(one.id)}
                aria-invalid={error !== undefined && levelOf(level(one.id)) === null}
                data-testid={`${testId}-level`}
                {...ltrOnceWritten(level(one.id))}
                onChange={(event) => {
                  const written = event.currentTarget.value
                  onChange(value.map((each) => (each.id === one.id ? { ...each, level: written } : each)))
                }}
              />
              <button
                type="button"
                className="ib"
                aria-label={t('staff.take', { name: one.name })}
                title={t('staff.take', { name: one.name })}
                onClick={() => onChange(value.filter((each) => each.id !== one.id))}
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
            if (id !== null) onChange([...value, { id, level: USUAL_LEVEL }])
          }}
        />
      )}
    </div>
  )
}
