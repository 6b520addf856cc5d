import { moreFrom } from './browser';
import { systemClock } from './clock';
import type { Socket } from './connection';
import type { Entry } from './entry';
import { shelfOf } from './shelf';
import { CATALOGUES, type Language } from './texts';
import { createView } from './view/view';
import style from './view/style.css?inline';
import { Widget } from './widget';

/** A widget that is shown and speaks with nobody: what an administrator sees of an entry before it is saved. */
export interface Preview {
  show(entry: Entry): void;
  close(): void;
}

/** Often enough for a line that is alive (milliseconds). */
const HEARTBEAT = 5_000;

/** Into an element that nothing was shown in before; it must be the containing block of what is fixed in it. */
export function preview(host: HTMLElement, entry: Entry, language: Language): Preview {
  const tabShelf = shelfOf(null, '');
  tabShelf.set('open', 'yes');
  let view: ReturnType<typeof createView> | null = null;
  const widget = new Widget(
    {
      shelf: shelfOf(null, ''),
      clock: systemClock,
      random: Math.random,
      newId: () => `${Math.random()}`.slice(2),
      openSocket: silent,
      tabShelf,
      tab: 'preview',
      language,
      isSeen: () => true,
      openSound: () => new Promise(() => {}),
    },
    () => view?.update(),
  );
  const sheet = new CSSStyleSheet();
  const more = moreFrom(
    () => import('./more'),
    systemClock,
    (found) => {
      sheet.replaceSync(style + found.style);
      view?.update();
    },
  );
  const scene = { widget, texts: CATALOGUES[language], language, entry, depot: null, more };
  view = createView(scene, { get: () => false, set: () => {} });
  const root = host.attachShadow({ mode: 'open' });
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(view.element);
  view.update();
  widget.start();
  return {
    show(next) {
      scene.entry = next;
      view.update();
    },
    close() {
      widget.close();
      view.element.remove();
    },
  };
}

/** A line that is there and at whose other end nobody sits. */
function silent(): Socket {
  const tell = (frame: object) => socket.onmessage?.({ data: JSON.stringify(frame) });
  const beat = setInterval(() => tell({ type: 'heartbeat', healthy: true }), HEARTBEAT);
  const socket: Socket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send(text) {
      const { type, id } = JSON.parse(text) as { type: string; id?: string };
      if (type === 'hello') queueMicrotask(() => tell({ type: 'welcome', visitor: 'preview', chat: { conversation: null, state: 'NONE', agent: null }, messages: [] }));
      if (type === 'send') queueMicrotask(() => tell({ type: 'stored', id, seq: ++stored, at: new Date().toISOString(), conversation: '1' }));
    },
    close: () => clearInterval(beat),
  };
  queueMicrotask(() => socket.onopen?.());
  return socket;
}

let stored = 0;
