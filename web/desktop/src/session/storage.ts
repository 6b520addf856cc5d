/// What a browser keeps for one user, each thing under a name of its own, so that two windows of the same user do not
/// overwrite each other. Storage may be closed or full: then nothing is kept, and nothing breaks.

function place(user: string, name: string): string {
  return `hiwar.${user}.${name}`
}

/// Null lets go of it.
export function keep(user: string, name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(place(user, name))
    else localStorage.setItem(place(user, name), JSON.stringify(value))
  } catch {
    // Closed or full.
  }
}

/// Everything kept under names that begin so, by what follows in the name.
export function recall<T>(user: string, beginning: string): Readonly<Record<string, T>> {
  const found: Record<string, T> = {}
  try {
    const prefix = place(user, beginning)
    for (let index = 0; index < localStorage.length; index++) {
      const name = localStorage.key(index)
      if (name === null || !name.startsWith(prefix)) continue
      found[name.slice(prefix.length)] = JSON.parse(localStorage.getItem(name) ?? 'null') as T
    }
  } catch {
    // Closed, or written by somebody else.
  }
  return found
}
