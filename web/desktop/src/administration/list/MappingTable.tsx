import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import type { Target } from './mapping.ts'
import type { FilePreview, ListView } from './types.ts'

const SHOWN_ROWS = 5

interface Props {
  readonly list: ListView
  readonly preview: FilePreview
  readonly targets: readonly Target[]
  readonly onChange: (targets: readonly Target[]) => void
}

/// The first rows of a file, and above each column the field it goes to. A field takes one column.
export function MappingTable({ list, preview, targets, onChange }: Props) {
  const t = useT()
  const put = (at: number, target: Target) => onChange(targets.map((before, index) => (index === at ? target : before === target && typeof target === 'number' ? 'skip' : before)))
  const taken = new Set(list.fields.all.map((field) => field.name))
  return (
    <div className="list-table" data-testid="import-columns">
      <table>
        <thead>
          <tr>
            {preview.columns.map((column, at) => (
              <th key={at}>
                <Choose
                  aria-label={t('lists.fieldOf', { column: column.name === '' ? String(at + 1) : column.name })}
                  value={String(targets[at])}
                  data-testid={`import-column-${String(at + 1)}`}
                  data={[
                    { value: 'skip', label: t('lists.skip') },
                    ...list.fields.all.map((field, index) => ({ value: String(index + 1), label: field.name })),
                    ...(column.name !== '' && !taken.has(column.name) ? [{ value: 'new', label: t('lists.newField', { name: column.name }) }] : []),
                  ]}
                  onChange={(value) => {
                    if (value === 'skip' || value === 'new') put(at, value)
                    else if (value !== null) put(at, Number(value))
                  }}
                />
              </th>
            ))}
          </tr>
          {preview.header && (
            <tr>
              {preview.columns.map((column, at) => (
                <th key={at}>
                  <bdi>{column.name === '' ? <Say k="lists.noName" /> : column.name}</bdi>
                </th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN_ROWS).map((row, at) => (
            <tr key={at}>
              {preview.columns.map((_, column) => (
                <td key={column}>
                  <bdi>{row[column] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
