import { Calling, type CallSound, type SoundEvents } from './calling';
import { apply, emptyChat, namesOf, needsLine, lastSeq, type Chat, type ChatEvent } from './chat';
import type { Clock } from './clock';
import { Connection, type Socket } from './connection';
import type { ChatFile } from './frames';
import { LIMITS, TIMES } from './limits';
import { Outbox } from './outbox';
import { NOBODY, readElsewhere, rememberChat, rememberedChat, rememberedWho, rememberWho, type Who } from './remembered';
import type { Shelf } from './shelf';
import type { Language } from './texts';

/** What no database keeps as text: NUL, and halves of characters. */
const UNSTORABLE = /[\0\p{Cs}]/gu;

/** What the widget needs from the browser; tests hand in their own. */
export interface Surroundings {
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly random: () => number;
  readonly newId: () => string;
  readonly openSocket: () => Socket;
  /** What only this tab keeps, across reloads: whether its panel is open. A link opened in a new tab begins closed. */
  readonly tabShelf: Shelf;
  /** The name of this tab, the same after a reload. */
  readonly tab: string;
  readonly language: Language;
  /** What the page attests about who is signed in there, signed by its server. */
  readonly identity?: string | undefined;
  /** Told when the panel opens: what is known of the entry may be old. */
  readonly opened?: () => void;
  /** Whether the customer looks at this tab now. */
  readonly isSeen: () => boolean;
  /** The sound of a call; null where the browser has none for this page. */
  readonly openSound: ((events: SoundEvents) => Promise<CallSound>) | null;
}

/**
 * The widget without its looks: the chat, the line, the outbox and what is remembered, tied together.
 * The view calls its verbs and is told after every change.
 */
export class Widget {
  chat: Chat = emptyChat;
  open: boolean;
  /** Null until the form was sent; the form stands before the first message of a customer we know nothing of. */
  who: Who | null;
  /** The line has been away long enough to say so. */
  lineIsMissed = false;
  readonly calling: Calling;

  private readonly around: Surroundings;
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private readonly changed: () => void;
  private typedAt = 0;
  /** What was told last of how far the customer has got. */
  private told = '';
  private cancelTick: (() => void) | null = null;
  private cancelMissed: (() => void) | null = null;

  constructor(around: Surroundings, changed: () => void) {
    this.around = around;
    this.changed = changed;
    this.outbox = new Outbox(around.shelf, around.clock, around.tab);
    this.chat = { ...rememberedChat(around.shelf, around.clock.now(), around.identity !== undefined), unsent: this.outbox.kept() };
    this.open = around.tabShelf.get('open') === 'yes';
    this.who = rememberedWho(around.shelf);
    this.connection = new Connection({
      open: around.openSocket,
      clock: around.clock,
      random: around.random,
      hello: () => ({
        type: 'hello',
        visitor: around.shelf.get('visitor'),
        after: this.chat.after,
        conversation: this.chat.conversation,
        language: around.language,
        identity: around.identity ?? null,
      }),
      onFrame: (frame) => {
        if (frame.type === 'welcome') {
          around.shelf.set('visitor', frame.visitor);
          this.outbox.lineOpened();
        }
        // Hours have begun or are over since the entry was asked for.
        if (frame.type === 'doors' && frame.open !== this.inHours) around.opened?.();
        this.calling.heard(frame);
        this.dispatch({ type: 'framed', frame, typingUntil: around.clock.now() + TIMES.typingShown });
      },
      onLine: (line) => {
        this.dispatch({ type: 'lineChanged', line });
        this.watchLine();
      },
    });
    this.calling = new Calling({
      clock: around.clock,
      newId: around.newId,
      send: (frame) => this.connection.send(frame),
      openSound: (events) => around.openSound?.(events) ?? Promise.reject(new Error('no sound here')),
      changed,
    });
  }

  /** Whether this browser can call from this page. */
  get canCall(): boolean {
    return this.around.openSound !== null;
  }

  /** Calls; what the customer has said about themselves goes with it until a message has carried it. */
  callUs(): void {
    const { name, address, phone } = this.chat.conversation === null && this.who !== null ? this.who : NOBODY;
    this.calling.raise({ name: name || null, address: address || null, phone: phone || null });
    this.settleLine();
  }

