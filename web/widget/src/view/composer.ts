import { LIMITS } from '../limits';
import { count } from '../texts';
import { el, icon, setText } from './dom';
import type { Part, Scene } from './scene';
import type { Tray } from './tray';

/** Where the customer writes. Enter sends, Shift and Enter begin a new line; the draft survives a reload. */
export interface Composer extends Part<HTMLFormElement> {
  focus(): void;
  add(text: string): void;
  /** Puts files to what is written; false where none are taken. */
  attach(files: readonly File[]): boolean;
}

export function createComposer(scene: Scene, sent: () => void): Composer {
  const { widget, texts, language } = scene;
  const area = el('textarea', {
    rows: '1', dir: 'auto', placeholder: texts.input, 'aria-label': texts.input, 'aria-describedby': 'note', enterkeyhint: 'send', 'data-testid': 'widget-input',
  });
  const button = el('button', { class: 'go', type: 'submit', 'aria-label': texts.send, title: texts.send, 'data-testid': 'widget-send' }, icon('send', true));
  const note = el('div', { class: 'note', id: 'note', 'data-testid': 'widget-note' });
  const picker = el('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', 'aria-label': texts.attach, 'data-testid': 'widget-picker' });
  const clip = el('button', { class: 'ib', type: 'button', 'aria-label': texts.attach, title: texts.attach, 'data-testid': 'widget-attach' }, icon('clip'));
  const holder = el('div', { class: 'holder' });
  const element = el('form', { class: 'write' }, holder, clip, picker, area, button, note);
  let tray: Tray | null = null;
  /** Chosen before the part that carries files was here. */
  let chosen: File[] = [];

  const refresh = () => {
    const left = LIMITS.message - area.value.trim().length;
    const full = widget.isFull;
    const waits = chosen.length > 0;
    const empty = left === LIMITS.message && !tray?.ready.length;
    button.disabled = left < 0 || empty || full || waits || (tray?.busy ?? false);
    note.hidden = left >= LIMITS.messageWarn && !full && !waits;
    note.classList.toggle('wrong', left < 0 || full);
    setText(note, waits ? texts.connecting : full ? texts.full : left < 0 ? count(language, texts.over, -left) : count(language, texts.left, left));
    // An empty area has the height of the style sheet; a full one grows up to its largest.
    area.style.blockSize = '';
    if (area.scrollHeight > area.clientHeight) area.style.blockSize = `${area.scrollHeight}px`;
  };

  const carry = () => {
    if (!tray && chosen.length > 0) {
      tray = scene.more()?.createTray(scene, refresh, () => area.focus()) ?? null;
      if (tray) holder.append(tray.element);
    }
    if (!tray) return;
    tray.add(chosen.splice(0));
    tray.update();
  };
  const attach = (files: readonly File[]) => {
    if (!scene.entry.files || files.length === 0) return false;
    chosen.push(...files);
    carry();
    refresh();
    return true;
  };
  clip.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    attach([...(picker.files ?? [])]);
    picker.value = '';
    area.focus();
  });
  area.addEventListener('paste', (event) => {
    if (attach([...(event.clipboardData?.files ?? [])])) event.preventDefault();
  });

  area.addEventListener('input', () => {
    widget.draft = area.value;
    widget.typing();
    refresh();
  });
  area.addEventListener('keydown', (event) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    element.requestSubmit();
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.disabled && widget.write(area.value, tray?.ready)) {
      tray?.sent();
      area.value = '';
      sent();
    }
    refresh();
    area.focus();
  });

  area.value = widget.draft;
  return {
    element,
    focus: () => area.focus(),
    add(text) {
      area.value = area.value.trim() === '' ? text : `${text}\n${area.value}`;
      widget.draft = area.value;
      refresh();
      area.focus();
    },
    attach,
    update() {
      clip.hidden = !scene.entry.files;
      carry();
      refresh();
    },
  };
}
