import { emptyChat, lastSeq, type Chat } from './chat';
import type { From, Message, Stage } from './frames';
import { LIMITS, TIMES } from './limits';
import { readJson, type Shelf } from './shelf';

/**
 * The chat as the last page left it, so that a reload shows it at once and only asks for what is missing. `theirs` = nobody
 * else finds it in this browser: then one that is over stays in sight.
 */
export function rememberedChat(shelf: Shelf, now: number, theirs = false): Chat {
  const json = readJson(shelf, 'chat');
  if (!json) return emptyChat;
  const chat: Chat = {
    ...emptyChat,
    conversation: textOf(json['conversation']),
    stage: stageOf(json['stage']),
    agent: textOf(json['agent']),
    messages: messagesOf(json['messages']),
    after: countOf(json['after']),
    joined: joinedOf(json['joined']),
    endedByCustomer: json['endedByCustomer'] === true,
    readSeq: countOf(json['readSeq']),
    hiddenThrough: countOf(json['hiddenThrough']),
    earlier: earlierOf(json['earlier']),
    fresh: json['fresh'] === true,
    rated: countOf(json['rated']),
    agentRead: countOf(json['agentRead']),
  };
  if (theirs || chat.stage !== 'ENDED' || now - Date.parse(chat.messages.at(-1)?.at ?? '') < TIMES.endedKept) return chat;
  return { ...chat, stage: 'NONE', agent: null, joined: null, earlier: null, fresh: true, hiddenThrough: lastSeq(chat), readSeq: lastSeq(chat) };
}

/** Keeps the chat for the next page. A tab that knows less than another one leaves what that one wrote. */
export function rememberChat(shelf: Shelf, chat: Chat): void {
  const kept = readJson(shelf, 'chat');
  if (kept && kept['conversation'] === chat.conversation && countOf(kept['after']) > chat.after) return;
  const { conversation, stage, agent, after, joined, endedByCustomer, readSeq, hiddenThrough, earlier, fresh, rated, agentRead } = chat;
  const messages = chat.messages.slice(-LIMITS.keptMessages);
  const value = { conversation, stage, agent, messages, after, joined, endedByCustomer, readSeq, hiddenThrough, earlier, fresh, rated, agentRead };
  shelf.set('chat', JSON.stringify(value));
}

/** How far another tab has shown this conversation to the customer; 0 = it is on another one. */
export function readElsewhere(shelf: Shelf, chat: Chat): number {
  const json = readJson(shelf, 'chat');
  return json && json['conversation'] === chat.conversation ? countOf(json['readSeq']) : 0;
}

/** Who the customer said to be on the form; empty texts when nothing was said. */
export interface Who {
  readonly name: string;
  readonly address: string;
  /** A number beside an email. */
  readonly phone: string;
}

export const NOBODY: Who = { name: '', address: '', phone: '' };

/** Null before the form was sent once. */
export function rememberedWho(shelf: Shelf): Who | null {
  const json = readJson(shelf, 'who');
  return json ? { name: textOf(json['name']) ?? '', address: textOf(json['address']) ?? '', phone: textOf(json['phone']) ?? '' } : null;
}

export function rememberWho(shelf: Shelf, who: Who): void {
  shelf.set('who', JSON.stringify(who));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function countOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}

function stageOf(value: unknown): Stage {
  return value === 'WAITING' || value === 'ACTIVE' || value === 'ENDED' ? value : 'NONE';
}

function joinedOf(value: unknown): Chat['joined'] {
  if (typeof value !== 'object' || value === null) return null;
  const { agent, after } = value as { agent?: unknown; after?: unknown };
  return { agent: textOf(agent), after: countOf(after) };
}

function earlierOf(value: unknown): Chat['earlier'] {
  if (typeof value !== 'object' || value === null) return null;
  const { conversation, messages } = value as { conversation?: unknown; messages?: unknown };
  const kept = messagesOf(messages);
  return typeof conversation === 'string' && kept.length > 0 ? { conversation, messages: kept } : null;
}

function messagesOf(value: unknown): Message[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isMessage);
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, id, from, text, at } = value as Record<string, unknown>;
  const known: From[] = ['AGENT', 'CUSTOMER', 'SYSTEM'];
  return countOf(seq) > 0 && typeof id === 'string' && known.includes(from as From) && typeof text === 'string' && typeof at === 'string';
}
