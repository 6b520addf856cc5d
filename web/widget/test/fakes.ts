import type { CallSound } from '../src/calling';
import type { Clock } from '../src/clock';
import type { Socket } from '../src/connection';
import { shelfOf, type Shelf } from '../src/shelf';
import { Widget } from '../src/widget';

/** A clock that stands still until a test moves it; timers run in order of their time. */
export class FakeClock implements Clock {
  private time = Date.UTC(2026, 10, 21, 10, 0, 0);
  private timers: { at: number; order: number; run: () => void }[] = [];
  private order = 0;

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, order: this.order++, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((t) => t !== timer);
    };
  }

  advance(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
      if (!next) break;
      this.timers = this.timers.filter((t) => t !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
  }

  get waiting(): number {
    return this.timers.length;
  }
}

export class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: Record<string, unknown>[] = [];
  closed = false;

  send(text: string): void {
    if (this.closed) throw new Error('closed');
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  /** The server says this. */
  tell(frame: object | string): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }

  /** The network takes the line away. */
  cut(): void {
    this.closed = true;
    this.onclose?.();
  }

  ofType(type: string): Record<string, unknown>[] {
    return this.sent.filter((f) => f['type'] === type);
  }
}

/** localStorage of one browser, shared by its tabs; it can be full. */
export class FakeStorage implements Storage {
  private readonly values = new Map<string, string>();
  full = false;

  get length(): number {
    return this.values.size;
  }
  clear(): void {
    this.values.clear();
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.values.set(key, value);
  }
}

/** One browser: a storage, a clock, and widgets in tabs. */
export class FakeBrowser {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  private readonly tabs = new Map<string, FakeStorage>();
  private ids = 0;

  shelf(): Shelf {
    return shelfOf(this.storage, 'hiwar:demo/web:');
  }

  tab(name = 'tab-1', openSound: (() => Promise<CallSound>) | null = null, opened = () => {}): FakeTab {
    const sockets: FakeSocket[] = [];
    const own = this.tabs.get(name) ?? new FakeStorage();
    this.tabs.set(name, own);
    const widget = new Widget(
      {
        shelf: this.shelf(),
        clock: this.clock,
        random: () => 0.5,
        newId: () => `id-${++this.ids}`,
        openSocket: () => {
          const socket = new FakeSocket();
          sockets.push(socket);
          return socket;
        },
        tabShelf: shelfOf(own, 'hiwar:demo/web:'),
        tab: name,
        language: 'en',
        isSeen: () => true,
        opened,
        openSound,
      },
      () => {},
    );
    return new FakeTab(widget, sockets);
  }
}

export class FakeTab {
  readonly widget: Widget;
  readonly sockets: FakeSocket[];

  constructor(widget: Widget, sockets: FakeSocket[]) {
    this.widget = widget;
    this.sockets = sockets;
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  /** The line comes up: opened, and welcomed with this. */
  welcome(chat: { conversation?: string | null; state?: string; agent?: string | null } = {}, messages: object[] = []): void {
    this.socket.onopen?.();
    this.socket.tell({ type: 'welcome', visitor: 'v1', chat: { conversation: null, state: 'NONE', agent: null, ...chat }, messages });
  }

  get texts(): string[] {
    return this.widget.chat.messages.map((m) => m.text);
  }
}

export const AT = '2026-11-21T10:00:00Z';

export function message(seq: number, over: object = {}): object {
  return { type: 'message', seq, id: `m${seq}`, from: 'AGENT', name: 'Sam', text: `text ${seq}`, at: AT, conversation: '100', ...over };
}
