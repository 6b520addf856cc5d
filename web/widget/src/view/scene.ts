import type { Entry } from '../entry';
import type { More } from '../more';
import type { Language, Texts } from '../texts';
import type { Widget } from '../widget';

/** Where files go and come from. */
export interface Depot {
  /** Of the entry's files, as a URL without a slash at its end. */
  readonly address: string;
}

/** What every part of the view is given: the widget it shows, the entry it belongs to, and the words. */
export interface Scene {
  readonly widget: Widget;
  readonly texts: Texts;
  readonly language: Language;
  /** Changes when a newer copy of the entry arrives. */
  entry: Entry;
  /** Null: there is no server behind it. */
  readonly depot: Depot | null;
  /** What comes in a file of its own, when it is first wanted; null until it is here: the view is updated then. */
  readonly more: () => More | null;
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

/** A day and a time by the clock of `zone`, which is named where it is not the customer's own. */
export function openingTime(language: Language, at: string, zone: string): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const words = (timeZone: string) =>
    new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
      weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone,
      ...(timeZone !== own && { timeZoneName: 'longGeneric' }),
    }).format(Date.parse(at));
  try {
    return words(zone);
  } catch {
    // A zone that this browser does not know.
    return words(own);
  }
}

/** The first letter of a name, for its round mark; empty when there is none. */
export function initial(name: string | null): string {
  return (name?.trim().match(/\p{L}|\p{N}/u)?.[0] ?? '').toUpperCase();
}
