import { LIMITS } from '../limits';
import { transcript } from '../transcript';
import { el, set, setText } from './dom';
import type { Part, Scene } from './scene';

const STARS = [1, 2, 3, 4, 5] as const;

/** What can be done when the chat is over: say what one thinks of it, keep it, begin another. */
export function createOver(scene: Scene): Part & { focus(): void } {
  const { widget, texts, language } = scene;
  const star = (n: number) => {
    const input = el('input', { type: 'radio', name: 'stars', value: String(n), class: 'sr', 'aria-label': texts.stars[n - 1], 'data-testid': `widget-star-${n}` });
    return el('label', { title: texts.stars[n - 1] }, input, '★');
  };
  const stars = STARS.map(star);
  const remark = el('textarea', { rows: '2', dir: 'auto', maxlength: String(LIMITS.remark), 'aria-label': texts.remark, placeholder: texts.remark, 'data-testid': 'widget-remark' });
  const say = el('button', { class: 'btn', type: 'submit', 'data-testid': 'widget-rate' }, texts.rate);
  const more = el('div', { class: 'more' }, remark, say);
  const rating = el('form', { class: 'rate' }, el('fieldset', {}, el('legend', {}, texts.howWasIt), el('div', { class: 'stars', dir: language === 'ar' ? 'rtl' : 'ltr' }, ...stars)), more);
  const thanks = el('p', { class: 'thanks', role: 'status', 'data-testid': 'widget-rated' });
  const keep = el('button', { class: 'btn block', type: 'button', 'data-testid': 'widget-transcript' }, texts.transcript);
  const anew = el('button', { class: 'btn primary block', type: 'button', 'data-testid': 'widget-new' }, texts.anew);
  const element = el('div', { class: 'over' }, rating, thanks, keep, anew);

  const chosen = () => STARS.find((_, i) => stars[i]!.querySelector('input')!.checked) ?? 0;
  const light = () => stars.forEach((label, i) => label.classList.toggle('lit', i < chosen()));
  rating.addEventListener('change', () => {
    light();
    more.hidden = chosen() === 0;
  });
  rating.addEventListener('submit', (event) => {
    event.preventDefault();
    if (chosen() > 0) widget.rate(chosen(), remark.value);
  });
  anew.addEventListener('click', () => {
    rating.reset();
    remark.value = '';
    light();
    more.hidden = true;
    widget.beginAnew();
  });
  keep.addEventListener('click', () => download(`${scene.entry.name}.html`, transcript(widget.chat, scene.entry, language)));
  more.hidden = true;

  return {
    element,
    focus: () => anew.focus(),
    update() {
      const { chat } = widget;
      element.hidden = chat.stage !== 'ENDED';
      const ratable = chat.rated === 0 && chat.messages.some((m) => m.from === 'AGENT');
      rating.hidden = !ratable;
      say.disabled = chat.line !== 'UP';
      set(thanks, 'data-stars', String(chat.rated));
      setText(thanks, chat.rated > 0 ? texts.rated : '');
      thanks.hidden = chat.rated === 0;
    },
  };
}

function download(name: string, page: string): void {
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
