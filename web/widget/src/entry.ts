import type { Language } from './texts';

/** Whether something is asked before the chat, and whether it must be answered. */
export type Asked = 'NO' | 'OPTIONAL' | 'REQUIRED';

/** The door a customer comes in by, as its workspace has set it up. */
export interface Entry {
  readonly name: string;
  /** Over the chat; empty = the name. */
  readonly title: Record<Language, string>;
  /** Empty = no greeting in that language. */
  readonly greeting: Record<Language, string>;
  /** Above the form for a message while nobody is there; empty = in the widget's own words. */
  readonly closed: Record<Language, string>;
  readonly language: Language;
  /** #rrggbb. */
  readonly accent: string;
  /** Where it stands on the page, in the direction of writing. */
  readonly side: 'START' | 'END';
  readonly form: { readonly name: Asked; readonly email: Asked; readonly phone: Asked };
  /** Whether customers may call from here. */
  readonly calls: boolean;
  /** Whether customers may send files from here. */
  readonly files: boolean;
  /** Whether customers chat now; if not, they leave a message. */
  readonly open: boolean;
  /** Whether it is within the hours of the service. */
  readonly inHours: boolean;
  /** When the service opens again (ISO-8601); null: it is open, or nobody knows when. */
  readonly opens: string | null;
  /** By whose clock its hours are meant, as Asia/Damascus. */
  readonly zone: string;
}

/** The colour of the design, for an entry that names none we understand. */
const ACCENT = '#2653b0';

/** Null when this is no entry at all. */
export function readEntry(json: unknown): Entry | null {
  const all = objectOf(json);
  const { name, language, accent, opens, zone } = all;
  if (typeof name !== 'string') return null;
  const form = objectOf(all['form']);
  return {
    name,
    title: textsOf(all['title']),
    greeting: textsOf(all['greeting']),
    closed: textsOf(all['closed']),
    language: language === 'ar' ? 'ar' : 'en',
    accent: typeof accent === 'string' && /^#[0-9a-f]{6}$/i.test(accent) ? accent : ACCENT,
    side: all['side'] === 'START' ? 'START' : 'END',
    form: { name: askedOf(form['name']), email: askedOf(form['email']), phone: askedOf(form['phone']) },
    calls: all['calls'] === true,
    files: all['files'] === true,
    open: all['open'] !== false,
    inHours: all['inHours'] !== false,
    opens: typeof opens === 'string' && !Number.isNaN(Date.parse(opens)) ? opens : null,
    zone: typeof zone === 'string' ? zone : 'UTC',
  };
}

function objectOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

function textsOf(json: unknown): Record<Language, string> {
  const { en, ar } = objectOf(json);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { en: text(en), ar: text(ar) };
}

function askedOf(value: unknown): Asked {
  return value === 'NO' || value === 'REQUIRED' ? value : 'OPTIONAL';
}

/** What is said over the chat. */
export function titleOf(entry: Entry, language: Language): string {
  return entry.title[language] || entry.name;
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
