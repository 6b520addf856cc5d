/// Of the windows that one browser has open, one has the telephone. The others stand in line: it passes on when that
/// window closes, or when the user takes it over.

const NAME = 'hiwar.telephone'

export interface Claim {
  readonly given: () => void
  readonly taken: () => void
}

/// Stands in line, or steps before the line. The returned function gives it back.
export function claim({ given, taken }: Claim, before: boolean): () => void {
  // Only pages of a secure origin have locks; only they have microphones, too.
  if (navigator.locks === undefined) {
    given()
    return () => undefined
  }
  const waiting = new AbortController()
  let giveBack: () => void = () => undefined
  let over = false
  const held = () => {
    if (over) return
    given()
    return new Promise<void>((done) => {
      giveBack = done
    })
  }
  const options: LockOptions = before ? { steal: true } : { signal: waiting.signal }
  navigator.locks.request(NAME, options, held).catch(() => {
    if (over) return
    over = true
    taken()
  })
  return () => {
    over = true
    waiting.abort()
    giveBack()
  }
}

/// Whether another window has it now.
export async function isClaimed(): Promise<boolean> {
  if (navigator.locks === undefined) return false
  const { held } = await navigator.locks.query()
  return held?.some((lock) => lock.name === NAME) ?? false
}
