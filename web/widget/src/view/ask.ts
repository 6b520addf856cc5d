import { el, holdTab } from './dom';
import type { Part, Scene } from './scene';

/** Asks once more before the chat is ended. */
export function createAsk(scene: Scene): Part & { show(back: HTMLElement): void; hide(): boolean } {
  const { widget, texts } = scene;
  const explain = el('p', { id: 'ask-text' });
  const keep = el('button', { class: 'btn', type: 'button', 'data-testid': 'widget-end-cancel' }, texts.endKeep);
  const end = el('button', { class: 'btn danger', type: 'button', 'data-testid': 'widget-end-confirm' }, texts.end);
  const element = el(
    'div',
    { class: 'ask', role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-text' },
    el('div', {}, el('h2', { id: 'ask-title' }, texts.endAsk), explain, el('div', { class: 'acts' }, keep, end)),
  );
  element.hidden = true;
  let back: HTMLElement | null = null;

  const hide = (): boolean => {
    if (element.hidden) return false;
    element.hidden = true;
    back?.focus();
    return true;
  };
  keep.addEventListener('click', hide);
  end.addEventListener('click', () => {
    if (widget.end()) hide();
  });
  element.addEventListener('keydown', (event) => {
    holdTab(element, event);
    event.stopPropagation();
    if (event.key === 'Escape') hide();
  });

  return {
    element,
    hide,
    show(from) {
      back = from;
      element.hidden = false;
      keep.focus();
    },
    update() {
      const { stage, line } = widget.chat;
      if (stage !== 'WAITING' && stage !== 'ACTIVE') hide();
      end.disabled = line !== 'UP';
      explain.textContent = line === 'UP' ? texts.endExplain : texts.endNeedsLine;
    },
  };
}
