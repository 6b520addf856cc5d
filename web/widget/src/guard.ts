let warned = false;

/** Runs at the edge: a failure is told once on the console and goes no further, so that the page around the widget goes on. */
export function guarded(run: () => void): void {
  try {
    run();
  } catch (failure) {
    warn(failure);
  }
}

export function warn(failure: unknown): void {
  if (warned) return;
  warned = true;
  console.warn('Hiwar chat:', failure);
}
