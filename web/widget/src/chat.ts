import type { ChatFile, Frame, Message, Stage } from './frames';

/**
 * The line to the server: IDLE while nobody needs it, CONNECTING the first time, UP, LOST while it is tried again,
 * UNWELL when the server is there but cannot store.
 */
export type Line = 'IDLE' | 'CONNECTING' | 'UP' | 'LOST' | 'UNWELL';

/** A message the server has not acknowledged. It keeps its id for ever, so that sending it again stores it once. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970 when it was written; unsent messages go out in this order. */
  readonly at: number;
  /** The tab that wrote it and sends it first. */
  readonly tab: string;
  /** Who the customer says to be; only on messages that begin a chat, else null. */
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** It was left while nobody was there. */
  readonly left: boolean;
  /** Uploaded before. */
  readonly files: readonly ChatFile[];
  /** Null until the server refuses it. */
  readonly refused: { readonly code: string; readonly retry: boolean } | null;
}

/** All the widget knows of the chat. Nothing here is about how it looks. */
export interface Chat {
  readonly line: Line;
  /** Null before the first message was stored. */
  readonly conversation: string | null;
  readonly stage: Stage;
  readonly agent: string | null;
  /** Ascending by seq, each seq once. */
  readonly messages: readonly Message[];
  /** Every message up to this seq is here: what `hello` asks to continue from. */
  readonly after: number;
  readonly unsent: readonly Unsent[];
  /** The agent who took the chat and the seq after which that was; null while nobody has. */
  readonly joined: { readonly agent: string | null; readonly after: number } | null;
  readonly endedByCustomer: boolean;
  /** Milliseconds since 1970 when the chat ends because nobody writes; 0 = nobody has said so. */
  readonly quietUntil: number;
  /** An agent has read what the customer wrote up to this seq; 0 = nothing yet. */
  readonly agentRead: number;
  /** The stars that the customer has given this chat; 0 = none yet. */
  readonly rated: number;
  /** Milliseconds since 1970 until which the agent counts as typing; 0 = not. */
  readonly typingUntil: number;
  /** The customer has seen the messages up to this seq. */
  readonly readSeq: number;
  /** Messages up to this seq belong to chats before this one and are not shown. */
  readonly hiddenThrough: number;
  /** What was shown of the conversation before, when a new one took its place without the customer asking for it; else null. */
  readonly earlier: { readonly conversation: string; readonly messages: readonly Message[] } | null;
  /** The customer asked for a new chat and has not written in it yet: an older ENDED no longer concerns this view. */
  readonly fresh: boolean;
}

export const emptyChat: Chat = {
  line: 'IDLE',
  conversation: null,
  stage: 'NONE',
  agent: null,
  messages: [],
  after: 0,
  unsent: [],
  joined: null,
  endedByCustomer: false,
  quietUntil: 0,
  agentRead: 0,
  rated: 0,
  typingUntil: 0,
  readSeq: 0,
  hiddenThrough: 0,
  earlier: null,
  fresh: false,
};

export type ChatEvent =
  | { type: 'lineChanged'; line: Line }
  | { type: 'framed'; frame: Frame; typingUntil: number }
  | { type: 'written'; unsent: Unsent }
  | { type: 'retried'; id: string }
  | { type: 'withdrawn'; id: string }
  | { type: 'unsentSeen'; unsent: readonly Unsent[] }
  | { type: 'typingExpired'; now: number }
  | { type: 'read'; through: number }
  | { type: 'endAsked' }
  | { type: 'begunAnew' };

/** The one place where the chat changes: pure, and the same chat back when nothing did. */
export function apply(chat: Chat, event: ChatEvent): Chat {
  switch (event.type) {
    case 'lineChanged':
      return chat.line === event.line ? chat : { ...chat, line: event.line, typingUntil: 0 };
    case 'framed':
      return applyFrame(chat, event.frame, event.typingUntil);
    case 'written':
      return { ...chat, unsent: [...chat.unsent, event.unsent] };
    case 'retried':
      return { ...chat, unsent: chat.unsent.map((u) => (u.id === event.id ? { ...u, refused: null } : u)) };
    case 'withdrawn':
      return { ...chat, unsent: chat.unsent.filter((u) => u.id !== event.id) };
    case 'unsentSeen':
      return settled({ ...chat, unsent: event.unsent });
    case 'typingExpired':
      return chat.typingUntil > 0 && chat.typingUntil <= event.now ? { ...chat, typingUntil: 0 } : chat;
    case 'read':
      return chat.readSeq >= event.through ? chat : { ...chat, readSeq: event.through };
    case 'endAsked':
      return { ...chat, endedByCustomer: true };
    case 'begunAnew':
      return {
        ...chat,
        stage: 'NONE',
        agent: null,
        joined: null,
        endedByCustomer: false,
        quietUntil: 0,
        rated: 0,
        typingUntil: 0,
        fresh: true,
        earlier: null,
        hiddenThrough: lastSeq(chat),
        readSeq: lastSeq(chat),
      };
    default:
      return assertNever(event);
  }
}

