/* What all pages of the customer have in common: the language that the address names, and small things of the page. */
import './theme.js';

export const inArabic = new URLSearchParams(location.search).get('lang') === 'ar';
export const language = inArabic ? 'ar' : 'en';

export const find = (name) => document.querySelector(`[data-testid="${name}"]`);

/** An element with its properties; those with a hyphen are attributes. */
export function element(name, content = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(content)) {
    if (value === undefined || value === null) continue;
    if (key.includes('-')) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children);
  return made;
}

const format = (how) => new Intl.DateTimeFormat(language, { ...how, numberingSystem: 'latn' });
const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The time of day, as here. */
export const time = (at) => clock.format(new Date(at));

/** Fills the page with its words; `data-words` names a text, `data-label` what a screen reader says. */
export function fill(words) {
  const page = document.documentElement;
  page.lang = language;
  page.dir = inArabic ? 'rtl' : 'ltr';
  document.title = words.title;
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = words[node.dataset.words];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', words[node.dataset.label]);
  for (const node of document.querySelectorAll('a[data-here]')) node.search = inArabic ? '?lang=ar' : '';
  const other = inArabic ? 'en' : 'ar';
  for (const node of document.querySelectorAll('[data-other]'))
    Object.assign(node, { href: `?lang=${other}`, lang: other, hreflang: other, textContent: words.other });
}
