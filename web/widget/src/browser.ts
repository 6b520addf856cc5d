import type { CallSound, SoundEvents } from './calling';
import type { Clock } from './clock';
import type { Socket } from './connection';
import { guarded } from './guard';
import { TIMES } from './limits';
import type { More } from './more';
import type { Shelf } from './shelf';

/** A socket whose listeners cannot throw into the page. */
export function guardedSocket(real: WebSocket): Socket {
  const socket: Socket = { onopen: null, onmessage: null, onclose: null, send: (text) => real.send(text), close: () => real.close() };
  real.onopen = () => guarded(() => socket.onopen?.());
  real.onmessage = (event) => guarded(() => socket.onmessage?.(event));
  real.onclose = () => guarded(() => socket.onclose?.());
  return socket;
}

/** Null where the browser keeps nothing for this page. */
export function usable(storage: () => Storage): Storage | null {
  try {
    const place = storage();
    const probe = 'hiwar:probe';
    place.setItem(probe, '');
    place.removeItem(probe);
    return place;
  } catch {
    return null;
  }
}

/** The same after a reload, another one in another tab. */
export function tabName(tabShelf: Shelf): string {
  const kept = tabShelf.get('tab') ?? newUuid();
  tabShelf.set('tab', kept);
  return kept;
}

/** crypto.randomUUID exists only on secure pages; shops on plain http exist too. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Hands over the part of the widget in this file when it is here; `came` is called then. What did not come is asked for again later. */
export function moreFrom(load: () => Promise<{ more: More }>, clock: Clock, came: (more: More) => void): () => More | null {
  let more: More | null = null;
  let loading = false;
  return () => {
    if (more || loading) return more;
    loading = true;
    load()
      .then((found) => {
        more = found.more;
        guarded(() => came(found.more));
      })
      .catch(() => clock.after(TIMES.moreRetry, () => (loading = false)));
    return null;
  };
}

/** Null where this page has no microphone: on plain http, and in browsers without calls. */
export function soundFrom(file: URL): ((events: SoundEvents) => Promise<CallSound>) | null {
  if (!window.isSecureContext || !navigator.mediaDevices || typeof RTCPeerConnection === 'undefined') return null;
  return async (events) => {
    const { openSound } = (await import(/* @vite-ignore */ file.href)) as typeof import('./sound/sound');
    return openSound({ ended: (farewell) => guarded(() => events.ended(farewell)) });
  };
}
