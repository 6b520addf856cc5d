/** Whom a token of the page is about; only the server can tell whether it is true. Null = about nobody. */
export function subjectOf(token: string | undefined): string | null {
  try {
    const claims = (token ?? '').split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(claims), (c) => c.charCodeAt(0));
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
    return typeof sub === 'string' && sub !== '' ? sub : null;
  } catch {
    return null;
  }
}
