import { beforeEach, describe, expect, it } from 'vitest';
import { emptyChat } from '../src/chat';
import { readEntry } from '../src/entry';
import { subjectOf } from '../src/identity';
import { rememberChat, rememberedChat } from '../src/remembered';
import { rows } from '../src/rows';
import { transcript } from '../src/transcript';
import { AT, FakeBrowser, message, type FakeTab } from './fakes';

describe('while nobody is there', () => {
  let tab: FakeTab;

  beforeEach(() => {
    tab = new FakeBrowser().tab();
    tab.widget.start();
    tab.widget.setOpen(true);
    tab.welcome();
    tab.widget.closed = true;
  });

  it('theFormStandsThoughTheCustomerIsKnownAndTheFirstMessageIsLeft', () => {
    tab.widget.introduce({ name: 'Mona', address: 'mona@example.com', phone: '' });
    expect(tab.widget.asksWho).toBe(true);
    tab.widget.write('Do you ship to Homs?');
    expect(tab.widget.asksWho).toBe(false);
    tab.widget.write('And when?');
    const [first] = tab.socket.ofType('send');
    expect(first).toMatchObject({ text: 'Do you ship to Homs?', name: 'Mona', left: true });
    tab.socket.tell({ type: 'stored', id: first!['id'], seq: 1, at: AT, conversation: '100' });
    expect(tab.widget.chat.stage).toBe('WAITING');
    expect(rows(tab.widget.chat, false, true).at(-1)).toMatchObject({ kind: 'waiting', closed: true });
  });

  it('aChatThatGoesOnGoesOn', () => {
    tab.socket.tell({ type: 'welcome', visitor: 'v1', chat: { conversation: '100', state: 'ACTIVE', agent: 'Sam' }, messages: [message(1)] });
    expect(tab.widget.asksWho).toBe(false);
    tab.widget.write('here');
    expect(tab.socket.ofType('send')).toMatchObject([{ text: 'here', left: false }]);
  });
});

describe('a silent chat', () => {
  it('saysWhenItEndsUntilSomebodyWrites', () => {
    const tab = new FakeBrowser().tab();
    tab.widget.start();
    tab.widget.setOpen(true);
    tab.welcome({ conversation: '100', state: 'ACTIVE', agent: 'Sam' }, [message(1)]);
    const last = () => rows(tab.widget.chat, false).at(-1)?.kind;
    tab.socket.tell({ type: 'quiet', until: '2026-11-21T10:05:00Z' });
    expect(last()).toBe('quiet');
    tab.socket.tell(message(2));
    expect(last()).toBe('message');
    tab.socket.tell({ type: 'quiet', until: '2026-11-21T10:15:00Z' });
    tab.socket.tell({ type: 'state', state: 'ENDED', agent: 'Sam' });
    expect(last()).toBe('ended');
    tab.socket.tell({ type: 'quiet', until: '2026-11-21T10:25:00Z' });
    expect(last()).toBe('ended');
  });
});

describe('how far both have read', () => {
  it('isToldOfWhatIsHereAndOfWhatWasInSightOnceOnEachLine', () => {
    const tab = new FakeBrowser().tab();
    tab.widget.start();
    tab.widget.setOpen(true);
    tab.welcome({ conversation: '100', state: 'ACTIVE', agent: 'Sam' }, [message(1)]);
    tab.widget.setOpen(false);
    tab.socket.tell(message(2));
    tab.socket.tell({ type: 'typing' });
    tab.widget.setOpen(true);
    expect(tab.socket.ofType('seen')).toEqual([
      { type: 'seen', delivered: 1, read: 1 },
      { type: 'seen', delivered: 2, read: 1 },
      { type: 'seen', delivered: 2, read: 2 },
    ]);
  });

  it('isSeenAtOwnMessagesOfThisConversation', () => {
    const browser = new FakeBrowser();
    const tab = browser.tab();
    tab.widget.start();
    tab.widget.setOpen(true);
    const own = (seq: number) => message(seq, { from: 'CUSTOMER', name: null });
    tab.welcome({ conversation: '100', state: 'ACTIVE', agent: 'Sam' }, [own(1), own(2)]);
    const read = (of: FakeTab) => rows(of.widget.chat, false).flatMap((r) => (r.kind === 'message' ? [r.read] : []));
    expect(read(tab)).toEqual([false, false]);
    tab.socket.tell({ type: 'read', conversation: '99', seq: 2 });
    tab.socket.tell({ type: 'read', conversation: '100', seq: 1 });
    expect(read(tab)).toEqual([true, false]);
    expect(read(browser.tab())).toEqual([true, false]);
  });
});

