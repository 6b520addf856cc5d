/// What was chosen last, on this computer, newest first.

const KEY = 'hiwar.emoji'
const KEPT = 16

export function recent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function chosen(sign: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([sign, ...recent().filter((one) => one !== sign)].slice(0, KEPT)))
  } catch {
    // Without a place to keep it, it is looked for again next time.
  }
}