function applyFrame(chat: Chat, frame: Frame, typingUntil: number): Chat {
  switch (frame.type) {
    case 'welcome':
      return welcomed(chat, frame);
    case 'stored': {
      if (isOlder(frame.conversation, chat.conversation)) return withoutUnsent(chat, frame.id);
      const unsent = chat.unsent.find((u) => u.id === frame.id);
      const here = within(chat, frame.conversation);
      const text = unsent?.text;
      const own: Message[] =
        text === undefined ? [] : [{ seq: frame.seq, id: frame.id, from: 'CUSTOMER', name: null, text, at: frame.at, ...(unsent?.files.length && { files: unsent.files }) }];
      const next = withoutUnsent(withMessages(here, own), frame.id);
      return next.stage === 'NONE' ? { ...next, stage: 'WAITING', fresh: false } : next;
    }
    case 'refused':
      return {
        ...chat,
        unsent: chat.unsent.map((u) => (u.id === frame.id ? { ...u, refused: { code: frame.code, retry: frame.retry } } : u)),
      };
    case 'message': {
      if (isOlder(frame.conversation, chat.conversation)) return chat;
      const next = settled(withMessages(within(chat, frame.conversation), [frame.message]));
      return frame.message.from === 'CUSTOMER' ? { ...next, fresh: false } : { ...next, typingUntil: 0 };
    }
    case 'state':
      return staged(chat, frame.stage, frame.agent);
    case 'typing':
      return chat.stage === 'ACTIVE' ? { ...chat, typingUntil } : chat;
    case 'quiet':
      return chat.stage === 'ACTIVE' ? { ...chat, quietUntil: Date.parse(frame.until) } : chat;
    case 'read':
      return frame.conversation === chat.conversation && frame.seq > chat.agentRead ? { ...chat, agentRead: frame.seq } : chat;
    case 'files':
      return frame.conversation === chat.conversation ? withFiles(chat, frame.files) : chat;
    case 'rated':
      return { ...chat, rated: frame.stars };
    case 'doors':
    case 'heartbeat':
    case 'callAnswer':
    case 'call':
      return chat;
    default:
      return assertNever(frame);
  }
}

function welcomed(chat: Chat, frame: Extract<Frame, { type: 'welcome' }>): Chat {
  if (frame.conversation === null) {
    // The server knows of no chat. One that was under way here has ended meanwhile.
    return chat.conversation === null || chat.fresh ? { ...chat, stage: 'NONE', agent: null } : staged(chat, 'ENDED', null);
  }
  const here = within(chat, frame.conversation);
  const last = frame.messages.reduce((max, m) => Math.max(max, m.seq), here.after);
  // The welcome holds everything after what `hello` named: nothing up to its last message is missing now.
  return staged(settled(withMessages({ ...here, after: last }, frame.messages)), frame.stage, frame.agent);
}

function staged(chat: Chat, stage: Stage, agent: string | null): Chat {
  if (chat.fresh && (stage === 'ENDED' || stage === 'NONE')) return chat;
  const joined = stage === 'ACTIVE' ? joinedBy(chat, agent) : stage === 'ENDED' ? chat.joined : null;
  return {
    ...chat,
    stage,
    agent: stage === 'ACTIVE' ? agent : stage === 'ENDED' ? (chat.agent ?? agent) : null,
    joined,
    fresh: false,
    quietUntil: 0,
    rated: stage === 'ENDED' ? chat.rated : 0,
    endedByCustomer: chat.endedByCustomer && stage !== 'WAITING',
    typingUntil: stage === 'ACTIVE' ? chat.typingUntil : 0,
  };
}

