import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { Choose } from '../fields.tsx'
import { newField } from './draft.ts'
import { type Field, KINDS, keysOf, TYPES } from './types.ts'

interface Props {
  readonly fields: readonly Field[]
  readonly error: string | undefined
  readonly onChange: (fields: readonly Field[]) => void
}

const FLAGS = ['key', 'required', 'searchable'] as const
const FLAG_WORDS = { key: 'lists.key', required: 'lists.required', searchable: 'lists.searchable' } as const

/// What a record has: each field with its type and its properties.
export function FieldsEditor({ fields, error, onChange }: Props) {
  const t = useT()
  const put = (at: number, change: Partial<Field>) => onChange(fields.map((field, index) => (index === at ? { ...field, ...change } : field)))
  return (
    <div className="list-fields">
      {fields.map((field, at) => (
        <div key={at} className="list-field" data-testid="list-field">
          <TextInput
            aria-label={t('admin.name')}
            value={field.name}
            maxLength={200}
            {...written(field.name)}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <Choose
            aria-label={t('lists.type')}
            value={field.type}
            data={keysOf(TYPES).map((type) => ({ value: type, label: t(TYPES[type]) }))}
            onChange={(type) => {
              const chosen = keysOf(TYPES).find((one) => one === type)
              if (chosen !== undefined) put(at, { type: chosen, kind: chosen === 'PHONE' ? 'MOBILE' : null, of: null })
            }}
          />
          {field.type === 'PHONE' ? (
            <Choose
              aria-label={t('lists.kind')}
              value={field.kind}
              data={keysOf(KINDS).map((kind) => ({ value: kind, label: t(KINDS[kind]) }))}
              onChange={(kind) => put(at, { kind: keysOf(KINDS).find((one) => one === kind) ?? 'OTHER' })}
            />
          ) : (
            <span />
          )}
          <button
            type="button"
            className="ib"
            aria-label={t('lists.removeField', { name: field.name })}
            title={t('lists.removeField', { name: field.name })}
            onClick={() => onChange(fields.filter((_, index) => index !== at))}
          >
            <IconX size={14} aria-hidden />
          </button>
          <span className="row g6 list-flags">
            {FLAGS.map((flag) => (
              <label key={flag} className="row g3 meta">
                <input type="checkbox" checked={field[flag]} onChange={(event) => put(at, { [flag]: event.currentTarget.checked })} />
                <Say k={FLAG_WORDS[flag]} />
              </label>
            ))}
          </span>
        </div>
      ))}
      {error !== undefined && (
        <p className="meta admin-error" role="alert">
          {error}
        </p>
      )}
      <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} data-testid="list-add-field" onClick={() => onChange([...fields, newField('', 'OTHER')])}>
        <Say k="lists.addField" />
      </Button>
    </div>
  )
}
