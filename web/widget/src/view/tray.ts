import { assertNever } from '../chat';
import type { ChatFile } from '../frames';
import { MORE_CATALOGUES } from '../more-texts';
import { say } from '../texts';
import { byRequest, Uploads, type Carrier, type Trouble, type Upload } from '../uploads';
import { el, icon, set, setText } from './dom';
import { fileIcon } from './file-icon';
import { draw, isPicture, sizeOf } from './files';
import type { Part, Scene } from './scene';

/** Above the words that are being written: the files that are to go with them. */
export interface Tray extends Part {
  add(files: readonly File[]): void;
  readonly ready: readonly ChatFile[];
  /** One is on its way. */
  readonly busy: boolean;
  /** They have gone. */
  sent(): void;
}

/** `changed` is called after every change, `emptied` when the keyboard was on a file that is gone. */
export function createTray(scene: Scene, changed: () => void, emptied: () => void): Tray {
  const { widget, language, depot } = scene;
  const texts = MORE_CATALOGUES[language];
  const list = el('ul', { class: 'tray', 'aria-label': texts.files });
  const spoken = el('div', { class: 'sr', role: 'status' });
  const element = el('div', {}, list, spoken);
  const nodes = new Map<number, { node: HTMLElement; drawn: string }>();
  let wasUp = true;

  const uploads = new Uploads(
    depot ? byRequest(depot.address, () => widget.token) : pretended,
    (file) => depot && void fetch(`${depot.address}/${encodeURIComponent(file.id)}`, { method: 'DELETE', headers: { authorization: `Bearer ${widget.token ?? ''}` }, credentials: 'omit' }).catch(() => {}),
    () => {
      show();
      changed();
    },
  );

  const trouble = (why: Trouble): string => {
    switch (why) {
      case 'TOO_LARGE':
        return texts.tooLarge;
      case 'EMPTY':
        return texts.empty;
      case 'NOT_ALLOWED':
        return texts.notAllowed;
      case 'TOO_MANY':
        return texts.tooMany;
      case 'TOO_FAST':
        return texts.tooFast;
      case 'OFF':
        return texts.off;
      case 'BROKEN':
        return texts.broken;
      case 'FAILED':
        return texts.failed;
      default:
        return assertNever(why);
    }
  };

  const act = (label: string, shape: 'x' | 'again', testId: string, run: () => void) => {
    const button = el('button', { class: 'ib', type: 'button', 'aria-label': label, title: label, 'data-testid': testId }, shape === 'x' ? icon('x') : '↻');
    button.addEventListener('click', run);
    return button;
  };

  const remove = (key: number) => {
    const order = uploads.list.findIndex((one) => one.key === key);
    uploads.remove(key);
    const next = uploads.list[Math.min(order, uploads.list.length - 1)];
    const button = next && nodes.get(next.key)?.node.querySelector<HTMLElement>('button:last-child');
    if (button) button.focus();
    else emptied();
  };

  const stateOf = (one: Upload) => (one.trouble ? 'FAILED' : one.file ? 'READY' : 'GOING');

  const drawOne = (one: Upload): HTMLElement => {
    const { key, name, bytes } = one;
    const node = el('li', { 'data-testid': 'widget-attached', 'data-state': stateOf(one) });
    const mark = el('span', { class: 'mark' }, fileIcon(one.file?.type ?? uploads.content(key)?.type ?? ''));
    const words = el('span', { class: 'grow' }, el('bdi', {}, name));
    if (one.trouble) words.append(el('span', { class: 'why', role: 'alert' }, trouble(one.trouble)));
    else if (one.file) words.append(el('span', { class: 'size' }, sizeOf(language, bytes)));
    else words.append(el('progress', { max: '1', 'aria-label': say(texts.uploading, { name }) }));
    node.append(mark, words);
    const mayAgain = one.trouble === 'BROKEN' || one.trouble === 'FAILED' || one.trouble === 'TOO_FAST';
    if (mayAgain) node.append(act(say(texts.again, { name }), 'again', 'widget-attached-again', () => uploads.again(key)));
    node.append(act(say(texts.remove, { name }), 'x', 'widget-attached-remove', () => remove(key)));
    const content = uploads.content(key);
    if (one.file && content && isPicture(one.file)) {
      const canvas = el('canvas', { 'aria-hidden': 'true' });
      draw(canvas, content, 36, 36).then(() => mark.replaceChildren(canvas), () => {});
    }
    return node;
  };

  const show = () => {
    const keys = new Set(uploads.list.map((one) => one.key));
    for (const [key, { node }] of nodes) {
      if (keys.has(key)) continue;
      node.remove();
      nodes.delete(key);
    }
    for (const one of uploads.list) {
      const drawn = `${stateOf(one)} ${one.trouble ?? ''}`;
      const known = nodes.get(one.key);
      if (known?.drawn === drawn) {
        const progress = known.node.querySelector('progress');
        if (progress && one.done > 0) progress.value = one.done;
        continue;
      }
      const held = known?.node.contains((known.node.getRootNode() as ShadowRoot).activeElement) ?? false;
      const node = drawOne(one);
      if (known) known.node.replaceWith(node);
      else list.append(node);
      if (held) node.querySelector<HTMLElement>('button')?.focus();
      if (one.file) setText(spoken, say(texts.ready, { name: one.name }));
      nodes.set(one.key, { node, drawn });
    }
    list.hidden = uploads.list.length === 0;
  };
  show();

  return {
    element,
    add: (files) => uploads.add(files),
    get ready() {
      return uploads.ready;
    },
    get busy() {
      return uploads.busy;
    },
    sent: () => uploads.sent(),
    update() {
      const up = widget.chat.line === 'UP';
      if (up && !wasUp) uploads.lineCame();
      wasUp = up;
      set(list, 'data-count', String(uploads.list.length));
    },
  };
}

/** Where no server is, as in a preview, a file is there at once. */
const pretended: Carrier = (file, { kept }) => {
  queueMicrotask(() => kept({ id: '1', name: file.name, type: file.type, bytes: file.size }));
  return () => {};
};
