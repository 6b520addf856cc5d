/** A piece of a message: plain text, or an address that may be opened. */
export interface Piece {
  readonly text: string;
  /** Only ever http, https or tel; null = plain text. */
  readonly href: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\u2028\u2029]+|\btel:\+\d{6,15}(?:,{1,4}\d{1,8})?/gi;
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
    found.push({ text: shown(address), href });
    from = match.index + address.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), href: null });
  return found;
}

/** Of a number what a person would dial; the keys that a telephone presses afterwards are said in words. */
function shown(address: string): string {
  return /^tel:/i.test(address) ? address.slice(4).replace(/,.*/, '') : address;
}

function trimmed(address: string): string {
  const cut = address.replace(TRAILING, '');
  // A closing bracket belongs to the address when its opening one does.
  return cut.includes('(') && !cut.includes(')') && address.startsWith(cut + ')') ? cut + ')' : cut;
}

function safe(address: string): string | null {
  if (/^tel:/i.test(address)) return address;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
