import { readEntry, type Entry } from './entry';
import { TIMES } from './limits';
import { systemClock } from './clock';
import type { Socket } from './connection';
import { shelfOf, type Shelf } from './shelf';
import { CATALOGUES, chooseLanguage } from './texts';
import { createView } from './view/view';
import style from './view/style.css?inline';
import { Widget } from './widget';

/*
 * The script tag: <script src="https://…/widget.js" data-entry="workspace/entry" data-language="ar" async></script>
 * Everything ends in `guarded`: whatever goes wrong here, the page around it goes on.
 */

let warned = false;

/** Runs at the edge: a failure is told once on the console and goes no further. */
function guarded(run: () => void): void {
  try {
    run();
  } catch (failure) {
    warn(failure);
  }
}

function warn(failure: unknown): void {
  if (warned) return;
  warned = true;
  console.warn('Hiwar chat:', failure);
}

const script = (document.currentScript ?? document.querySelector('script[data-entry]')) as HTMLScriptElement | null;
if (script) guarded(() => begin(script));

function begin(tag: HTMLScriptElement): void {
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
  const shelf = shelfOf(localShelf(), `hiwar:${entry}:`);
  const asked = tag.dataset['language'];
  loadEntry(address, shelf, (found) => guarded(() => show(host, found, address, shelf, `hiwar:${entry}:`, asked)));
}

/** Hands over the entry as remembered at once, and as the server has it when it answers. Keeps asking while nobody answers. */
function loadEntry(address: URL, shelf: Shelf, found: (entry: Entry) => void): void {
  guarded(() => {
    const remembered = readEntry(JSON.parse(shelf.get('entry') ?? 'null'));
    if (remembered) found(remembered);
  });
  const ask = (attempt: number): void => {
    const again = () => {
      const wait = TIMES.entryRetry[Math.min(attempt, TIMES.entryRetry.length - 1)] ?? 0;
      systemClock.after(wait, () => ask(attempt + 1));
    };
    fetch(address, { signal: AbortSignal.timeout(TIMES.entryAnswer), credentials: 'omit' })
      .then(async (answer) => {
        if (answer.status >= 500 || answer.status === 429) return again();
        if (!answer.ok) return warn(`no such entry (${answer.status})`);
        const entry = readEntry(await answer.json());
        if (!entry) return warn('the entry is not understood');
        shelf.set('entry', JSON.stringify(entry));
        found(entry);
      })
      .catch(again);
  };
  ask(0);
}

/** What takes a newer copy of the entry, for each host that is already shown. */
const shown = new WeakMap<HTMLElement, (entry: Entry) => void>();

function show(host: HTMLElement, entry: Entry, address: URL, shelf: Shelf, prefix: string, asked: string | undefined): void {
  const refresh = shown.get(host);
  if (refresh) return refresh(entry);

  const language = chooseLanguage(asked, document.documentElement.lang, entry.language);
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
      tab: tabName(),
      language,
      isSeen: () => document.visibilityState === 'visible',
    },
    changed,
  );
  const scene = { widget, texts: CATALOGUES[language], language, entry };
  const view = createView(scene, { get: () => shelf.get('greeted') === 'yes', set: () => shelf.set('greeted', 'yes') });
  shown.set(host, (newer) => {
    scene.entry = newer;
    changed();
  });

  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(view.element);
  view.update();

  window.addEventListener('online', () => guarded(() => widget.networkChanged(true)));
  window.addEventListener('offline', () => guarded(() => widget.networkChanged(false)));
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
}

/** A socket whose listeners cannot throw into the page. */
function guardedSocket(real: WebSocket): Socket {
  const socket: Socket = { onopen: null, onmessage: null, onclose: null, send: (text) => real.send(text), close: () => real.close() };
  real.onopen = () => guarded(() => socket.onopen?.());
  real.onmessage = (event) => guarded(() => socket.onmessage?.(event));
  real.onclose = () => guarded(() => socket.onclose?.());
  return socket;
}

function localShelf(): Storage | null {
  try {
    const probe = 'hiwar:probe';
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

/** The same after a reload, another one in another tab. */
function tabName(): string {
  try {
    const kept = sessionStorage.getItem('hiwar:tab') ?? newUuid();
    sessionStorage.setItem('hiwar:tab', kept);
    return kept;
  } catch {
    return newUuid();
  }
}

/** crypto.randomUUID exists only on secure pages; shops on plain http exist too. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
