import type { Asked } from '../entry';
import { LIMITS } from '../limits';
import { say } from '../texts';
import { el, set, setText } from './dom';
import { openingTime, type Part, type Scene } from './scene';

/**
 * The short form before the first message: it asks what the entry asks, and takes a message where nobody is there. `begun` is
 * handed what was being written there when somebody comes.
 */
export function createForm(scene: Scene, begun: (words: string) => void): Part<HTMLFormElement> & { focus(): void } {
  const { widget, texts, language } = scene;
  const greeting = el('p', { class: 'greet', dir: 'auto', 'data-testid': 'widget-greeting' });
  const intro = el('p');

  const field = (id: string, label: string, attributes: Record<string, string>, wrong: string, isRight: (value: string) => boolean, says = '') => {
    const more = el('span');
    const hint = el('div', { class: 'hint', id: `${id}-hint`, 'aria-live': 'polite' }, says);
    const input = el('input', { id, 'data-testid': `widget-${id}`, 'aria-describedby': hint.id, ...attributes });
    const element = el('div', { class: 'field' }, el('label', { for: id }, `${label} `, more), input, hint);
    let asked: Asked = 'NO';
    const show = (sentence: string | null) => {
      set(input, 'aria-invalid', sentence === null ? undefined : 'true');
      hint.classList.toggle('wrong', sentence !== null);
      setText(hint, sentence ?? says);
      hint.hidden = hint.textContent === '';
    };
    input.addEventListener('input', () => show(null));
    show(null);
    return {
      element,
      input,
      /** False when it stays wrong. */
      check: () => {
        const value = input.value.trim();
        const sentence = asked === 'NO' ? null : value === '' ? (asked === 'REQUIRED' ? texts.missing : null) : isRight(value) ? null : wrong;
        show(sentence);
        return sentence === null;
      },
      value: () => (asked === 'NO' ? '' : input.value),
      ask: (now: Asked) => {
        asked = now;
        element.hidden = now === 'NO';
        setText(more, now === 'REQUIRED' ? '' : texts.optional);
        set(input, 'aria-required', now === 'REQUIRED' ? 'true' : undefined);
      },
    };
  };
  const typed = { dir: 'ltr', spellcheck: 'false', autocapitalize: 'none', maxlength: String(LIMITS.address) };
  const name = field('name', texts.name, { dir: 'auto', autocomplete: 'name', maxlength: String(LIMITS.name) }, '', () => true);
  // Where both may be left out, one field takes either.
  const address = field('address', texts.address, { ...typed, autocomplete: 'email' }, texts.addressWrong, isAddress, texts.addressHint);
  const email = field('email', texts.email, { ...typed, type: 'email', autocomplete: 'email' }, texts.emailWrong, isEmail);
  const phone = field('phone', texts.phone, { ...typed, type: 'tel', autocomplete: 'tel' }, texts.phoneWrong, isPhone);
  const all = [name, address, email, phone];
  const words = el('textarea', { id: 'words', rows: '4', dir: 'auto', maxlength: String(LIMITS.message), 'aria-required': 'true', 'aria-describedby': 'words-hint', 'data-testid': 'widget-words' });
  const wordsHint = el('div', { class: 'hint wrong', id: 'words-hint', 'aria-live': 'polite' });
  const message = el('div', { class: 'field' }, el('label', { for: 'words' }, texts.message), words, wordsHint);
  words.addEventListener('input', () => wordsWrong(''));
  const wordsWrong = (sentence: string) => {
    set(words, 'aria-invalid', sentence === '' ? undefined : 'true');
    setText(wordsHint, sentence);
    wordsHint.hidden = sentence === '';
  };
  wordsWrong('');
  let wasClosed = false;
  const go = el('button', { class: 'btn primary block', type: 'submit', 'data-testid': 'widget-start' });
  const element = el(
    'form',
    { class: 'form', novalidate: true },
    greeting,
    intro,
    ...all.map((one) => one.element),
    message,
    go,
  );

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = all.filter((one) => !one.check());
    const silent = widget.closed && words.value.trim() === '';
    wordsWrong(silent ? texts.missing : '');
    if (wrong[0]) return wrong[0].input.focus();
    if (silent) return words.focus();
    widget.introduce({ name: name.value(), address: email.value() || address.value(), phone: phone.value() });
    if (widget.closed && widget.write(words.value)) words.value = '';
  });

  return {
    element,
    focus: () => (all.find((one) => !one.element.hidden)?.input ?? (widget.closed ? words : go)).focus(),
    update() {
      const { form } = scene.entry;
      const either = form.email === 'OPTIONAL' && form.phone === 'OPTIONAL';
      name.ask(form.name);
      address.ask(either ? 'OPTIONAL' : 'NO');
      email.ask(either ? 'NO' : form.email);
      phone.ask(either ? 'NO' : form.phone);
      const must = Object.values(form).includes('REQUIRED');
      const { closed } = widget;
      if (!closed && words.value !== '') begun(words.value);
      if (closed && words.value === '' && !wasClosed) words.value = widget.draft;
      else if (!closed) words.value = '';
      wasClosed = closed;
      const { opens, zone } = scene.entry;
      const again = closed && opens ? `\n${say(texts.opens, { time: openingTime(language, opens, zone) })}` : '';
      setText(intro, closed ? (scene.entry.closed[language] || texts.closed) + again : must ? texts.introMust : texts.intro);
      setText(greeting, scene.entry.greeting[language]);
      greeting.hidden = closed || scene.entry.greeting[language] === '';
      message.hidden = !closed;
      setText(go, closed ? texts.leave : texts.start);
    },
  };
}

/** Whether an answer could be an email or a telephone number. Digits of any script count. */
export function isAddress(text: string): boolean {
  const value = text.trim();
  return value === '' || isEmail(value) || isPhone(value);
}

export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

export function isPhone(text: string): boolean {
  const value = text.trim();
  return /^[+\p{Nd}\s().\-/]+$/u.test(value) && (value.match(/\p{Nd}/gu)?.length ?? 0) >= 5;
}
