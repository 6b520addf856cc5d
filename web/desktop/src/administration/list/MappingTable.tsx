import { useT } from '../../i18n/Say.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import type { Target } from './mapping.ts'
import type { FilePreview, ListView } from './types.ts'

interface Props {
  readonly list: ListView
  readonly preview: FilePreview
  readonly targets: readonly Target[]
  readonly onChange: (targets: readonly Target[]) => void
}

/// The columns of a file, each with the field of the list that it goes to. A field takes one column.
export function MappingTable({ list, preview, targets, onChange }: Props) {
  const t = useT()
  const put = (at: number, target: Target) => onChange(targets.map((before, index) => (index === at ? target : before === target && typeof target === 'number' ? 'skip' : before)))
  const taken = new Set(list.fields.all.map((field) => field.name))
  return (
    <ColumnsTable
      preview={preview}
      values={targets.map(String)}
      choices={(at) => {
        const name = preview.columns[at]?.name ?? ''
        return [
          { value: 'skip', label: t('lists.skip') },
          ...list.fields.all.map((field, index) => ({ value: String(index + 1), label: field.name })),
          ...(name !== '' && !taken.has(name) ? [{ value: 'new', label: t('lists.newField', { name }) }] : []),
        ]
      }}
      onChange={(at, value) => put(at, value === 'skip' || value === 'new' ? value : Number(value))}
    />
  )
}
