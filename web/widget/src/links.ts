/** A piece of a message: plain text, or an address that may be opened. */
export interface Piece {
  readonly text: string;
  /** Only ever http or https; null = plain text. */
  readonly href: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\u2028\u2029]+/gi;
/** Signs that end a sentence rather than an address, Arabic ones included. */
const TRAILING = /[.,;:!?)\]}»”’،؛؟…]+$/;

/** Cuts a message into text and links. Nothing in it is ever read as markup. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = safe(address);
    if (!href) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index), href: null });
    found.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), href: null });
  return found;
}

function trimmed(address: string): string {
  const cut = address.replace(TRAILING, '');
  // A closing bracket belongs to the address when its opening one does.
  return cut.includes('(') && !cut.includes(')') && address.startsWith(cut + ')') ? cut + ')' : cut;
}

function safe(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
