import type { Field, FilePreview, ListView } from './types.ts'
import { newField } from './draft.ts'

/// Where a column of a file goes: a field of the list by its number, from 1; a field that is to be made; or nowhere.
export type Target = number | 'new' | 'skip'

export function guessed(preview: FilePreview): readonly Target[] {
  return preview.columns.map((column) => (column.field > 0 ? column.field : 'skip'))
}

/// The columns as a saved format names them; those it does not know as guessed.
export function remembered(preview: FilePreview, list: ListView, columns: readonly { readonly header: string; readonly field: string | null }[]): readonly Target[] {
  return preview.columns.map((column, at) => {
    const known = preview.header ? columns.find((one) => one.header === column.name) : columns[at]
    if (known === undefined) return column.field > 0 ? column.field : 'skip'
    const number = list.fields.all.findIndex((field) => field.name === known.field) + 1
    return number > 0 ? number : 'skip'
  })
}

/// The fields that the list gets, in the order of their columns.
export function newFields(preview: FilePreview, targets: readonly Target[]): readonly Field[] {
  return preview.columns.filter((_, at) => targets[at] === 'new').map((column) => newField(column.name, column.type === 'PHONE' ? 'PHONE' : singleless(column.type), column.kind))
}

/// Types of which a list has one only are left to the list's own screen.
function singleless(type: Field['type']): Field['type'] {
  return type === 'DATE_TIME' || type === 'INTEGER' ? type : 'OTHER'
}

/// As the server takes it: a number for each column, nothing where it is skipped. `count`: the fields the list had before.
export function columnsOf(targets: readonly Target[], count: number): string {
  let made = count
  return targets
    .map((target) => {
      if (target === 'skip') return ''
      if (target === 'new') return String(++made)
      return String(target)
    })
    .join(',')
}

/// The names of required fields and keys that no column goes to.
export function missing(list: ListView, targets: readonly Target[]): readonly string[] {
  return list.fields.all.filter((field, at) => (field.required || field.key) && !targets.includes(at + 1)).map((field) => field.name)
}
