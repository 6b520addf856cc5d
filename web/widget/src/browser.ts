import type { Socket } from './connection';
import { guarded } from './guard';

/** A socket whose listeners cannot throw into the page. */
export function guardedSocket(real: WebSocket): Socket {
  const socket: Socket = { onopen: null, onmessage: null, onclose: null, send: (text) => real.send(text), close: () => real.close() };
  real.onopen = () => guarded(() => socket.onopen?.());
  real.onmessage = (event) => guarded(() => socket.onmessage?.(event));
  real.onclose = () => guarded(() => socket.onclose?.());
  return socket;
}

/** Null where the browser keeps nothing for this page. */
export function localShelf(): Storage | null {
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
export function tabName(): string {
  try {
    const kept = sessionStorage.getItem('hiwar:tab') ?? newUuid();
    sessionStorage.setItem('hiwar:tab', kept);
    return kept;
  } catch {
    return newUuid();
  }
}

/** crypto.randomUUID exists only on secure pages; shops on plain http exist too. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
