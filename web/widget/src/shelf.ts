/** Text kept under names across page loads: localStorage, or memory where the browser forbids it. */
export interface Shelf {
  get(name: string): string | null;
  /** Nothing happens when the place is full: what is kept in memory stays right. */
  set(name: string, value: string): void;
  remove(name: string): void;
  names(): string[];
}

/** The shelf of one entry: two entries on one page never see each other's things. */
export function shelfOf(storage: Storage | null, prefix: string): Shelf {
  const memory = new Map<string, string>();
  if (!storage) {
    return {
      get: (name) => memory.get(name) ?? null,
      set: (name, value) => void memory.set(name, value),
      remove: (name) => void memory.delete(name),
      names: () => [...memory.keys()],
    };
  }
  const quietly = <T>(run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch {
      return otherwise;
    }
  };
  return {
    get: (name) => quietly(() => storage.getItem(prefix + name), null),
    set: (name, value) => quietly(() => storage.setItem(prefix + name, value), undefined),
    remove: (name) => quietly(() => storage.removeItem(prefix + name), undefined),
    names: () =>
      quietly(
        () =>
          Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
            .filter((key) => key.startsWith(prefix))
            .map((key) => key.slice(prefix.length)),
        [],
      ),
  };
}

/** What JSON says under this name, or null; a damaged value counts as none. */
export function readJson(shelf: Shelf, name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(shelf.get(name) ?? 'null');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
