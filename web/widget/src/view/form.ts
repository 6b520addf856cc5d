import { LIMITS } from '../limits';
import { el, set, setText } from './dom';
import type { Part, Scene } from './scene';

/** The short form before the first message: both answers are the customer's to give or not. */
export function createForm(scene: Scene): Part<HTMLFormElement> & { focus(): void } {
  const { widget, texts, language } = scene;
  const input = (id: string, attributes: Record<string, string>) => el('input', { id, 'data-testid': `widget-${id}`, ...attributes });
  const field = (id: string, label: string, control: HTMLElement) =>
    el('div', { class: 'field' }, el('label', { for: id }, `${label} `, el('span', {}, texts.optional)), control);

  const name = input('name', { dir: 'auto', autocomplete: 'name', maxlength: String(LIMITS.name) });
  const address = input('address', { dir: 'ltr', autocomplete: 'email', maxlength: String(LIMITS.address), 'aria-describedby': 'address-hint', spellcheck: 'false', autocapitalize: 'none' });
  const hint = el('div', { class: 'hint', id: 'address-hint', 'aria-live': 'polite' }, texts.addressHint);
  const addressField = field('address', texts.address, address);
  addressField.append(hint);
  const greeting = el('p', { class: 'greet', dir: 'auto', 'data-testid': 'widget-greeting' });
  const element = el(
    'form',
    { class: 'form', novalidate: true },
    greeting,
    el('p', {}, texts.intro),
    field('name', texts.name, name),
    addressField,
    el('button', { class: 'btn primary block', type: 'submit', 'data-testid': 'widget-start' }, texts.start),
  );

  const show = (wrong: boolean) => {
    set(address, 'aria-invalid', wrong ? 'true' : undefined);
    hint.classList.toggle('wrong', wrong);
    setText(hint, wrong ? texts.addressWrong : texts.addressHint);
  };
  address.addEventListener('input', () => show(false));
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isAddress(address.value)) {
      show(true);
      address.focus();
      return;
    }
    widget.introduce({ name: name.value, address: address.value });
  });

  return {
    element,
    focus: () => name.focus(),
    update() {
      setText(greeting, scene.entry.greeting[language]);
      greeting.hidden = scene.entry.greeting[language] === '';
    },
  };
}

/** Whether an answer could be an email or a telephone number; nothing at all is fine. Digits of any script count. */
export function isAddress(text: string): boolean {
  const value = text.trim();
  if (value === '') return true;
  if (value.includes('@')) return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);
  return /^[+\p{Nd}\s().\-/]+$/u.test(value) && (value.match(/\p{Nd}/gu)?.length ?? 0) >= 5;
}
