import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'

const SHOWN_ROWS = 5

/// How the beginning of a file reads.
interface Beginning {
  readonly columns: readonly { readonly name: string }[]
  readonly header: boolean
  readonly rows: readonly (readonly string[])[]
}

interface Props {
  readonly preview: Beginning
  /// What is chosen for each column, as the choices name it.
  readonly values: readonly string[]
  readonly choices: (at: number) => { readonly value: string; readonly label: string }[]
  readonly onChange: (at: number, value: string) => void
}

/// The first rows of a file, and above each column where it goes.
export function ColumnsTable({ preview, values, choices, onChange }: Props) {
  const t = useT()
  return (
    <div className="list-table" data-testid="import-columns">
      <table>
        <thead>
          <tr>
            {preview.columns.map((column, at) => (
              <th key={at}>
                <Choose
                  aria-label={t('lists.fieldOf', { column: column.name === '' ? String(at + 1) : column.name })}
                  value={values[at] ?? null}
                  data-testid={`import-column-${String(at + 1)}`}
                  data={choices(at)}
                  onChange={(value) => value !== null && onChange(at, value)}
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