function joinedBy(chat: Chat, agent: string | null): NonNullable<Chat['joined']> {
  if (chat.joined && chat.joined.agent === agent) return chat.joined;
  // Seen for the first time on a page opened later: it was before that agent's first words, not after the last.
  const first = shown(chat).find((m) => m.from === 'AGENT' && m.name === agent);
  return { agent, after: first ? first.seq - 1 : lastSeq(chat) };
}

/**
 * The chat seen as part of this conversation: a new one begins empty. What an agent said at the end of the one before stays
 * in sight: a message written without a line may begin the new one before the customer has read it.
 */
function within(chat: Chat, conversation: string): Chat {
  if (chat.conversation === conversation) return chat;
  const messages = chat.fresh ? [] : shown(chat);
  const earlier = chat.conversation === null || messages.length === 0 ? null : { conversation: chat.conversation, messages };
  const begun = { conversation, messages: [], after: 0, joined: null, readSeq: 0, agentRead: 0, hiddenThrough: 0, earlier };
  return { ...chat, ...begun, endedByCustomer: false, fresh: false };
}

function withMessages(chat: Chat, arrived: readonly Message[]): Chat {
  const known = new Set(chat.messages.map((m) => m.seq));
  const later = new Map(arrived.filter((m) => m.changed !== undefined && known.has(m.seq)).map((m) => [m.seq, m]));
  const kept = later.size === 0 ? chat.messages : chat.messages.map((m) => newer(m, later.get(m.seq)));
  const fresh = arrived.filter((m) => !known.has(m.seq) && known.add(m.seq));
  const messages = fresh.length === 0 ? kept : [...kept, ...fresh].sort((a, b) => a.seq - b.seq);
  let after = chat.after;
  while (known.has(after + 1)) after++;
  return { ...chat, messages, after, quietUntil: fresh.length === 0 ? chat.quietUntil : 0 };
}

/** Two changes of one message may come in the other order. */
function newer(known: Message, told: Message | undefined): Message {
  const at = (message: Message) => (message.changed === undefined ? 0 : Date.parse(message.changed));
  return told !== undefined && at(told) > at(known) ? { ...told, ...(known.files && { files: known.files }) } : known;
}

/** All files of the conversation are told at once. */
function withFiles(chat: Chat, told: readonly { message: string; file: ChatFile }[]): Chat {
  const of = (id: string) => told.filter((one) => one.message === id).map((one) => one.file);
  const messages = chat.messages.map((message) => {
    const files = message.id === '' ? [] : of(message.id);
    return JSON.stringify(files) === JSON.stringify(message.files ?? []) ? message : { ...message, files };
  });
  return messages.some((message, i) => message !== chat.messages[i]) ? { ...chat, messages } : chat;
}

/** Stands for the words of a message that has none. */
export function namesOf(files: readonly { readonly name: string }[]): string {
  return files.map((file) => file.name).join(', ');
}

function withoutUnsent(chat: Chat, id: string): Chat {
  return chat.unsent.some((u) => u.id === id) ? { ...chat, unsent: chat.unsent.filter((u) => u.id !== id) } : chat;
}

/** Unsent messages that are in fact stored leave the outbox. */
function settled(chat: Chat): Chat {
  const stored = new Set(chat.messages.map((m) => m.id));
  return chat.unsent.some((u) => stored.has(u.id)) ? { ...chat, unsent: chat.unsent.filter((u) => !stored.has(u.id)) } : chat;
}

/** Conversation ids grow with time, so a late frame of an earlier conversation can be told. */
function isOlder(id: string, than: string | null): boolean {
  if (than === null || id === than) return false;
  return id.length === than.length ? id < than : id.length < than.length;
}

export function lastSeq(chat: Chat): number {
  return chat.messages.at(-1)?.seq ?? 0;
}

/** The messages of this chat, without those of chats before it in the same conversation. */
export function shown(chat: Chat): readonly Message[] {
  return chat.messages.filter((m) => m.seq > chat.hiddenThrough);
}

export function unread(chat: Chat): readonly Message[] {
  return shown(chat).filter((m) => m.from === 'AGENT' && m.seq > chat.readSeq);
}

/** Whether the widget must hold a line: somebody waits for an answer, or something waits to be sent. */
export function needsLine(chat: Chat): boolean {
  return chat.stage === 'WAITING' || chat.stage === 'ACTIVE' || chat.unsent.length > 0;
}

export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
