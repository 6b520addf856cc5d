import { systemClock } from './clock';
import { readEntry, type Entry } from './entry';
import { guarded, warn } from './guard';
import { TIMES } from './limits';
import type { Shelf } from './shelf';

/**
 * Hands over the entry as remembered at once, and as the server has it when it answers. Keeps asking while nobody answers.
 * The answer asks once more.
 */
export function loadEntry(address: URL, shelf: Shelf, found: (entry: Entry) => void): () => void {
  guarded(() => {
    const remembered = readEntry(JSON.parse(shelf.get('entry') ?? 'null'));
    // Whether somebody is there now, only the server knows.
    if (remembered) found({ ...remembered, open: true, inHours: true, opens: null });
  });
  const ask = (attempt: number): void => {
    const again = () => {
      const wait = TIMES.entryRetry[Math.min(attempt, TIMES.entryRetry.length - 1)] ?? 0;
      systemClock.after(wait, () => ask(attempt + 1));
    };
    fetch(address, { signal: AbortSignal.timeout(TIMES.entryAnswer), credentials: 'omit' })
      .then(async (answer) => {
        if (answer.status >= 500 || answer.status === 429) return again();
        if (!answer.ok) return warn(`no such entry (${answer.status})`);
        const entry = readEntry(await answer.json());
        if (!entry) return warn('the entry is not understood');
        shelf.set('entry', JSON.stringify(entry));
        found(entry);
      })
      .catch(again);
  };
  ask(0);
  return () => ask(0);
}
