import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core'

/// The theme the user chose on this browser; before any choice, what the system prefers (see public/boot.js).
const PLACE = 'hiwar.theme'

export const colorSchemes: MantineColorSchemeManager = {
  get: () => (document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light'),
  set: (scheme: MantineColorScheme) => {
    try {
      localStorage.setItem(PLACE, scheme)
    } catch {
      // Storage is closed: the choice holds for this page.
    }
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
