import { create } from 'zustand'

/// How this browser behaves for whoever sits at it. Kept in the browser, because it belongs to the screen and the
/// loudspeaker, as the theme does.
export interface Settings {
  readonly density: 'comfortable' | 'compact'
  /// What rings is heard.
  readonly sound: boolean
  /// What rings is told by the operating system, where the browser allows it.
  readonly notify: boolean
  /// Shortcuts that are a single sign, which some programs for speech press by accident (WCAG 2.1.4).
  readonly singleKeys: boolean
}

/// Read by public/boot.js, too.
const PLACE = 'hiwar.settings'
const USUAL: Settings = { density: 'comfortable', sound: true, notify: true, singleKeys: true }

export const useSettings = create<Settings>(kept)

export function change(some: Partial<Settings>): void {
  useSettings.setState(some)
  const settings = useSettings.getState()
  document.documentElement.dataset['density'] = settings.density
  try {
    localStorage.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // Storage is closed: the choice holds for this page.
  }
}

function kept(): Settings {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Settings>) }
  } catch {
    return USUAL
  }
}
