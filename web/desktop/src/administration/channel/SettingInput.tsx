import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Setting } from '../../api/types.ts'
import { useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { Choose, ltrOnceWritten } from '../fields.tsx'
import { isLong } from './account.ts'
import { choiceOf, settingName } from './words.ts'

interface Props {
  readonly channel: string
  readonly setting: Setting
  readonly value: string
  readonly error: string | undefined
  /// There is a stored one, which is never shown.
  readonly kept: boolean
  readonly onChange: (value: string) => void
}

/// A field for a setting, as its kind wants it.
export function SettingInput({ channel, setting, value, error, kept, onChange }: Props) {
  const t = useT()
  const label = settingName(channel, setting.name, t)
  const field = { label, error, 'data-testid': `setting-${setting.name}` }
  switch (setting.kind) {
    case 'FLAG':
      return <Flag label={label} on={value === 'true'} testId={field['data-testid']} onChange={(on) => onChange(String(on))} />
    case 'CHOICE':
      return (
        <Choose
          {...field}
          value={value}
          data={setting.choices.map((one) => ({ value: one, label: choiceOf(channel, setting.name, one, t) }))}
          onChange={(one) => onChange(one ?? setting.fallback)}
        />
      )
    case 'SECRET':
      return (
        <PasswordInput
          {...field}
          aria-invalid={error !== undefined}
          placeholder={kept ? t('account.secretKept') : ''}
          value={value}
          autoComplete="new-password"
          maxLength={10_000}
          visibilityToggleButtonProps={{ 'aria-label': t('login.showPassword') }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'NUMBER':
      return (
        <TextInput
          {...field}
          value={value}
          placeholder={setting.fallback}
          inputMode="numeric"
          maxLength={10}
          {...ltrOnceWritten(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'TEXT':
      return isLong(setting) ? (
        <Textarea {...field} value={value} placeholder={setting.fallback} rows={4} maxLength={10_000} {...(value === '' ? written(setting.fallback) : written(value))} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <TextInput
          {...field}
          value={value}
          placeholder={setting.fallback}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={10_000}
          {...written(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

interface FlagProps {
  readonly label: string
  readonly on: boolean
  readonly testId: string
  readonly onChange: (on: boolean) => void
}

function Flag({ label, on, testId, onChange }: FlagProps) {
  const id = useId()
  return (
    <div className="admin-switched">
      <input type="checkbox" role="switch" className="switch" id={id} data-testid={testId} checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
