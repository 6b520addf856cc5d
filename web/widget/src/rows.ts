import { shown, type Chat, type Unsent } from './chat';
import type { ChatFile, Message } from './frames';

/** How one own message stands. WAITING: it goes out when the line is back. */
export type Delivery = 'SENDING' | 'WAITING' | 'STORED' | 'REFUSED';

/** One row of the log, top to bottom. `key` stays the same for as long as the row means the same thing. */
export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'greeting'; key: string }
  | { kind: 'joined'; key: string; agent: string | null }
  | { kind: 'waiting'; key: string; closed: boolean }
  | { kind: 'quiet'; key: string; until: number }
  | { kind: 'ended'; key: string; byCustomer: boolean }
  | { kind: 'system'; key: string; text: string }
  | {
      kind: 'message';
      key: string;
      own: boolean;
      text: string;
      at: number;
      /** Null while not stored. */
      seq: number | null;
      name: string | null;
      delivery: Delivery;
      /** An agent has read it. */
      read: boolean;
      refused: Unsent['refused'];
      /** Its writer changed it after the customer could have read it. */
      edited: boolean;
      files: readonly ChatFile[];
      /** Its writer has taken it back: there is no text. */
      withdrawn: boolean;
      /** Whether the line under the bubble is shown: the last of a group, and whatever is not stored. */
      meta: boolean;
    };

/** Messages of one author closer than this (milliseconds) stand as one group. */
const GROUP = 5 * 60_000;

/** What the log shows for this chat. Days are of the customer's own clock. `closed` = nobody is there now. */
export function rows(chat: Chat, greets: boolean, closed = false): Row[] {
  const found: Row[] = [];
  let day = '';
  const dayOf = (at: number) => {
    const name = new Date(at).toDateString();
    if (name !== day) found.push({ kind: 'day', key: `day ${name}`, at });
    day = name;
  };
  let joined = chat.joined;
  const joinedRow = () => {
    if (joined) found.push({ kind: 'joined', key: `joined ${joined.agent ?? ''} ${joined.after}`, agent: joined.agent });
    joined = null;
  };
  const messageRows = (messages: readonly Message[], conversation: string | null, before: (message: Message) => void) =>
    messages.forEach((message, i) => {
      before(message);
      const at = Date.parse(message.at);
      dayOf(at);
      found.push(messageRow(message, at, endsGroup(message, messages[i + 1]), conversation, conversation === chat.conversation && message.seq <= chat.agentRead));
    });

  const now = shown(chat);
  const first = chat.earlier?.messages[0] ?? now[0];
  if (first) dayOf(Date.parse(first.at));
  else if (chat.unsent[0]) dayOf(chat.unsent[0].at);
  if (greets) found.push({ kind: 'greeting', key: 'greeting' });
  if (chat.earlier) {
    const { conversation, messages } = chat.earlier;
    messageRows(messages, conversation, () => {});
    found.push({ kind: 'ended', key: `ended ${conversation}`, byCustomer: false });
  }
  messageRows(now, chat.conversation, (message) => {
    if (joined && joined.after < message.seq) joinedRow();
  });
  joinedRow();
  for (const unsent of chat.unsent) {
    dayOf(unsent.at);
    found.push(unsentRow(unsent, chat));
  }
  if (chat.stage === 'WAITING') found.push({ kind: 'waiting', key: `waiting ${closed}`, closed });
  if (chat.quietUntil > 0) found.push({ kind: 'quiet', key: `quiet ${chat.quietUntil}`, until: chat.quietUntil });
  if (chat.stage === 'ENDED') found.push({ kind: 'ended', key: `ended ${chat.conversation}`, byCustomer: chat.endedByCustomer });
  return found;
}

/** Whether the line with name and time stands under this message. */
function endsGroup(message: Message, next: Message | undefined): boolean {
  if (!next || next.from !== message.from || next.name !== message.name) return true;
  return Date.parse(next.at) - Date.parse(message.at) > GROUP;
}

function messageRow(message: Message, at: number, meta: boolean, conversation: string | null, read: boolean): Row {
  const { from, seq, text, name, id } = message;
  if (from === 'SYSTEM') return { kind: 'system', key: `${conversation} ${seq}`, text };
  const own = from === 'CUSTOMER';
  // An own message keeps its row from writing to storing: its id was given here.
  const key = own && id !== '' ? id : `${conversation} ${seq}`;
  const withdrawn = message.withdrawn === true;
  const edited = message.changed !== undefined && !withdrawn;
  return { kind: 'message', key, own, text, at, seq, name, delivery: 'STORED', read, refused: null, files: withdrawn ? [] : (message.files ?? []), edited, withdrawn, meta: meta || edited };
}

function unsentRow(unsent: Unsent, chat: Chat): Row {
  const { id, text, at, refused, files } = unsent;
  const delivery = refused ? 'REFUSED' : chat.line === 'UP' ? 'SENDING' : 'WAITING';
  return { kind: 'message', key: id, own: true, text, at, seq: null, name: null, delivery, read: false, refused, files, edited: false, withdrawn: false, meta: true };
}
