import { guardedSocket, moreFrom, newUuid, soundFrom, tabName, usable } from './browser';
import { systemClock } from './clock';
import type { Entry } from './entry';
import { guarded } from './guard';
import { subjectOf } from './identity';
import { loadEntry } from './load-entry';
import { shelfOf, type Shelf } from './shelf';
import { CATALOGUES, chooseLanguage } from './texts';
import { createView } from './view/view';
import style from './view/style.css?inline';
import { Widget } from './widget';

/** Puts the widget of the entry this script tag names onto the page, once. */
export function mount(tag: HTMLScriptElement): void {
  const entry = tag.dataset['entry'] ?? '';
  const [workspace, slug] = entry.split('/');
  if (!workspace || !slug) throw new Error('data-entry names "workspace/entry"');
  const marker = `hiwar-${workspace}-${slug}`;
  if (document.getElementById(marker)) return;
  const host = document.createElement('div');
  host.id = marker;
  const place = () => guarded(() => document.body.append(host));
  if (document.body) place();
  else document.addEventListener('DOMContentLoaded', place, { once: true });

  const address = new URL(`api/chat/${encodeURIComponent(workspace)}/${encodeURIComponent(slug)}`, new URL('./', tag.src));
  const identity = tag.dataset['identity'] || undefined;
  // Who signs in after somebody else in this browser finds nothing of theirs.
  const subject = subjectOf(identity);
  const prefix = `hiwar:${entry}:${subject === null ? '' : `${encodeURIComponent(subject)}:`}`;
  const shelf = shelfOf(usable(() => localStorage), prefix);
  const asked = tag.dataset['language'];
  let refresh: ((entry: Entry) => void) | null = null;
  const askAgain = loadEntry(address, shelf, (found) =>
    guarded(() => {
      if (refresh) refresh(found);
      else refresh = show({ host, entry: found, address, sound: new URL('widget-call.js', tag.src), rest: new URL('widget-more.js', tag.src), shelf, prefix, asked, identity, opened: () => askAgain() });
    }),
  );
}

interface Place {
  readonly host: HTMLElement;
  readonly entry: Entry;
  /** Where the server answers for this entry. */
  readonly address: URL;
  /** The file with the sound of calls, loaded when somebody calls. */
  readonly sound: URL;
  /** The file with files, rating and transcript, loaded when one of them is wanted. */
  readonly rest: URL;
  readonly shelf: Shelf;
  /** What the shelf puts before its names in localStorage. */
  readonly prefix: string;
  /** The language the script tag asks for, if it does. */
  readonly asked: string | undefined;
  /** What the page attests about who is signed in there. */
  readonly identity: string | undefined;
  /** Asks for the entry once more. */
  readonly opened: () => void;
}

/** Shows the widget; the answer takes a newer copy of the entry. */
function show({ host, entry, address, sound, rest, shelf, prefix, asked, identity, opened }: Place): (entry: Entry) => void {
  const language = chooseLanguage(asked, document.documentElement.lang, entry.language);
  const tabShelf = shelfOf(usable(() => sessionStorage), prefix);
  const socketAddress = new URL(`${address.href}/socket`);
  socketAddress.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  let drawing = false;
  const changed = () => {
    if (drawing) return;
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      guarded(() => view.update());
    });
  };
  const widget = new Widget(
    {
      shelf,
      clock: { now: systemClock.now, after: (ms, run) => systemClock.after(ms, () => guarded(run)) },
      random: Math.random,
      newId: newUuid,
      openSocket: () => guardedSocket(new WebSocket(socketAddress)),
      tabShelf,
      tab: tabName(tabShelf),
      language,
      identity,
      opened,
      isSeen: () => document.visibilityState === 'visible',
      openSound: soundFrom(sound),
    },
    changed,
  );
  const sheet = new CSSStyleSheet();
  const more = moreFrom(
    () => import(/* @vite-ignore */ rest.href) as Promise<typeof import('./more')>,
    systemClock,
    (found) => {
      sheet.replaceSync(style + found.style);
      changed();
    },
  );
  const scene = { widget, texts: CATALOGUES[language], language, entry, depot: { address: `${address.href}/files` }, more };
  const view = createView(scene, { get: () => shelf.get('greeted') === 'yes', set: () => shelf.set('greeted', 'yes') });
  const root = host.attachShadow({ mode: 'open' });
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(view.element);
  view.update();

  window.addEventListener('online', () => guarded(() => widget.networkChanged(true)));
  window.addEventListener('offline', () => guarded(() => widget.networkChanged(false)));
  window.addEventListener('pagehide', () => guarded(() => widget.leave()));
  window.addEventListener('pageshow', (event) => event.persisted && guarded(() => widget.networkChanged(true)));
  document.addEventListener('visibilitychange', () =>
    guarded(() => {
      if (document.visibilityState !== 'visible') return;
      widget.networkChanged(true);
      widget.seen();
    }),
  );
  window.addEventListener('storage', (event) => {
    if (event.key?.startsWith(prefix)) guarded(() => widget.shelfChanged(event.key!.slice(prefix.length)));
  });
  widget.start();
  return (newer) => {
    scene.entry = newer;
    changed();
  };
}
