import { beforeEach, describe, expect, it } from 'vitest';
import { AT, FakeBrowser, message, type FakeTab } from './fakes';

const ACTIVE = { conversation: '100', state: 'ACTIVE', agent: 'Sam' };

describe('the widget', () => {
  let browser: FakeBrowser;
  let tab: FakeTab;

  const opened = (): FakeTab => {
    const one = browser.tab();
    one.widget.start();
    one.widget.setOpen(true);
    return one;
  };
  const storedAs = (of: FakeTab, id: unknown, seq: number) => of.socket.tell({ type: 'stored', id, seq, at: AT, conversation: '100' });

  beforeEach(() => {
    browser = new FakeBrowser();
    tab = opened();
  });

  it('holdsNoLineBeforeItIsOpened', () => {
    const other = new FakeBrowser().tab();
    other.widget.start();
    expect(other.sockets).toEqual([]);
  });

  it('sendsTheFirstMessageWithTheNameAndTheAddressAndTheNextWithout', () => {
    tab.welcome();
    expect(tab.widget.asksWho).toBe(true);
    tab.widget.introduce({ name: ' Mona ', address: 'mona@example.com', phone: '' });
    tab.widget.write('first');
    tab.widget.write('second');
    storedAs(tab, 'id-1', 1);
    storedAs(tab, 'id-2', 2);
    tab.widget.write('third');
    expect(tab.socket.ofType('send')).toEqual([
      { type: 'send', id: 'id-1', text: 'first', name: 'Mona', address: 'mona@example.com', phone: null, left: false, files: [] },
      { type: 'send', id: 'id-2', text: 'second', name: 'Mona', address: 'mona@example.com', phone: null, left: false, files: [] },
      { type: 'send', id: 'id-3', text: 'third', name: null, address: null, phone: null, left: false, files: [] },
    ]);
  });

  it('keepsAMessageWrittenWithoutALineAndSendsItOnceWhenItIsBack', () => {
    tab.welcome(ACTIVE);
    tab.socket.cut();
    tab.widget.write('kept');
    expect(tab.widget.chat.unsent.map((u) => u.text)).toEqual(['kept']);
    browser.clock.advance(250);
    tab.welcome(ACTIVE);
    expect(tab.socket.ofType('send').map((f) => f['id'])).toEqual(['id-1']);
    storedAs(tab, 'id-1', 1);
    browser.clock.advance(30_000);
    expect(tab.sockets.flatMap((s) => s.ofType('send')).length).toBe(1);
    expect(tab.texts).toEqual(['kept']);
  });

  it('sendsAgainWithTheSameIdWhatHadNoAnswerOnTheOldLine', () => {
    tab.welcome(ACTIVE);
    tab.widget.write('one');
    tab.widget.write('two');
    storedAs(tab, 'id-1', 1);
    tab.socket.cut();
    browser.clock.advance(250);
    tab.welcome(ACTIVE);
    expect(tab.socket.ofType('send').map((f) => f['id'])).toEqual(['id-2']);
  });

  it('doesNotSendAgainWhatTheWelcomeShowsAsStored', () => {
    tab.welcome(ACTIVE);
    tab.widget.write('one');
    tab.socket.cut();
    browser.clock.advance(250);
    tab.welcome(ACTIVE, [message(1, { id: 'id-1', from: 'CUSTOMER', name: null, text: 'one' })]);
    expect(tab.socket.ofType('send')).toEqual([]);
    expect(tab.texts).toEqual(['one']);
    expect(tab.widget.chat.unsent).toEqual([]);
  });

  it('distrustsALineThatDoesNotAnswer', () => {
    tab.welcome(ACTIVE);
    tab.widget.write('one');
    for (let i = 0; i < 3; i++) {
      browser.clock.advance(5_000);
      tab.socket.tell({ type: 'heartbeat' });
    }
    expect(tab.sockets.length).toBe(2);
    tab.welcome(ACTIVE);
    expect(tab.socket.ofType('send').map((f) => f['id'])).toEqual(['id-1']);
  });

  it('holdsMessagesBackWhileTheServerCannotStore', () => {
    tab.welcome(ACTIVE);
    tab.socket.tell({ type: 'heartbeat', healthy: false });
    tab.widget.write('one');
    expect(tab.socket.ofType('send')).toEqual([]);
    tab.socket.tell({ type: 'heartbeat', healthy: true });
    expect(tab.socket.ofType('send').length).toBe(1);
  });

  it('triesARefusedMessageAgainOnlyWhenAsked', () => {
    tab.welcome(ACTIVE);
    tab.widget.write('one');
    tab.socket.tell({ type: 'refused', id: 'id-1', code: 'not-stored', retry: true });
    browser.clock.advance(3_000);
    expect(tab.socket.ofType('send').length).toBe(1);
    tab.widget.retry('id-1');
    expect(tab.socket.ofType('send').map((f) => f['id'])).toEqual(['id-1', 'id-1']);
  });

  it('survivesAReload', () => {
    tab.widget.introduce({ name: 'Mona', address: '', phone: '' });
    tab.welcome(ACTIVE, [message(1), message(2)]);
    tab.widget.write('unsent');
    tab.widget.draft = 'half a sen';
    const again = browser.tab();
    expect(again.texts).toEqual(['text 1', 'text 2']);
    expect(again.widget).toMatchObject({ open: true, draft: 'half a sen', asksWho: false });
    expect(again.widget.chat).toMatchObject({ stage: 'ACTIVE', agent: 'Sam' });
    again.widget.start();
    again.socket.onopen?.();
    expect(again.socket.sent[0]).toEqual({ type: 'hello', visitor: 'v1', after: 2, conversation: '100', language: 'en', identity: null });
    again.welcome(ACTIVE, [message(3)]);
    expect(again.texts).toEqual(['text 1', 'text 2', 'text 3']);
    expect(again.socket.ofType('send').map((f) => f['text'])).toEqual(['unsent']);
  });

  it('leavesTheSendingToTheTabThatWroteAndTakesOverWhenThatOneIsGone', () => {
    tab.welcome(ACTIVE);
    const second = browser.tab('tab-2');
    second.widget.start();
    second.welcome(ACTIVE);
    tab.socket.cut();
    tab.widget.write('from the first tab');
    second.widget.shelfChanged('unsent:id-1');
    expect(second.widget.chat.unsent.length).toBe(1);
    browser.clock.advance(200);
    expect(second.socket.ofType('send')).toEqual([]);
    // The first tab is closed before its line is back.
    browser.clock.advance(6_000);
    expect(second.socket.ofType('send').map((f) => f['id'])).toEqual(['id-1']);
  });

  it('forgetsInOneTabWhatTheOtherHasSent', () => {
    const second = browser.tab('tab-2');
    second.widget.setOpen(true);
    tab.welcome(ACTIVE);
    second.welcome(ACTIVE);
    tab.widget.write('hello');
    second.widget.shelfChanged('unsent:id-1');
    storedAs(tab, 'id-1', 1);
    second.widget.shelfChanged('unsent:id-1');
    second.socket.tell(message(1, { id: 'id-1', from: 'CUSTOMER', name: null, text: 'hello' }));
    browser.clock.advance(4_000);
    expect(second.socket.ofType('send')).toEqual([]);
    expect(second.texts).toEqual(['hello']);
    expect(second.widget.chat.unsent).toEqual([]);
  });

  it('joinsTheChatBegunInAnotherTab', () => {
    const second = browser.tab('tab-2');
    second.widget.start();
    tab.welcome();
    tab.widget.write('hello');
    storedAs(tab, 'id-1', 1);
    second.widget.shelfChanged('chat');
    expect(second.sockets.length).toBe(1);
    expect(second.texts).toEqual(['hello']);
    const third = browser.tab('tab-3');
    expect(third.widget.open).toBe(false);
    third.widget.start();
    expect(third.sockets.length).toBe(1);
    expect(third.texts).toEqual(['hello']);
  });

  it('keepsSendingWhenTheBrowserKeepsNothing', () => {
    browser.storage.full = true;
    tab.welcome();
    tab.widget.write('hello');
    storedAs(tab, 'id-1', 1);
    tab.socket.tell(message(2));
    expect(tab.texts).toEqual(['hello', 'text 2']);
  });

  it('refusesEmptyAndEndlessMessages', () => {
    expect(tab.widget.write('  \n ')).toBe(false);
    expect(tab.widget.write('\0\ud800')).toBe(false);
    expect(tab.widget.write('x'.repeat(4_001))).toBe(false);
    expect(tab.widget.write('x'.repeat(4_000))).toBe(true);
    for (let i = 0; i < 49; i++) expect(tab.widget.write('more')).toBe(true);
    expect(tab.widget.write('too many')).toBe(false);
  });

  it('tellsOfTypingEveryThreeSecondsAtMost', () => {
    tab.welcome(ACTIVE);
    for (let i = 0; i < 10; i++) {
      tab.widget.typing();
      browser.clock.advance(1_000);
    }
    expect(tab.socket.ofType('typing').length).toBe(4);
  });

  it('endsAChatOnlyOverALine', () => {
    tab.welcome(ACTIVE);
    tab.socket.cut();
    expect(tab.widget.end()).toBe(false);
    browser.clock.advance(250);
    tab.welcome(ACTIVE);
    expect(tab.widget.end()).toBe(true);
    tab.socket.tell({ type: 'state', state: 'ENDED', agent: null });
    expect(tab.widget.chat).toMatchObject({ stage: 'ENDED', endedByCustomer: true });
  });

  it('speaksOfALostLineOnlyWhenItLasts', () => {
    tab.welcome(ACTIVE);
    tab.socket.cut();
    browser.clock.advance(250);
    tab.welcome(ACTIVE);
    browser.clock.advance(5_000);
    expect(tab.widget.lineIsMissed).toBe(false);
    tab.socket.cut();
    browser.clock.advance(1_200);
    expect(tab.widget.lineIsMissed).toBe(true);
    tab.welcome(ACTIVE);
    expect(tab.widget.lineIsMissed).toBe(false);
  });

  it('letsGoOfTheLineWhenNobodyWaitsForAnything', () => {
    tab.welcome(ACTIVE);
    tab.widget.setOpen(false);
    expect(tab.widget.chat.line).toBe('UP');
    tab.socket.tell({ type: 'state', state: 'ENDED', agent: null });
    browser.clock.advance(1_000);
    expect(tab.widget.chat.line).toBe('IDLE');
    expect(browser.clock.waiting).toBe(0);
  });

  it('forgetsAnEndedChatAfterHalfAnHour', () => {
    tab.welcome(ACTIVE, [message(1)]);
    tab.socket.tell({ type: 'state', state: 'ENDED', agent: null });
    expect(browser.tab().widget.chat.stage).toBe('ENDED');
    browser.clock.advance(31 * 60_000);
    expect(browser.tab().widget.chat.stage).toBe('NONE');
  });

  it('readsADamagedMemoryAsNone', () => {
    for (const name of ['chat', 'who', 'unsent:x']) browser.shelf().set(name, '{"messages": 7, "id": {');
    expect(browser.tab().widget.chat).toMatchObject({ conversation: null, messages: [], unsent: [] });
    browser.shelf().set('chat', '{"messages":[null,{"seq":"x"}],"stage":"DANCING","after":-3,"joined":5}');
    expect(browser.tab().widget.chat).toMatchObject({ stage: 'NONE', messages: [], after: 0, joined: null });
  });

  it('becomesTheVisitorOfTheOtherTabWhenBothBegan', () => {
    tab.welcome();
    browser.shelf().set('visitor', 'v2');
    tab.widget.shelfChanged('visitor');
    browser.clock.advance(250);
    tab.socket.onopen?.();
    expect(tab.socket.sent[0]).toMatchObject({ type: 'hello', visitor: 'v2' });
  });
});
