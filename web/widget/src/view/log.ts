import { assertNever, namesOf, type Unsent } from '../chat';
import { titleOf } from '../entry';
import { pieces } from '../links';
import { rows, type Delivery, type Row } from '../rows';
import { say } from '../texts';
import { el, icon, set } from './dom';
import { times, type Part, type Scene } from './scene';

type MessageRow = Extract<Row, { kind: 'message' }>;

/** So near the end (pixels) that the reader counts as being there. */
const NEAR = 48;

/** What the log tells the parts around it. */
interface LogEvents {
  /** The text of a refused message, for the composer. */
  readonly takenBack: (text: string) => void;
  /** Something new stands below what is being read. */
  readonly newBelow: () => void;
  readonly reachedEnd: () => void;
}

/** The conversation. Rows are kept by key, so that only what is new is read aloud and nothing moves that is being read. */
export function createLog(scene: Scene, { takenBack, newBelow, reachedEnd }: LogEvents): Part & { toEnd(): void } {
  const { widget, texts, language } = scene;
  const when = times(language, texts);
  const element = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': texts.messages, tabindex: '0', 'data-testid': 'widget-log' });
  const drawn = new Map<string, { node: HTMLElement; row: Row }>();
  /** What the bubble of a row says, as far as it is drawn. */
  const spoken = new WeakMap<HTMLElement, string>();
  let seenFirst = false;

  const atEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  const toEnd = () => {
    element.scrollTop = element.scrollHeight;
  };
  let following = true;
  let height = 0;
  element.addEventListener('scroll', () => {
    // A change of height comes with a scroll that nobody made; the observer below answers it.
    if (element.clientHeight !== height) return;
    following = atEnd();
    if (following) reachedEnd();
  });
  // The composer grows, a banner comes, the keyboard opens: the last words stay in sight.
  const sized = new ResizeObserver(() => {
    height = element.clientHeight;
    if (following) toEnd();
  });
  sized.observe(element);

  const draw = (row: Row): HTMLElement => {
    switch (row.kind) {
      case 'day':
        return el('div', { class: 'day' }, when.day(row.at, Date.now()));
      case 'greeting':
        return el('div', { class: 'msg' }, el('div', { class: 'bub', dir: 'auto', 'data-testid': 'widget-greeting' }, scene.entry.greeting[language]));
      case 'joined':
        return event(say(texts.joined, { agent: row.agent ?? texts.someAgent }));
      case 'waiting':
        return row.closed ? event(texts.leftHere) : event(texts.waitingHere, dots());
      case 'quiet':
        return event(say(texts.quiet, { time: when.clock(row.until) }));
      case 'ended':
        return event(row.byCustomer ? texts.endedByYou : texts.ended);
      case 'system': {
        const node = event(row.text);
        set(node, 'dir', 'auto');
        return node;
      }
      case 'message':
        return drawMessage(row);
      default:
        return assertNever(row);
    }
  };

  const link = (text: string, href: string): HTMLElement =>
    href.startsWith('http') ? el('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text) : el('a', { href, dir: 'ltr' }, text);

  const drawMessage = (row: MessageRow): HTMLElement => {
    const bubble = el('div', { class: 'bub', dir: 'auto', 'data-testid': 'widget-message', 'data-from': row.own ? 'CUSTOMER' : 'AGENT' });
    const node = el('div', { class: row.own ? 'msg own' : 'msg' }, el('span', { class: 'sr' }, `${author(row)}: `), bubble);
    follow(node, row);
    return node;
  };

  /** What has no words of its own is shown by its files alone. */
  const isFiles = (row: MessageRow) => row.files.length > 0 && row.text === namesOf(row.files);

  const words = (row: MessageRow): (HTMLElement | string)[] =>
    row.withdrawn ? [el('i', {}, texts.withdrawn)] : pieces(row.text).map(({ text, href }) => (href ? link(text, href) : text));

  /** What changes about a message once it is drawn: how it stands, and what its writer makes of it. */
  const follow = (node: HTMLElement, row: MessageRow) => {
    const bubble = node.querySelector('.bub')!;
    const said = JSON.stringify([row.text, row.withdrawn]);
    if (spoken.get(node) !== said) bubble.replaceChildren(...words(row));
    spoken.set(node, said);
    showFiles(node, row);
    set(bubble, 'data-state', STATE[row.delivery]);
    set(bubble, 'data-read', row.own && row.read);
    set(bubble, 'data-waiting', row.delivery === 'WAITING');
    set(bubble, 'data-seq', row.seq === null ? undefined : String(row.seq));
    node.querySelector('.under')?.remove();
    if (row.meta) node.append(under(row));
  };

  /** By their names until the part of the widget that shows them is here. */
  const showFiles = (node: HTMLElement, row: MessageRow) => {
    const bubble = node.querySelector('.bub')!;
    const known = node.querySelector<HTMLElement>('.files');
    const more = row.files.length > 0 ? scene.more() : null;
    bubble.classList.toggle('sr', more !== null && isFiles(row));
    const now = more ? row.files.map((file) => file.id).join() : '';
    if (now === (known?.dataset['ids'] ?? '')) return;
    known?.remove();
    if (!more) return;
    const place = el('div', { class: 'files', 'data-ids': now });
    more.drawFiles(scene, place, row.files);
    bubble.after(place);
    // Pictures come later than their place.
    sized.observe(place);
  };

  const under = (row: MessageRow): HTMLElement => {
    const time = el('span', { class: 'num' }, when.clock(row.at));
    switch (row.delivery) {
      case 'SENDING':
        return el('div', { class: 'under', 'aria-live': 'off' }, icon('clock'), texts.sending);
      case 'WAITING':
        return el('div', { class: 'under wait' }, icon('clock'), texts.waitingLine);
      case 'STORED':
        if (!row.own) return el('div', { class: 'under' }, el('bdi', {}, author(row)), '·', time, ...(row.edited ? ['·', el('span', {}, texts.edited)] : []));
        return el('div', { class: 'under', 'aria-live': 'off' }, time, icon(row.read ? 'checks' : 'check'), el('span', { class: 'sr' }, row.read ? texts.read : texts.sent));
      case 'REFUSED':
        return el('div', { class: 'under bad' }, icon('alert'), el('span', {}, reason(row.refused)), remedy(row));
      default:
        return assertNever(row.delivery);
    }
  };

  const remedy = ({ key, refused }: MessageRow): HTMLElement => {
    const again = refused?.retry === true;
    const button = el('button', { type: 'button', 'data-testid': again ? 'widget-retry' : 'widget-edit' }, again ? texts.retry : texts.edit);
    button.addEventListener('click', () => (again ? widget.retry(key) : takenBack(widget.withdraw(key))));
    return button;
  };

  const reason = (refused: Unsent['refused']): string => {
    switch (refused?.code) {
      case 'too-long':
        return texts.refusedLong;
      case 'chat-ended':
        return texts.refusedEnded;
      case 'entry-closed':
        return texts.refusedClosed;
      case 'too-fast':
      case 'too-many-chats':
        return texts.refusedMany;
      default:
        return texts.refused;
    }
  };

  const author = (row: MessageRow) => (row.own ? texts.you : (row.name ?? titleOf(scene.entry, language)));

  return {
    element,
    toEnd,
    update() {
      const wanted = rows(widget.chat, scene.entry.greeting[language] !== '', widget.closed);
      const keys = new Set(wanted.map((r) => r.key));
      const follows = atEnd();
      let grown = false;
      for (const [key, { node }] of drawn) {
        if (keys.has(key)) continue;
        node.remove();
        drawn.delete(key);
      }
      let place: ChildNode | null = element.firstChild;
      for (const row of wanted) {
        const known = drawn.get(row.key);
        let node = known?.node;
        if (!node) {
          node = draw(row);
          if (seenFirst) node.classList.add('new');
          grown = true;
        } else if (row.kind === 'message') {
          if (JSON.stringify(row) !== JSON.stringify(known?.row)) follow(node, row);
          else showFiles(node, row);
        }
        drawn.set(row.key, { node, row });
        if (node === place) place = place.nextSibling;
        else element.insertBefore(node, place);
      }
      if (grown && follows) toEnd();
      else if (grown) newBelow();
      seenFirst = true;
    },
  };
}

const STATE: Record<Delivery, string> = { SENDING: 'sending', WAITING: 'sending', STORED: 'stored', REFUSED: 'refused' };

function event(text: string, ...more: Node[]): HTMLElement {
  return el('div', { class: 'ev' }, el('span', {}, text), ...more);
}

export function dots(): HTMLElement {
  return el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}