describe('a chat that is over', () => {
  it('isRatedOnceAndStaysRatedAfterAReload', () => {
    const browser = new FakeBrowser();
    const tab = browser.tab();
    tab.widget.start();
    tab.widget.setOpen(true);
    tab.welcome({ conversation: '100', state: 'ENDED', agent: 'Sam' }, [message(1)]);
    tab.widget.rate(4, ' kind\0 ');
    expect(tab.socket.ofType('rate')).toEqual([{ type: 'rate', stars: 4, remark: 'kind' }]);
    tab.socket.tell({ type: 'rated', stars: 4 });
    expect(browser.tab().widget.chat.rated).toBe(4);
    tab.widget.beginAnew();
    expect(tab.widget.chat.rated).toBe(0);
  });
});

describe('the transcript', () => {
  const entry = readEntry({ name: 'Shop', title: { ar: 'متجر <1>' } })!;
  const chat = {
    ...emptyChat,
    conversation: '1',
    messages: [
      { seq: 1, id: 'a', from: 'CUSTOMER' as const, name: null, text: '<b>أهلًا</b> & "you"', at: '2026-11-21T10:00:00Z' },
      { seq: 2, id: 'b', from: 'AGENT' as const, name: 'Sam', text: 'two\nlines', at: '2026-11-22T10:00:00Z' },
    ],
  };

  it('isAPageInTheLanguageOfTheCustomerInWhichNothingRuns', () => {
    const page = transcript(chat, entry, 'ar');
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<title>متجر &#60;1&#62;</title>');
    expect(page).toContain('&#60;b&#62;أهلًا&#60;/b&#62; &#38; &#34;you&#34;');
    expect(page).toContain('<bdi>Sam</bdi>');
    expect(page).not.toMatch(/<script|<b>أ|href|src=/);
    expect(page.match(/<h2>/g)).toHaveLength(2);
    expect(transcript(chat, entry, 'en')).toContain('<html lang="en" dir="ltr">');
  });

  it('leavesOutTheChatsBefore', () => {
    expect(transcript({ ...chat, hiddenThrough: 1 }, entry, 'en')).not.toContain('you&#34;');
  });
});

describe('who is signed in at the page', () => {
  it('findsTheLastChatAgainHoweverLongItIsOver', () => {
    const shelf = new FakeBrowser().shelf();
    rememberChat(shelf, { ...emptyChat, conversation: '1', stage: 'ENDED', after: 1, messages: [{ seq: 1, id: 'a', from: 'AGENT', name: 'Sam', text: 'x', at: AT }] });
    const later = Date.parse(AT) + 86_400_000;
    expect(rememberedChat(shelf, later, true)).toMatchObject({ stage: 'ENDED', hiddenThrough: 0 });
    expect(rememberedChat(shelf, later)).toMatchObject({ stage: 'NONE', hiddenThrough: 1 });
  });

  it('isReadOfTheTokenInAnyScriptAndNothingElseIs', () => {
    const token = (claims: unknown) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
    expect(subjectOf(token({ sub: 'عميل 17' }))).toBe('عميل 17');
    for (const none of [undefined, '', 'x', 'a.b.c', token({}), token({ sub: 7 }), token({ sub: '' }), token(null)]) expect(subjectOf(none)).toBe(null);
  });
});
