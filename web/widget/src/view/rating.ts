import { LIMITS } from '../limits';
import { MORE_CATALOGUES } from '../more-texts';
import { transcript } from '../transcript';
import { el, set, setText } from './dom';
import type { Part, Scene } from './scene';

const STARS = [1, 2, 3, 4, 5] as const;

/** When the chat is over: say what one thinks of it, and keep it. */
export function createRating(scene: Scene): Part {
  const { widget, language } = scene;
  const texts = MORE_CATALOGUES[language];
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
  const element = el('div', { class: 'said' }, rating, thanks, keep);

  const chosen = () => STARS.find((_, i) => stars[i]!.querySelector('input')!.checked) ?? 0;
  const light = () => {
    stars.forEach((label, i) => label.classList.toggle('lit', i < chosen()));
    more.hidden = chosen() === 0;
  };
  rating.addEventListener('change', light);
  rating.addEventListener('submit', (event) => {
    event.preventDefault();
    if (chosen() > 0) widget.rate(chosen(), remark.value);
  });
  keep.addEventListener('click', () => download(`${scene.entry.name}.html`, transcript(widget.chat, scene.entry, language)));
  light();

  return {
    element,
    update() {
      const { chat } = widget;
      if (chat.stage !== 'ENDED' && (chosen() > 0 || remark.value !== '')) {
        rating.reset();
        light();
      }
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
