import { describe, expect, it } from 'vitest';
import { apply, emptyChat, unread, type Chat, type Unsent } from '../src/chat';
import { readFrame } from '../src/frames';
import { rows } from '../src/rows';
import { AT, message } from './fakes';

const unsent = (id: string): Unsent => ({ id, text: `words of ${id}`, at: 1, tab: 't', name: null, address: null, phone: null, left: false, files: [], refused: null });
const welcome = (messages: object[], chat: object = {}): object => ({
  type: 'welcome', visitor: 'v', chat: { conversation: '100', state: 'ACTIVE', agent: 'Sam', ...chat }, messages,
});
const state = (name: string, agent: string | null = null) => ({ type: 'state', state: name, agent });
const stored = (id: string, seq: number, conversation = '100') => ({ type: 'stored', id, seq, at: AT, conversation });

function after(chat: Chat, ...frames: object[]): Chat {
  return frames.reduce((now: Chat, frame) => {
    const read = readFrame(JSON.stringify(frame));
    if (!read) throw new Error(`no frame: ${JSON.stringify(frame)}`);
    return apply(now, { type: 'framed', frame: read, typingUntil: 5_000 });
  }, chat);
}
const write = (chat: Chat, id: string) => apply(chat, { type: 'written', unsent: unsent(id) });
const seqs = (chat: Chat) => chat.messages.map((m) => m.seq);

