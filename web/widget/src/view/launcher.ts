import { unread } from '../chat';
import { titleOf } from '../entry';
import { count } from '../texts';
import { el, icon, set, setText } from './dom';
import type { Part, Scene } from './scene';

/** The button that opens and closes the panel, with the number of unread messages. */
export function createLauncher(scene: Scene): Part<HTMLButtonElement> {
  const { widget, texts, language } = scene;
  const label = el('span', {}, texts.launch);
  const badge = el('span', { class: 'badge num', 'aria-hidden': 'true', 'data-testid': 'widget-unread' });
  const spoken = el('span', { class: 'sr' });
  const shapes = { open: icon('x'), closed: icon('chat'), calling: icon('phone') };
  const element = el('button', { class: 'launch', type: 'button', 'aria-controls': 'panel', 'data-testid': 'widget-launcher' }, shapes.closed, label, badge, spoken);
  element.addEventListener('click', () => widget.setOpen(!widget.open));

  return {
    element,
    update() {
      const n = widget.open ? 0 : unread(widget.chat).length;
      const calls = widget.calling.live;
      const wanted = widget.open ? shapes.open : calls ? shapes.calling : shapes.closed;
      setText(label, calls ? texts.callOngoing : texts.launch);
      if (element.firstChild !== wanted) element.firstChild?.replaceWith(wanted);
      label.hidden = widget.open;
      badge.hidden = n === 0;
      setText(badge, n > 99 ? '99+' : String(n));
      set(element, 'aria-expanded', String(widget.open));
      setText(spoken, widget.open ? texts.close : n === 0 ? '' : count(language, texts.unread, n));
    },
  };
}

/** Beside the closed launcher: the agent's latest unread words, or the greeting until it is waved away once. */
export function createPeek(scene: Scene, wavedAway: { get(): boolean; set(): void }): Part {
  const { widget, texts, language } = scene;
  const who = el('b', { dir: 'auto' });
  const said = el('span', { class: 'said', dir: 'auto' });
  const words = el('button', { class: 'words', type: 'button' }, who, said);
  const away = el('button', { class: 'ib', type: 'button', 'aria-label': texts.dismiss, title: texts.dismiss }, icon('x'));
  const element = el('div', { class: 'peek', 'data-testid': 'widget-peek' }, words, away);
  /** The last unread message waved away; 0 = none. */
  let hiddenThrough = 0;

  words.addEventListener('click', () => widget.setOpen(true));
  away.addEventListener('click', () => {
    wavedAway.set();
    hiddenThrough = unread(widget.chat).at(-1)?.seq ?? hiddenThrough;
    update();
  });

  const update = () => {
    const latest = unread(widget.chat).at(-1);
    const greeting = scene.entry.greeting[language];
    const news = latest !== undefined && latest.seq > hiddenThrough;
    const greets = latest === undefined && !wavedAway.get() && widget.chat.stage === 'NONE' && greeting !== '';
    element.hidden = widget.open || !(news || greets);
    if (widget.open) wavedAway.set();
    setText(who, news ? (latest.name ?? titleOf(scene.entry, language)) : titleOf(scene.entry, language));
    setText(said, news ? latest.text : greeting);
  };
  return { element, update };
}
