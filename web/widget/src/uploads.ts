import { fileOf, type ChatFile } from './frames';
import { LIMITS, TIMES } from './limits';

/** Why a file did not go. BROKEN is tried again by itself when the line is back. */
export type Trouble = 'TOO_LARGE' | 'EMPTY' | 'NOT_ALLOWED' | 'TOO_MANY' | 'TOO_FAST' | 'OFF' | 'BROKEN' | 'FAILED';

/** A file on its way to the server, or there. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  /** Between 0 and 1. */
  readonly done: number;
  /** Null until it is there. */
  readonly file: ChatFile | null;
  /** Null while nothing went wrong. */
  readonly trouble: Trouble | null;
}

/** What carries a file: tells how much is there, and settles once. */
export interface Carrier {
  (file: File, told: { progress(done: number): void; kept(file: ChatFile): void; failed(why: Trouble): void }): () => void;
}

/** The files that are to go with the next message. */
export class Uploads {
  list: readonly Upload[] = [];
  private readonly contents = new Map<number, File>();
  private readonly stops = new Map<number, () => void>();
  private keys = 0;
  private readonly carry: Carrier;
  /** Takes back what is on the server. */
  private readonly discard: (file: ChatFile) => void;
  private readonly changed: () => void;

  constructor(carry: Carrier, discard: (file: ChatFile) => void, changed: () => void) {
    this.carry = carry;
    this.discard = discard;
    this.changed = changed;
  }

  add(files: readonly File[]): void {
    for (const content of files) {
      const key = ++this.keys;
      const taken = this.list.filter((one) => one.trouble === null).length;
      const trouble: Trouble | null = content.size > LIMITS.file ? 'TOO_LARGE' : content.size === 0 ? 'EMPTY' : taken >= LIMITS.files ? 'TOO_MANY' : null;
      this.contents.set(key, content);
      this.list = [...this.list, { key, name: content.name, bytes: content.size, done: 0, file: null, trouble }];
      if (!trouble) this.begin(key);
    }
    this.changed();
  }

  again(key: number): void {
    this.change(key, { trouble: null, done: 0 });
    this.begin(key);
  }

  /** The line is back: what it broke goes again. */
  lineCame(): void {
    for (const one of this.list) if (one.trouble === 'BROKEN') this.again(one.key);
  }

  remove(key: number): void {
    this.stops.get(key)?.();
    const file = this.list.find((one) => one.key === key)?.file;
    if (file) this.discard(file);
    this.forget(key);
  }

  /** They have gone with a message. */
  sent(): void {
    for (const one of this.list) if (one.file) this.forget(one.key);
  }

  content(key: number): File | undefined {
    return this.contents.get(key);
  }

  get ready(): readonly ChatFile[] {
    return this.list.map((one) => one.file).filter((file) => file !== null);
  }

  get busy(): boolean {
    return this.list.some((one) => !one.file && !one.trouble);
  }

  private forget(key: number): void {
    this.contents.delete(key);
    this.stops.delete(key);
    this.list = this.list.filter((one) => one.key !== key);
    this.changed();
  }

  private begin(key: number): void {
    const content = this.contents.get(key);
    if (!content) return;
    const stop = this.carry(content, {
      progress: (done) => this.change(key, { done }),
      kept: (file) => this.change(key, { file, done: 1 }),
      failed: (trouble) => this.change(key, { trouble }),
    });
    this.stops.set(key, stop);
  }

  private change(key: number, to: Partial<Upload>): void {
    this.list = this.list.map((one) => (one.key === key ? { ...one, ...to } : one));
    this.changed();
  }
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'file-too-large': 'TOO_LARGE',
  'attachment-empty': 'EMPTY',
  'visitor-file-not-allowed': 'NOT_ALLOWED',
  'visitor-files-too-many': 'TOO_MANY',
  'visitor-files-too-fast': 'TOO_FAST',
  'visitor-files-off': 'OFF',
};

/** By a request of the browser, which tells how much has gone. `token`: by which the server knows the visitor; null: not yet. */
export function byRequest(address: string, token: () => string | null): Carrier {
  return (file, { progress, kept, failed }) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`);
    request.timeout = TIMES.upload;
    request.setRequestHeader('authorization', `Bearer ${token() ?? ''}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => progress(event.loaded / Math.max(1, event.total));
    request.onerror = request.ontimeout = () => failed('BROKEN');
    request.onload = () => {
      const json = parsed(request.responseText);
      const found = request.status === 200 ? fileOf(json) : null;
      if (found) return kept(found);
      const code = String((json as { type?: unknown } | null)?.type ?? '').split(':').at(-1) ?? '';
      failed(TROUBLES[code] ?? (request.status >= 500 || request.status === 408 ? 'BROKEN' : 'FAILED'));
    };
    request.send(file);
    return () => request.abort();
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