describe('the chat', () => {
  it('movesAMessageFromTheOutboxToItsPlaceWhenItIsStored', () => {
    const chat = after(write(emptyChat, 'a'), stored('a', 1));
    expect(chat.unsent).toEqual([]);
    expect(chat.messages).toEqual([{ seq: 1, id: 'a', from: 'CUSTOMER', name: null, text: 'words of a', at: AT }]);
    expect(chat).toMatchObject({ conversation: '100', stage: 'WAITING', after: 1 });
  });

  it('showsAMessageOnceHoweverOftenItArrives', () => {
    const chat = after(write(emptyChat, 'a'), stored('a', 1), stored('a', 1), message(1, { id: 'a', from: 'CUSTOMER' }), message(2), message(2));
    expect(seqs(chat)).toEqual([1, 2]);
  });

  it('keepsTheOrderOfTheServerWhateverTheOrderOfArrival', () => {
    const chat = after(write(emptyChat, 'a'), message(2), message(3), stored('a', 1));
    expect(seqs(chat)).toEqual([1, 2, 3]);
    expect(chat.after).toBe(3);
  });

  it('showsWhatAnAgentMakesOfTheirWordsWhateverComesFirst', () => {
    const later = message(1, { text: 'It costs 14', changed: '2026-11-21T10:02:00.5Z' });
    const earlier = message(1, { text: 'It costs 12', changed: '2026-11-21T10:01:00Z' });
    const chat = after(emptyChat, message(1, { text: 'It costs 10' }), later, earlier, message(1));
    expect(chat.messages).toMatchObject([{ seq: 1, text: 'It costs 14' }]);
    expect(rows(chat, false).find((row) => row.kind === 'message')).toMatchObject({ edited: true, withdrawn: false, meta: true });
    const gone = after(chat, welcome([message(1, { text: '', changed: '2026-11-21T10:03:00Z', withdrawn: true }), message(2)]));
    expect(seqs(gone)).toEqual([1, 2]);
    expect(rows(gone, false).find((row) => row.kind === 'message')).toMatchObject({ text: '', edited: false, withdrawn: true });
  });

  it('asksAgainFromTheLastMessageBeforeAGap', () => {
    const chat = after(emptyChat, welcome([message(1), message(2)]), message(4), message(5));
    expect(chat.after).toBe(2);
    expect(after(chat, message(3)).after).toBe(5);
  });

  it('fillsWhatWasMissedAndSettlesTheOutboxOnReturn', () => {
    const before = write(after(emptyChat, welcome([message(1)])), 'a');
    const chat = after(before, welcome([message(2, { id: 'a', from: 'CUSTOMER', text: 'words of a' }), message(3)]));
    expect(seqs(chat)).toEqual([1, 2, 3]);
    expect(chat.unsent).toEqual([]);
  });

  it('keepsARefusedMessageWithItsReason', () => {
    const refused = after(write(emptyChat, 'a'), { type: 'refused', id: 'a', code: 'not-stored', retry: true });
    expect(refused.unsent[0]?.refused).toEqual({ code: 'not-stored', retry: true });
    expect(apply(refused, { type: 'retried', id: 'a' }).unsent[0]?.refused).toBeNull();
    expect(apply(refused, { type: 'withdrawn', id: 'a' }).unsent).toEqual([]);
  });

  it('knowsTheAgentAndWhereInTheChatHeJoined', () => {
    const chat = after(write(emptyChat, 'a'), stored('a', 1), state('WAITING'), state('ACTIVE', 'Sam'), message(2), state('ACTIVE', 'Sam'));
    expect(chat).toMatchObject({ stage: 'ACTIVE', agent: 'Sam', joined: { agent: 'Sam', after: 1 } });
  });

  it('placesAnAgentWhoJoinedWhileAwayBeforeHisFirstWords', () => {
    const chat = after(emptyChat, welcome([message(1, { from: 'CUSTOMER', name: null }), message(2), message(3)]));
    expect(chat.joined).toEqual({ agent: 'Sam', after: 1 });
  });

  it('beginsANewChatEmptyAndForgetsTheOldEnd', () => {
    const ended = after(emptyChat, welcome([message(1), message(2)]), state('ENDED'));
    const fresh = apply(ended, { type: 'begunAnew' });
    expect(fresh).toMatchObject({ stage: 'NONE', hiddenThrough: 2, fresh: true });
    // A reconnect still hears of the old end; this view is past it.
    expect(after(fresh, welcome([], { state: 'ENDED', agent: null })).stage).toBe('NONE');
    const begun = after(write(fresh, 'b'), stored('b', 1, '101'));
    expect(begun).toMatchObject({ conversation: '101', stage: 'WAITING', fresh: false, hiddenThrough: 0 });
    expect(seqs(begun)).toEqual([1]);
  });

  it('goesOnInTheSameConversationWhenTheServerKeepsIt', () => {
    const ended = after(emptyChat, welcome([message(1), message(2)]), state('ENDED'));
    const begun = after(write(apply(ended, { type: 'begunAnew' }), 'b'), stored('b', 3), state('WAITING'));
    expect(begun).toMatchObject({ stage: 'WAITING', hiddenThrough: 2, after: 3 });
  });

  it('showsTheChatBegunInAnotherTabThoughThisOneWasFresh', () => {
    const fresh = apply(after(emptyChat, welcome([message(1)]), state('ENDED')), { type: 'begunAnew' });
    const chat = after(fresh, welcome([message(1, { conversation: '101' })], { conversation: '101', state: 'ENDED', agent: null }));
    expect(chat).toMatchObject({ conversation: '101', stage: 'ENDED', fresh: false });
  });

  it('takesTheStateOfANewChatBeforeItsFirstMessage', () => {
    const fresh = apply(after(emptyChat, welcome([message(1), message(2)]), state('ENDED')), { type: 'begunAnew' });
    const chat = after(write(fresh, 'b'), state('WAITING'), stored('b', 1, '101'));
    expect(chat).toMatchObject({ conversation: '101', stage: 'WAITING', fresh: false, earlier: null });
    expect(seqs(chat)).toEqual([1]);
  });

  it('keepsTheLastWordsInSightWhenAMessageWrittenWithoutALineBeginsANewChat', () => {
    const away = write(after(emptyChat, welcome([message(1)])), 'thanks');
    const back = after(away, welcome([message(2)], { state: 'ENDED', agent: null }), state('WAITING'), stored('thanks', 1, '101'));
    expect(back.earlier?.messages.map((m) => m.seq)).toEqual([1, 2]);
    const texts = rows(back, false).map((r) => (r.kind === 'message' ? r.text : r.kind));
    expect(texts).toEqual(['day', 'text 1', 'text 2', 'ended', 'words of thanks', 'waiting']);
    expect(apply(back, { type: 'begunAnew' }).earlier).toBeNull();
  });

  it('passesOverLateFramesOfAnEarlierConversation', () => {
    const chat = after(emptyChat, welcome([message(1)]), message(1, { conversation: '1000' }), message(9, { conversation: '999' }));
    expect(chat.conversation).toBe('1000');
    expect(seqs(chat)).toEqual([1]);
  });

  it('countsTheAgentsWordsAsUnreadUntilTheyAreSeen', () => {
    const chat = after(write(emptyChat, 'a'), stored('a', 1), message(2), message(3));
    expect(unread(chat).map((m) => m.seq)).toEqual([2, 3]);
    expect(unread(apply(chat, { type: 'read', through: 3 }))).toEqual([]);
  });

  it('stopsShowingTypingWhenTheWordsArriveOrTimePasses', () => {
    const typing = after(emptyChat, welcome([]), { type: 'typing' });
    expect(typing.typingUntil).toBe(5_000);
    expect(after(typing, message(1)).typingUntil).toBe(0);
    expect(apply(typing, { type: 'typingExpired', now: 4_999 }).typingUntil).toBe(5_000);
    expect(apply(typing, { type: 'typingExpired', now: 5_000 }).typingUntil).toBe(0);
  });

  it('endsAChatTheServerNoLongerKnows', () => {
    const chat = after(emptyChat, welcome([message(1)]), welcome([], { conversation: null, state: 'NONE', agent: null }));
    expect(chat.stage).toBe('ENDED');
    expect(seqs(chat)).toEqual([1]);
  });

  /** Whatever is lost, repeated or late on the way: after the next welcome the customer sees what the server has. */
  it('isTheServersConversationAfterEveryReconnect', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const server = Array.from({ length: 12 }, (_, i) => message(i + 1, i % 3 === 0 ? { id: `own-${i + 1}`, from: 'CUSTOMER', name: null } : {}));
      let chat = emptyChat;
      let sent = 0;
      for (let step = 0; step < 30; step++) {
        const dice = random();
        if (dice < 0.2) {
          const last = Math.floor(random() * (server.length + 1));
          chat = after(chat, welcome(server.slice(chat.after, Math.max(last, chat.after))));
        } else if (dice < 0.4 && sent < server.length) {
          chat = write(chat, `own-${++sent}`);
        } else {
          chat = after(chat, server[Math.floor(random() * server.length)]!);
        }
        if (new Set(seqs(chat)).size !== chat.messages.length) expect.fail(`twice, seed ${seed}`);
      }
      chat = after(chat, welcome(server.slice(chat.after)));
      const fresh = after(emptyChat, welcome(server));
      expect(chat.messages, `seed ${seed}`).toEqual(fresh.messages);
      expect(chat.after, `seed ${seed}`).toBe(fresh.after);
      const ids = new Set(chat.messages.map((m) => m.id));
      expect(chat.unsent.some((u) => ids.has(u.id)), `seed ${seed}`).toBe(false);
    }
  });
});

/** A small generator of repeatable randomness (mulberry32). */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
