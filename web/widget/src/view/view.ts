import { unread } from '../chat';
import { inkOn, titleOf } from '../entry';
import { count, say } from '../texts';
import { createAsk } from './ask';
import { createComposer } from './composer';
import { el, holdTab, icon, set, setText } from './dom';
import { createForm } from './form';
import { createHead } from './head';
import { createLauncher, createPeek } from './launcher';
import { createLog, dots } from './log';
import { createOver } from './over';
import type { Part, Scene } from './scene';

/** Where the panel fills the screen it is modal; the style sheet has the same condition. */
const FULL_SCREEN = '(max-width: 480px), (max-height: 460px)';

/** The whole of what the customer sees. */
export function createView(scene: Scene, wavedAway: { get(): boolean; set(): void }): Part {
  const { widget, texts, language } = scene;
  const fills = window.matchMedia(FULL_SCREEN);

  const composer = createComposer(scene, () => log.toEnd());
  const below = el('button', { class: 'below', type: 'button', 'data-testid': 'widget-below' }, texts.newBelow, icon('down'));
  const log = createLog(scene, {
    takenBack: composer.add,
    newBelow: () => (below.hidden = false),
    reachedEnd: () => (below.hidden = true),
  });
  const form = createForm(scene, composer.add);
  const ask = createAsk(scene);
  let callBar: Part | null = null;
  const launcher = createLauncher(scene);
  const peek = createPeek(scene, wavedAway);
  const head = createHead(scene, ask.show, () => close());
  below.addEventListener('click', () => log.toEnd());
  below.hidden = true;

  const trouble = el('b');
  const kept = el('span', {}, texts.lostKept);
  const banner = el('div', { class: 'banner', role: 'alert', 'data-testid': 'widget-banner' });
  const typingWords = el('span');
  const typing = el('div', { class: 'typing', 'data-testid': 'widget-typing' }, dots(), typingWords);
  const over = createOver(scene);

  const foot = el('div', { class: 'foot' }, below, typing, composer.element, over.element);
  const panel = el(
    'div',
    { class: 'panel', id: 'panel', role: 'dialog', tabindex: '-1', 'aria-modal': 'false', 'data-testid': 'widget-panel' },
    head.element, banner, form.element, log.element, foot, ask.element,
  );
  const spoken = el('div', { class: 'sr', role: 'status' });
  const element = el('div', { class: 'root', lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' }, panel, peek.element, launcher.element, spoken);

  const close = () => {
    widget.setOpen(false);
  };
  const focusInside = (opening: boolean) => {
    // On a touch screen the keyboard would cover the greeting before it is read.
    if (opening && window.matchMedia('(pointer: coarse)').matches) panel.focus();
    else if (!form.element.hidden) form.focus();
    else if (!composer.element.hidden) composer.focus();
    else over.focus();
  };
  // What is dropped anywhere on the panel goes with what is being written; the page never opens it.
  for (const type of ['dragover', 'drop'] as const)
    panel.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const takes = scene.entry.files && !foot.hidden && !composer.element.hidden;
      if (type === 'dragover') event.dataTransfer.dropEffect = takes ? 'copy' : 'none';
      else if (takes) composer.attach([...event.dataTransfer.files]);
    });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
    if (fills.matches) holdTab(panel, event);
  });
  // Shortcuts of the page around are not meant by what is written here.
  for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, (event) => event.stopPropagation());

  // The on-screen keyboard takes its part of the screen away from the panel. Zoomed in, the page stays as it is.
  const seen = window.visualViewport;
  const fit = () => {
    if (!seen || seen.scale > 1) return;
    element.style.setProperty('--seen-height', `${seen.height}px`);
    element.style.setProperty('--seen-top', `${seen.offsetTop}px`);
  };
  seen?.addEventListener('resize', fit);
  seen?.addEventListener('scroll', fit);
  fit();

  let wasOpen: boolean | null = null;
  let wasLost = false;
  let saidUnread = 0;

  const showBanner = () => {
    const { line } = widget.chat;
    const lost = line === 'LOST' && widget.lineIsMissed;
    const text = lost ? texts.lost : line === 'UNWELL' ? texts.unwell : '';
    if (text !== trouble.textContent) {
      setText(trouble, text);
      // Filled only now: an alert is spoken when words are put into it.
      banner.replaceChildren(...(text === '' ? [] : [icon('alert'), el('div', {}, trouble, kept)]));
      if (text === '' && wasLost && line === 'UP') setText(spoken, texts.back);
      wasLost = text !== '';
    }
    banner.hidden = text === '';
  };

  return {
    element,
    update() {
      widget.asks = Object.values(scene.entry.form).some((asked) => asked !== 'NO');
      widget.closed = !scene.entry.open;
      widget.inHours = scene.entry.inHours;
      const { chat, open, asksWho } = widget;
      const held = (element.getRootNode() as ShadowRoot).activeElement;
      element.style.setProperty('--accent', scene.entry.accent);
      element.style.setProperty('--on-accent', inkOn(scene.entry.accent));
      element.classList.toggle('open', open);
      element.classList.toggle('at-start', scene.entry.side === 'START');
      set(panel, 'aria-label', say(texts.dialog, { name: titleOf(scene.entry, language) }));
      set(panel, 'aria-modal', String(fills.matches));
      panel.hidden = !open;
      if (!callBar && open && scene.entry.calls && widget.canCall) {
        callBar = scene.more()?.createCallBar(scene) ?? null;
        if (callBar) head.element.after(callBar.element);
      }
      callBar?.update();
      for (const part of [head, form, log, composer, over, ask, launcher, peek]) part.update();
      showBanner();
      form.element.hidden = !asksWho;
      log.element.hidden = asksWho;
      foot.hidden = asksWho;
      composer.element.hidden = chat.stage === 'ENDED';
      typing.hidden = chat.typingUntil === 0;
      setText(typingWords, say(texts.typing, { agent: chat.agent ?? texts.someAgent }));

      const news = open ? 0 : unread(chat).length;
      if (news > saidUnread) setText(spoken, count(language, texts.unread, news));
      saidUnread = news;

      if (open !== wasOpen) {
        // A panel that was open before a reload is simply there again: the page keeps the keyboard.
        if (open) log.toEnd();
        if (open && wasOpen === false) focusInside(true);
        if (!open && wasOpen) launcher.element.focus();
        wasOpen = open;
      } else if (open && held && held.getClientRects().length === 0) {
        // What held the keyboard is gone: the form was sent, the chat has ended or begun anew.
        focusInside(false);
      }
    },
  };
}
