/* One message of the messenger, as it is shown. */
import { element } from './page.js';

const kind = (type) => {
  const [family] = type.split('/');
  return ['image', 'video', 'audio'].includes(family) ? family : 'document';
};

const named = (file, words) => file.name || { image: words.picture, video: words.video, audio: words.sound, document: words.file }[kind(file.type)];

/** In one line, for the list of threads. */
export function last({ text, file, place }, words) {
  return text || (file ? named(file, words) : '') || (place ? place.name || words.location : '');
}

function drawing(...paths) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

const ONE = 'M4 12.5l5 5L20 6';
const TICKS = { SENT: [ONE], DELIVERED: ['M1 12.5l5 5L16 6', 'M11.5 15l2.5 2.5L23.5 6'], READ: ['M1 12.5l5 5L16 6', 'M11.5 15l2.5 2.5L23.5 6'], FAILED: ['M12 4v10', 'M12 19v.5'] };

/** What became of one's own message. */
export function ticks(state, words) {
  return element('span', { role: 'img', title: words[state], 'aria-label': words[state], 'data-testid': 'tick', 'data-tick': state }, drawing(...TICKS[state]));
}

/**
 * @param {object} entry
 * @param {{words: object, contents: Map<string, string>, load: (file: string) => void}} how
 *     contents of files in Base64, by their ids; an empty one is not to be had
 */
export function body(entry, how) {
  const parts = [];
  if (entry.file) parts.push(file(entry.file, how));
  if (entry.place) parts.push(place(entry.place));
  if (entry.text) parts.push(element('p', { className: 'words', textContent: entry.text, dir: 'auto' }));
  return parts;
}

const asked = new Set();
const urls = new Map();

function url(file, content) {
  if (!urls.has(file.id)) {
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    urls.set(file.id, URL.createObjectURL(new Blob([bytes], { type: file.type })));
  }
  return urls.get(file.id);
}

function file(file, { words, contents, load }) {
  const content = contents.get(file.id);
  if (content === undefined && !asked.has(file.id)) {
    asked.add(file.id);
    load(file.id);
  }
  const name = named(file, words);
  const shown = content ? kind(file.type) : 'document';
  switch (shown) {
    case 'image':
      return element('img', { src: url(file, content), alt: name, 'data-testid': 'entry-picture' });
    case 'video':
      return element('video', { src: url(file, content), controls: true });
    case 'audio':
      return element('audio', { src: url(file, content), controls: true });
    default:
      return element(
        'a',
        {
          className: 'document', 'data-testid': 'entry-file', href: content ? url(file, content) : null, download: content ? name : null,
          title: content === '' ? words.gone : null,
        },
        drawing('M6 3h8l4 4v14H6zM14 3v4h4'), element('bdi', { textContent: name }),
      );
  }
}

function place({ name, address, latitude, longitude }) {
  return element(
    'address',
    { className: 'at', 'data-testid': 'entry-place' },
    drawing('M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21', 'M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5'),
    element('span', {}, element('bdi', { textContent: [name, address].filter(Boolean).join(', ') }), ' ', element('bdi', { className: 'hint', dir: 'ltr', textContent: `${latitude}, ${longitude}` })),
  );
}
