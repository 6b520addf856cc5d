/** What the server and the widget say to each other over the socket. Ids are decimal strings or UUIDs, instants ISO-8601. */

export type Stage = 'NONE' | 'WAITING' | 'ACTIVE' | 'ENDED';
export type From = 'AGENT' | 'CUSTOMER' | 'SYSTEM';

/** A file of a message: what it is called, its media type, and how many bytes it has. */
export interface ChatFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** One stored message. `seq` counts from 1 within its conversation; `name` is empty (null) for the customer's own. */
export interface Message {
  readonly seq: number;
  readonly id: string;
  readonly from: From;
  readonly name: string | null;
  readonly text: string;
  readonly at: string;
  /** When its writer changed it last; missing: it says what was written first. */
  readonly changed?: string;
  /** Its writer has taken it back: it says nothing any more. */
  readonly withdrawn?: true;
  /** Missing: none, or nobody has said so yet. */
  readonly files?: readonly ChatFile[];
}

export type Frame =
  | { type: 'welcome'; visitor: string; conversation: string | null; stage: Stage; agent: string | null; messages: Message[] }
  | { type: 'stored'; id: string; seq: number; at: string; conversation: string }
  | { type: 'refused'; id: string; code: string; retry: boolean }
  | { type: 'message'; message: Message; conversation: string }
  | { type: 'state'; stage: Stage; agent: string | null }
  | { type: 'files'; conversation: string; files: { message: string; file: ChatFile }[] }
  | { type: 'doors'; open: boolean }
  | { type: 'typing' }
  | { type: 'quiet'; until: string }
  | { type: 'read'; conversation: string; seq: number }
  | { type: 'rated'; stars: number }
  | { type: 'heartbeat'; healthy: boolean }
  | { type: 'callAnswer'; call: string; sdp: string }
  | CallFrame;

/** How a call stands; `call` is the name that this widget gave it, `end` is null until it is over. */
export interface CallFrame {
  readonly type: 'call';
  readonly call: string;
  readonly stage: 'WAITING' | 'TALKING' | 'HELD' | 'ENDED';
  readonly agent: string | null;
  readonly end: EndOfServer | null;
}

const ENDS = ['HUNG_UP', 'NOT_OFFERED', 'TOO_MANY', 'UNREACHABLE', 'LOST', 'FULL', 'FAILED'] as const;

/** Why the server says that there is no call. */
export type EndOfServer = (typeof ENDS)[number];

export type Sent =
  | { type: 'hello'; visitor: string | null; after: number; conversation: string | null; language: string; identity: string | null }
  | { type: 'send'; id: string; text: string; name: string | null; address: string | null; phone: string | null; left: boolean; files: readonly string[] }
  | { type: 'rate'; stars: number; remark: string }
  | { type: 'seen'; delivered: number; read: number }
  | { type: 'typing' }
  | { type: 'end' }
  | { type: 'call'; id: string; sdp: string; name: string | null; address: string | null; phone: string | null }
  | { type: 'hangUp'; id: string };

type Json = Record<string, unknown>;

/** A frame as the contract has it, or null: what is not understood is passed over, it never breaks the page. */
export function readFrame(text: string): Frame | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  return isObject(json) ? frameOf(json) : null;
}

function frameOf(json: Json): Frame | null {
  switch (json['type']) {
    case 'welcome': {
      const chat = json['chat'];
      const stage = isObject(chat) ? stageOf(chat['state']) : null;
      if (!isText(json['visitor']) || !isObject(chat) || !stage) return null;
      const messages = Array.isArray(json['messages']) ? json['messages'].map(messageOf).filter((m) => m !== null) : [];
      return { type: 'welcome', visitor: json['visitor'], conversation: idOf(chat['conversation']), stage, agent: textOf(chat['agent']), messages };
    }
    case 'stored': {
      const conversation = idOf(json['conversation']);
      if (!isText(json['id']) || !isSeq(json['seq']) || !isInstant(json['at']) || !conversation) return null;
      return { type: 'stored', id: json['id'], seq: json['seq'], at: json['at'], conversation };
    }
    case 'refused':
      if (!isText(json['id'])) return null;
      return { type: 'refused', id: json['id'], code: textOf(json['code']) ?? '', retry: json['retry'] === true };
    case 'message': {
      const message = messageOf(json);
      const conversation = idOf(json['conversation']);
      return message && conversation ? { type: 'message', message, conversation } : null;
    }
    case 'state': {
      const stage = stageOf(json['state']);
      return stage ? { type: 'state', stage, agent: textOf(json['agent']) } : null;
    }
    case 'files': {
      const conversation = idOf(json['conversation']);
      if (!conversation || !Array.isArray(json['files'])) return null;
      return { type: 'files', conversation, files: json['files'].map(fileOfMessage).filter((one) => one !== null) };
    }
    case 'doors':
      return { type: 'doors', open: json['open'] === true };
    case 'typing':
      return { type: 'typing' };
    case 'quiet':
      return isInstant(json['until']) ? { type: 'quiet', until: json['until'] } : null;
    case 'read': {
      const conversation = idOf(json['conversation']);
      return conversation && isSeq(json['seq']) ? { type: 'read', conversation, seq: json['seq'] } : null;
    }
    case 'rated':
      return isSeq(json['stars']) ? { type: 'rated', stars: json['stars'] } : null;
    case 'heartbeat':
      return { type: 'heartbeat', healthy: json['healthy'] !== false };
    case 'callAnswer': {
      const call = idOf(json['call']);
      return call && isText(json['sdp']) ? { type: 'callAnswer', call, sdp: json['sdp'] } : null;
    }
    case 'call':
      return callOf(json);
    default:
      return null;
  }
}

function callOf(json: Json): CallFrame | null {
  const call = idOf(json['call']);
  const stage = json['state'];
  if (!call || (stage !== 'WAITING' && stage !== 'TALKING' && stage !== 'HELD' && stage !== 'ENDED')) return null;
  // An end of a later server is still an end.
  const end = ENDS.find((one) => one === json['end']) ?? (stage === 'ENDED' ? 'FAILED' : null);
  return { type: 'call', call, stage, agent: textOf(json['agent']), end };
}

function messageOf(json: unknown): Message | null {
  if (!isObject(json)) return null;
  const { seq, from, text, at } = json;
  if (!isSeq(seq) || typeof text !== 'string' || !isInstant(at)) return null;
  if (from !== 'AGENT' && from !== 'CUSTOMER' && from !== 'SYSTEM') return null;
  const message: Message = { seq, id: idOf(json['id']) ?? '', from, name: textOf(json['name']), text, at };
  const { changed, withdrawn } = json;
  if (!isInstant(changed)) return message;
  return withdrawn === true ? { ...message, changed, withdrawn } : { ...message, changed };
}

function fileOfMessage(json: unknown): { message: string; file: ChatFile } | null {
  const message = isObject(json) ? idOf(json['message']) : null;
  const file = fileOf(json);
  return message && file ? { message, file } : null;
}

/** Null for what is no file. */
export function fileOf(json: unknown): ChatFile | null {
  if (!isObject(json)) return null;
  const { name, type, bytes } = json;
  const id = idOf(json['id']);
  return id && isText(name) && isText(type) && isSeq(bytes) ? { id, name, type, bytes } : null;
}

function stageOf(value: unknown): Stage | null {
  return value === 'NONE' || value === 'WAITING' || value === 'ACTIVE' || value === 'ENDED' ? value : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function textOf(value: unknown): string | null {
  return isText(value) ? value : null;
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;
}

function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
