/// For a field in which people write in either direction: the words decide, and before there are any, the page.
/// (Mantine puts a plain `dir` on the frame of a field, where it decides nothing.)
export function written(text: string): { readonly attributes: { readonly input: { readonly dir?: 'auto' } } } {
  return { attributes: { input: text === '' ? {} : { dir: 'auto' } } }
}

/// For addresses, which are always written from left to right.
export const LEFT_TO_RIGHT = { attributes: { input: { dir: 'ltr' } } } as const
