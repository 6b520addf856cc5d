/// What a browser keeps for one user. Storage may be closed or full: then nothing is kept, and nothing breaks.

function place(user: string, name: string): string {
  return `hiwar.${user}.${name}`
}

export function keep(user: string, name: string, value: unknown): void {
  try {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      localStorage.removeItem(place(user, name))
    } else {
      localStorage.setItem(place(user, name), JSON.stringify(value))
    }
  } catch {
    // Closed or full.
  }
}

export function recall<T>(user: string, name: string): T | null {
  try {
    const kept = localStorage.getItem(place(user, name))
    return kept === null ? null : (JSON.parse(kept) as T)
  } catch {
    return null
  }
}
