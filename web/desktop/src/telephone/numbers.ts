/// Whether two ways of writing mean one number: only digits and a leading plus count.
export function sameNumber(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

const bare = (number: string) => number.replace(/[^\d+]/g, '')
