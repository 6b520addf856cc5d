/// What a browser calls itself, in the few words people know it by: *Firefox, Linux*. Names of products are the same in
/// every language. Null when it says nothing that is understood.

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const first = (client: string, known: readonly (readonly [RegExp, string])[]) =>
  known.find(([sign]) => sign.test(client))?.[1]

export function browserOf(client: string): string | null {
  const words = [first(client, BROWSERS), first(client, SYSTEMS)].filter((word) => word !== undefined)
  return words.length === 0 ? null : words.join(', ')
}
