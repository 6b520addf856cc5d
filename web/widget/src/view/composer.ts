import { LIMITS } from '../limits';
import { count } from '../texts';
import { el, icon, setText } from './dom';
import type { Part, Scene } from './scene';

/** Where the customer writes. Enter sends, Shift and Enter begin a new line; the draft survives a reload. */
export function createComposer(scene: Scene, sent: () => void): Part<HTMLFormElement> & { focus(): void; add(text: string): void } {
  const { widget, texts, language } = scene;
  const area = el('textarea', {
    rows: '1', dir: 'auto', placeholder: texts.input, 'aria-label': texts.input, 'aria-describedby': 'note', enterkeyhint: 'send', 'data-testid': 'widget-input',
  });
  const button = el('button', { class: 'go', type: 'submit', 'aria-label': texts.send, title: texts.send, 'data-testid': 'widget-send' }, icon('send', true));
  const note = el('div', { class: 'note', id: 'note', 'data-testid': 'widget-note' });
  const element = el('form', { class: 'write' }, area, button, note);

  const refresh = () => {
    const left = LIMITS.message - area.value.trim().length;
    const full = widget.isFull;
    button.disabled = left < 0 || left === LIMITS.message || full;
    note.hidden = left >= LIMITS.messageWarn && !full;
    note.classList.toggle('wrong', left < 0 || full);
    setText(note, full ? texts.full : left < 0 ? count(language, texts.over, -left) : count(language, texts.left, left));
    // An empty area has the height of the style sheet; a full one grows up to its largest.
    area.style.blockSize = '';
    if (area.scrollHeight > area.clientHeight) area.style.blockSize = `${area.scrollHeight}px`;
  };

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
    if (widget.write(area.value)) {
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
    update: refresh,
  };
}
