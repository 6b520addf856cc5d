/// The fields that a saving has changed, as they were stored before it and after it.
export interface Past {
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  /// It was an undoing itself, so that undoing it does again what was done first.
  readonly undone: boolean
}

/// What can be undone of a saving: the server may have stored what was `written` in its own spelling, or not at all.
/// Null when nothing can be: nothing has become different, or what was written is never shown again, as a password, so
/// that nobody here knows what it was before.
export function pastOf<T extends object>(before: T, written: T, after: T, undone = false): Past | null {
  const fields = changedOf(before, written)
  if (fields.some((field) => isSecret(written[field], after[field]))) return null
  const stored = fields.filter((field) => !isSame(before[field], after[field]))
  return stored.length === 0 ? null : { before: pick(before, stored), after: pick(after, stored), undone }
}

/// With the fields as they were before; all others as they are stored now. Null when somebody has changed one of these
/// fields since.
export function undoneOf<T extends object>(stored: T, past: Past): T | null {
  const now = stored as Readonly<Record<string, unknown>>
  return Object.keys(past.after).every((field) => isSame(now[field], past.after[field])) ? { ...stored, ...past.before } : null
}

/// Which of the fields differ from what is stored.
export function changedOf<T extends object>(stored: T, kept: Partial<T>): (keyof T)[] {
  return (Object.keys(kept) as (keyof T)[]).filter((field) => !isSame(kept[field], stored[field]))
}

function isSecret(written: unknown, after: unknown): boolean {
  return typeof written === 'string' && written.trim() !== '' && after === ''
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function pick<T extends object>(all: T, fields: readonly (keyof T)[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, all[field]]))
}
