import type { Language } from './texts';

/** The door a customer comes in by, as its workspace has set it up. */
export interface Entry {
  readonly name: string;
  /** Empty = no greeting in that language. */
  readonly greeting: Record<Language, string>;
  readonly language: Language;
  /** #rrggbb. */
  readonly accent: string;
  /** Whether customers may call from here. */
  readonly calls: boolean;
}

/** The colour of the design, for an entry that names none we understand. */
const ACCENT = '#2653b0';

/** Null when this is no entry at all. */
export function readEntry(json: unknown): Entry | null {
  if (typeof json !== 'object' || json === null) return null;
  const { name, greeting, language, accent, calls } = json as Record<string, unknown>;
  if (typeof name !== 'string') return null;
  const greetings = (typeof greeting === 'object' && greeting !== null ? greeting : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    name,
    greeting: { en: text(greetings['en']), ar: text(greetings['ar']) },
    language: language === 'ar' ? 'ar' : 'en',
    accent: typeof accent === 'string' && /^#[0-9a-f]{6}$/i.test(accent) ? accent : ACCENT,
    calls: calls === true,
  };
}

/** White or ink, whichever reads better on this colour (WCAG 2 contrast). */
export function inkOn(accent: string): '#ffffff' | '#1d1b18' {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = parseInt(accent.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const ink = 0.011;
  return 1.05 / (light + 0.05) >= (light + 0.05) / (ink + 0.05) ? '#ffffff' : '#1d1b18';
}