  /** The page goes away, and its sound with it. */
  leave(): void {
    this.calling.hangUp();
  }

  /** For good: nothing goes on by itself any more. */
  close(): void {
    this.cancelTick?.();
    this.cancelMissed?.();
    this.connection.stop();
  }

  /** Takes up what the last page left: an open panel, a chat under way, unsent messages. */
  start(): void {
    this.settleLine();
  }

  setOpen(open: boolean): void {
    if (this.open === open) return;
    this.open = open;
    this.around.tabShelf.set('open', open ? 'yes' : 'no');
    if (open) this.around.opened?.();
    this.settleLine();
    this.seen();
    this.changed();
  }

  /** Whether the entry asks anything before the chat. */
  asks = true;

  /** Nobody is there: whoever begins leaves a message. */
  closed = false;

  /** The service is open, as far as the entry said. */
  inHours = true;

  /** By which the server knows the browser; null before the first line. */
  get token(): string | null {
    return this.around.shelf.get('visitor');
  }

  /** Whether the form stands before the conversation. */
  get asksWho(): boolean {
    return (this.closed || (this.asks && this.who === null)) && this.chat.stage === 'NONE' && this.chat.unsent.length === 0;
  }

  introduce(who: Who): void {
    const cut = (text: string, most: number) => text.trim().slice(0, most);
    this.who = { name: cut(who.name, LIMITS.name), address: cut(who.address, LIMITS.address), phone: cut(who.phone, LIMITS.address) };
    rememberWho(this.around.shelf, this.who);
    this.changed();
  }

  get draft(): string {
    return this.around.shelf.get('draft') ?? '';
  }

  set draft(text: string) {
    if (text === '') this.around.shelf.remove('draft');
    else this.around.shelf.set('draft', text.slice(0, 4 * LIMITS.message));
  }

  get isFull(): boolean {
    return this.chat.unsent.length >= LIMITS.unsent;
  }

  /** Takes a message into the outbox; false when it is empty, too long, or the outbox is full. */
  write(text: string, files: readonly ChatFile[] = []): boolean {
    const words = text.replace(UNSTORABLE, '').trim() || namesOf(files).slice(0, LIMITS.message);
    if (words === '' || words.length > LIMITS.message || this.isFull) return false;
    const begins = this.chat.stage === 'NONE' || this.chat.stage === 'ENDED';
    const last = this.chat.unsent.at(-1)?.at ?? 0;
    const unsent = {
      id: this.around.newId(),
      text: words,
      at: Math.max(this.around.clock.now(), last + 1),
      tab: this.around.tab,
      name: (begins && this.who?.name) || null,
      address: (begins && this.who?.address) || null,
      phone: (begins && this.who?.phone) || null,
      left: begins && this.closed,
      files,
      refused: null,
    };
    this.draft = '';
    this.typedAt = 0;
    this.dispatch({ type: 'written', unsent });
    this.settleLine();
    return true;
  }

  retry(id: string): void {
    this.dispatch({ type: 'retried', id });
  }

  /** Takes a refused message back; the answer is its text, for the composer. */
  withdraw(id: string): string {
    const text = this.chat.unsent.find((u) => u.id === id)?.text ?? '';
    this.dispatch({ type: 'withdrawn', id });
    return text;
  }

  /** The customer is typing: told to the agent every few seconds at most. */
  typing(): void {
    const now = this.around.clock.now();
    if (this.chat.stage !== 'ACTIVE' || now - this.typedAt < TIMES.typingSent) return;
    if (this.connection.send({ type: 'typing' })) this.typedAt = now;
  }

  /** False when the line is not there to carry it. */
  end(): boolean {
    if (this.chat.line !== 'UP' || !this.connection.send({ type: 'end' })) return false;
    this.dispatch({ type: 'endAsked' });
    return true;
  }

  rate(stars: number, remark: string): void {
    this.connection.send({ type: 'rate', stars, remark: remark.replace(UNSTORABLE, '').trim().slice(0, LIMITS.remark) });
  }

