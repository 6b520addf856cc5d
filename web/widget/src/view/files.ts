import type { ChatFile } from '../frames';
import { LIMITS } from '../limits';
import { MORE_CATALOGUES } from '../more-texts';
import { say, type Language } from '../texts';
import { el } from './dom';
import { fileIcon } from './file-icon';
import type { Scene } from './scene';

/** Pictures that a browser draws without running anything in them. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** As wide as a picture is shown, in pixels of the page; drawn twice as fine. */
const WIDE = 220;
const HIGH = 180;

/** The files of a message: pictures as such, anything else by its name; a click saves them. */
export function drawFiles(scene: Scene, place: HTMLElement, files: readonly ChatFile[]): void {
  place.replaceChildren(...files.map((file) => (isPicture(file) ? picture(scene, file) : chip(scene, file))));
}

export function isPicture(file: { readonly type: string; readonly bytes: number }): boolean {
  return PICTURES.has(file.type) && file.bytes <= LIMITS.picture;
}

function words(scene: Scene, file: ChatFile): string {
  return say(MORE_CATALOGUES[scene.language].save, { name: file.name, size: sizeOf(scene.language, file.bytes) });
}

function button(scene: Scene, file: ChatFile, style: string, ...inside: (Node | string)[]): HTMLElement {
  const label = words(scene, file);
  // A picture has no words of its own; what has, is called by them.
  const made = el('button', { type: 'button', class: style, 'aria-label': style === 'pic' ? label : undefined, title: label, 'data-testid': 'widget-file', 'data-type': file.type }, ...inside);
  made.addEventListener('click', () => {
    fetched(scene, file)
      .then((content) => save(file.name, content))
      .catch(() => made.replaceWith(gone(scene, file)));
  });
  return made;
}

function chip(scene: Scene, file: ChatFile): HTMLElement {
  const size = el('span', { class: 'size' }, sizeOf(scene.language, file.bytes));
  return button(scene, file, 'file', fileIcon(file.type), el('bdi', {}, file.name), size);
}

function gone(scene: Scene, file: ChatFile): HTMLElement {
  return el('span', { class: 'file bad', role: 'alert' }, say(MORE_CATALOGUES[scene.language].notFetched, { name: file.name }));
}

/** Drawn on a canvas: pages with a strict policy show no picture that they do not know the address of. */
function picture(scene: Scene, file: ChatFile): HTMLElement {
  const canvas = el('canvas', { 'aria-hidden': 'true' });
  const made = button(scene, file, 'pic', canvas);
  fetched(scene, file)
    .then((content) => draw(canvas, content))
    .catch(() => made.replaceWith(chip(scene, file)));
  return made;
}

/** Rejects with what is no picture. */
export async function draw(canvas: HTMLCanvasElement, content: Blob, wide = WIDE, high = HIGH): Promise<void> {
  const bitmap = await createImageBitmap(content);
  const shrunk = Math.min(1, (2 * wide) / bitmap.width, (2 * high) / bitmap.height);
  canvas.width = Math.max(1, Math.round(bitmap.width * shrunk));
  canvas.height = Math.max(1, Math.round(bitmap.height * shrunk));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}

async function fetched({ depot, widget }: Scene, file: ChatFile): Promise<Blob> {
  if (!depot) throw new Error('no server');
  const answer = await fetch(`${depot.address}/${encodeURIComponent(file.id)}`, { headers: { authorization: `Bearer ${widget.token ?? ''}` }, credentials: 'omit' });
  if (!answer.ok) throw new Error(`no such file (${answer.status})`);
  return answer.blob();
}

/** As a type that no browser shows: what strangers have made never opens as a page. */
function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** 84 kB, 2.4 MB, as people of the language write it, with Latin digits. */
export function sizeOf(language: Language, bytes: number): string {
  const large = bytes >= 1024 * 1024;
  const value = large ? bytes / (1024 * 1024) : Math.max(1, bytes / 1024);
  const unit = large ? 'megabyte' : 'kilobyte';
  const maximumFractionDigits = large && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value);
}
