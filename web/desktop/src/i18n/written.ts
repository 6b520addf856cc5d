/// For a field in which people write in either direction: the words decide, and before there are any, the page.
/// (Mantine puts a plain `dir` on the frame of a field, where it decides nothing.)
export function written(text: string): { readonly attributes: { readonly input: { readonly dir?: 'auto' } } } {
  return { attributes: { input: text === '' ? {} : { dir: 'auto' } } }
}

/// Embeddings, overrides and isolates of direction.
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/// What somebody wrote, inside a sentence that can only be text: it turns nothing of what stands around it.
export function isolated(text: string): string {
  return `\u2068${text.replace(TURNS, '')}\u2069`
}

/// For addresses, which are always written from left to right.
export const LEFT_TO_RIGHT = { attributes: { input: { dir: 'ltr' } } } as const