  beginAnew(): void {
    this.dispatch({ type: 'begunAnew' });
  }

  /** Marks what is shown as read, when it really is in sight. */
  seen(): void {
    if (this.open && this.around.isSeen()) this.dispatch({ type: 'read', through: lastSeq(this.chat) });
  }

  /** The network or the tab came back, or the network went. */
  networkChanged(online: boolean): void {
    if (online) this.connection.nudge();
    else this.connection.lost();
  }

  /** Another tab wrote under this name. */
  shelfChanged(name: string): void {
    if (this.outbox.isKeptUnder(name)) {
      const mine = this.chat.unsent.filter((u) => u.tab === this.around.tab && !u.refused);
      const kept = this.outbox.kept();
      const lost = mine.filter((u) => !kept.some((k) => k.id === u.id));
      this.dispatch({ type: 'unsentSeen', unsent: [...kept, ...lost].sort((a, b) => a.at - b.at) });
    } else if (name === 'chat') {
      if (this.chat.line === 'IDLE') {
        this.chat = { ...rememberedChat(this.around.shelf, this.around.clock.now(), this.around.identity !== undefined), unsent: this.chat.unsent };
        this.changed();
      } else {
        this.dispatch({ type: 'read', through: readElsewhere(this.around.shelf, this.chat) });
      }
    } else if (name === 'who') {
      this.who = rememberedWho(this.around.shelf);
      this.changed();
    } else if (name === 'visitor' && this.chat.conversation === null && this.chat.line === 'UP') {
      // Two tabs opened as two strangers: the one without a chat becomes the other.
      this.connection.lost();
    }
    this.settleLine();
  }

  private dispatch(event: ChatEvent): void {
    const before = this.chat;
    this.chat = apply(before, event);
    if (this.chat === before) return;
    if (this.chat.unsent !== before.unsent) this.outbox.keep(before.unsent, this.chat.unsent);
    if (this.chat.messages !== before.messages) this.seen();
    rememberChat(this.around.shelf, this.chat);
    this.flush();
    this.tellSeen();
    this.changed();
  }

  /** How far what agents wrote is here, and was in sight: told once on each line. */
  private tellSeen(): void {
    const { conversation, stage, messages, readSeq, line } = this.chat;
    if (line !== 'UP') this.told = '';
    if (line !== 'UP' || stage !== 'ACTIVE') return;
    const delivered = messages.findLast((m) => m.from === 'AGENT')?.seq ?? 0;
    const read = Math.min(readSeq, delivered);
    const now = `${conversation} ${delivered} ${read}`;
    if (delivered > 0 && now !== this.told && this.connection.send({ type: 'seen', delivered, read })) this.told = now;
  }

  private flush(): void {
    if (this.chat.line === 'UP') this.outbox.flush(this.chat.unsent, (frame) => this.connection.send(frame));
  }

  /** A line is held while the panel is open or somebody waits for something. */
  private settleLine(): void {
    if (this.open || needsLine(this.chat) || this.calling.live) {
      this.connection.start();
      if (!this.cancelTick) this.tick();
    } else {
      this.connection.stop();
    }
  }

  private tick(): void {
    this.cancelTick = this.around.clock.after(1_000, () => {
      this.cancelTick = null;
      this.dispatch({ type: 'typingExpired', now: this.around.clock.now() });
      if (this.chat.line === 'UP' && this.outbox.isStuck()) this.connection.lost();
      this.flush();
      this.settleLine();
      if (this.chat.line !== 'IDLE' && !this.cancelTick) this.tick();
    });
  }

  private watchLine(): void {
    const { line } = this.chat;
    if (line === 'CONNECTING' || line === 'LOST') {
      if (this.lineIsMissed || this.cancelMissed) return;
      this.cancelMissed = this.around.clock.after(TIMES.lostShown, () => {
        this.cancelMissed = null;
        this.lineIsMissed = true;
        this.changed();
      });
      return;
    }
    this.cancelMissed?.();
    this.cancelMissed = null;
    if (!this.lineIsMissed) return;
    this.lineIsMissed = false;
    this.changed();
  }
}
