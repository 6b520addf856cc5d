import type { Entry } from '../entry';
import type { Language, Texts } from '../texts';
import type { Widget } from '../widget';

/** What every part of the view is given: the widget it shows, the entry it belongs to, and the words. */
export interface Scene {
  readonly widget: Widget;
  readonly texts: Texts;
  readonly language: Language;
  /** Changes when a newer copy of the entry arrives. */
  entry: Entry;
}

/** One part of the view: its element, and how it follows the widget. */
export interface Part<E extends HTMLElement = HTMLElement> {
  readonly element: E;
  update(): void;
}

/** Clock time and days of the customer's own zone, with Latin digits. */
export function times(language: Language, texts: Texts): { clock: (at: number) => string; day: (at: number, now: number) => string; date: (at: number) => string } {
  const locale = `${language}-u-nu-latn`;
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const dayName = (at: number) => new Date(at).toDateString();
  return {
    clock: (at) => clock.format(at),
    date: (at) => date.format(at),
    day(at, now) {
      if (dayName(at) === dayName(now)) return texts.today;
      const before = new Date(now);
      before.setDate(before.getDate() - 1);
      return dayName(at) === before.toDateString() ? texts.yesterday : day.format(at);
    },
  };
}

/** The first letter of a name, for its round mark; empty when there is none. */
export function initial(name: string | null): string {
  return (name?.trim().match(/\p{L}|\p{N}/u)?.[0] ?? '').toUpperCase();
}
