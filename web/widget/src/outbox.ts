import type { Unsent } from './chat';
import type { Clock } from './clock';
import { fileOf, type Sent } from './frames';
import { LIMITS, TIMES } from './limits';
import { readJson, type Shelf } from './shelf';

const PREFIX = 'unsent:';

/**
 * Unsent messages on the shelf, one name each, so that two tabs never overwrite each other's.
 * A message leaves the shelf only when the server has stored it or the customer takes it back.
 */
export class Outbox {
  /** What went out on the present line and when (milliseconds since 1970): not sent again before an answer. */
  private readonly out = new Map<string, number>();

  private readonly shelf: Shelf;
  private readonly clock: Clock;
  private readonly tab: string;

  constructor(shelf: Shelf, clock: Clock, tab: string) {
    this.shelf = shelf;
    this.clock = clock;
    this.tab = tab;
  }

  /** Everything unsent, oldest first, that of other tabs included. */
  kept(): Unsent[] {
    return this.shelf
      .names()
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => unsentOf(readJson(this.shelf, name)))
      .filter((u) => u !== null)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(0, LIMITS.unsent);
  }

  /** Brings the shelf from what was unsent before to what is now. */
  keep(before: readonly Unsent[], now: readonly Unsent[]): void {
    const ids = new Set(now.map((u) => u.id));
    for (const gone of before) {
      if (!ids.has(gone.id)) {
        this.shelf.remove(PREFIX + gone.id);
        this.out.delete(gone.id);
      }
    }
    const was = new Set(before);
    for (const unsent of now) if (!was.has(unsent)) this.shelf.set(PREFIX + unsent.id, JSON.stringify(unsent));
  }

  isKeptUnder(name: string): boolean {
    return name.startsWith(PREFIX);
  }

  /** A new line: whatever had no answer on the old one goes out again, with the same id. */
  lineOpened(): void {
    this.out.clear();
  }

  /** Sends what is due, in order. Stops at the first that cannot be sent. */
  flush(unsent: readonly Unsent[], send: (frame: Sent) => boolean): void {
    for (const { id, text, name, address, phone, left, files, refused, tab, at } of unsent) {
      if (refused) {
        this.out.delete(id);
        continue;
      }
      const ofOther = tab !== this.tab && this.clock.now() - at < TIMES.otherTab;
      if (this.out.has(id) || ofOther) continue;
      if (!send({ type: 'send', id, text, name, address, phone, left, files: files.map((file) => file.id) })) return;
      this.out.set(id, this.clock.now());
    }
  }

  /** Whether a message has waited too long for its answer, so that the line is not to be trusted. */
  isStuck(): boolean {
    const now = this.clock.now();
    return [...this.out.values()].some((sentAt) => now - sentAt >= TIMES.answer);
  }
}

function unsentOf(json: Record<string, unknown> | null): Unsent | null {
  if (!json || typeof json['id'] !== 'string' || typeof json['text'] !== 'string' || typeof json['at'] !== 'number') return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const refused = json['refused'] as { code?: unknown; retry?: unknown } | null;
  return {
    id: json['id'],
    text: json['text'],
    at: json['at'],
    tab: text(json['tab']) ?? '',
    name: text(json['name']),
    address: text(json['address']),
    phone: text(json['phone']),
    left: json['left'] === true,
    files: Array.isArray(json['files']) ? json['files'].map(fileOf).filter((file) => file !== null) : [],
    refused: refused && typeof refused === 'object' ? { code: text(refused.code) ?? '', retry: refused.retry === true } : null,
  };
}
