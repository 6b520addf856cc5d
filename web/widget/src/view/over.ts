import { el } from './dom';
import type { Part, Scene } from './scene';

/** What can be done when the chat is over: begin another, and what comes with more of the widget. */
export function createOver(scene: Scene): Part & { focus(): void } {
  const { widget, texts } = scene;
  const anew = el('button', { class: 'btn primary block', type: 'button', 'data-testid': 'widget-new' }, texts.anew);
  const element = el('div', { class: 'over' }, anew);
  let rating: Part | null = null;
  anew.addEventListener('click', () => widget.beginAnew());

  return {
    element,
    focus: () => anew.focus(),
    update() {
      element.hidden = widget.chat.stage !== 'ENDED';
      if (!rating && !element.hidden && widget.open) {
        rating = scene.more()?.createRating(scene) ?? null;
        if (rating) element.prepend(rating.element);
      }
      rating?.update();
    },
  };
}
