import { describe, expect, it } from 'vitest';
import { emptyChat } from '../src/chat';
import { inkOn, readEntry, titleOf } from '../src/entry';
import { readFrame, type Message } from '../src/frames';
import { pieces } from '../src/links';
import { rows } from '../src/rows';
import { isAddress, isEmail, isPhone } from '../src/view/form';
import { message } from './fakes';

describe('links in messages', () => {
  const links = (text: string) => pieces(text).filter((p) => p.href).map((p) => p.href);

  it('areOnlyWebAddresses', () => {
    expect(links('see https://example.com/a?b=1 and http://example.org')).toEqual(['https://example.com/a?b=1', 'http://example.org/']);
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'JAVASCRIPT://https', 'https://', 'http://[bad']) {
      expect(links(text), text).toEqual([]);
    }
  });

  it('callANumberAndDialTheKeysBehindIt', () => {
    expect(pieces('call tel:+493023125102,,271828 now')).toEqual([
      { text: 'call ', href: null },
      { text: '+493023125102', href: 'tel:+493023125102,,271828' },
      { text: ' now', href: null },
    ]);
    expect(links('\u2066tel:+493023125102\u2069.')).toEqual(['tel:+493023125102']);
    for (const text of ['tel:110', 'tel:+49', 'tel:+4930x', 'hotel:+493023125102']) expect(links(text), text).toEqual([]);
  });

  it('endBeforeTheSignsOfTheSentence', () => {
    expect(links('(https://example.com/a).')).toEqual(['https://example.com/a']);
    expect(links('هل رأيت https://example.com/ب؟')).toEqual(['https://example.com/%D8%A8']);
    expect(links('https://example.com/a_(b)')).toEqual(['https://example.com/a_(b)']);
  });

  it('loseNothingOfTheText', () => {
    for (const text of ['', '<b>no</b>', 'a https://x.example, b', 'https://x.example', 'x\nhttps://a.example\ny', '<img src=x onerror=alert(1)>']) {
      expect(pieces(text).map((p) => p.text).join('')).toBe(text);
    }
  });
});

describe('frames', () => {
  it('areReadAsTheContractHasThem', () => {
    expect(readFrame('{"type":"state","state":"ACTIVE","agent":"Sam"}')).toEqual({ type: 'state', stage: 'ACTIVE', agent: 'Sam' });
    expect(readFrame('{"type":"heartbeat"}')).toEqual({ type: 'heartbeat', healthy: true });
    expect(readFrame('{"type":"refused","id":"a","code":"not-stored","retry":true}')).toEqual({ type: 'refused', id: 'a', code: 'not-stored', retry: true });
  });

  it('ofCallsAreReadAsTheContractHasThem', () => {
    expect(readFrame('{"type":"callAnswer","call":"c1","sdp":"v=0"}')).toEqual({ type: 'callAnswer', call: 'c1', sdp: 'v=0' });
    expect(readFrame('{"type":"call","call":"c1","state":"TALKING","agent":"Sam","end":null}')).toEqual({ type: 'call', call: 'c1', stage: 'TALKING', agent: 'Sam', end: null });
    expect(readFrame('{"type":"call","call":"c1","state":"ENDED","agent":null,"end":"A_LATER_WORD"}')).toMatchObject({ stage: 'ENDED', end: 'FAILED' });
    expect(readFrame('{"type":"call","call":"c1","state":"DANCING"}')).toBe(null);
    expect(readFrame('{"type":"callAnswer","call":"c1"}')).toBe(null);
  });

  it('leaveOutTheMessagesOfAWelcomeThatAreNone', () => {
    const welcome = { type: 'welcome', visitor: 'v', chat: { conversation: '1', state: 'WAITING', agent: null }, messages: [message(1), null, 7, { seq: 'x' }] };
    expect(readFrame(JSON.stringify(welcome))).toMatchObject({ messages: [{ seq: 1 }] });
  });

  it('areNothingWhenTheyAreWrong', () => {
    for (const text of ['{', '7', '{}', '{"type":"state","state":"GONE"}', '{"type":"welcome","visitor":""}', '{"type":"stored","id":"a","seq":0,"at":"x"}']) {
      expect(readFrame(text), text).toBeNull();
    }
  });
});

describe('an entry', () => {
  it('getsSafeValuesForWhatItLacks', () => {
    expect(readEntry({ name: 'Shop', accent: 'red;background:url(x)', greeting: 7, language: 'xx' })).toEqual({
      name: 'Shop', title: { en: '', ar: '' }, greeting: { en: '', ar: '' }, closed: { en: '', ar: '' }, language: 'en', accent: '#2653b0', side: 'END', calls: false, files: false, open: true, inHours: true, opens: null, zone: 'UTC',
      form: { name: 'OPTIONAL', email: 'OPTIONAL', phone: 'OPTIONAL' },
    });
    const set = readEntry({ name: 'Shop', title: { ar: 'متجر' }, side: 'START', form: { name: 'REQUIRED', email: 'NO', phone: 'ANY' } })!;
    expect([titleOf(set, 'ar'), titleOf(set, 'en'), set.side]).toEqual(['متجر', 'Shop', 'START']);
    expect(set.form).toEqual({ name: 'REQUIRED', email: 'NO', phone: 'OPTIONAL' });
    expect(readEntry({ name: 'Shop', calls: true })?.calls).toBe(true);
    for (const wrong of [null, 7, 'x', {}, { name: 7 }]) expect(readEntry(wrong)).toBeNull();
  });

  it('isWrittenInTheInkThatReadsBest', () => {
    expect(inkOn('#0b5c63')).toBe('#ffffff');
    expect(inkOn('#ffd54a')).toBe('#1d1b18');
  });
});

describe('an email or telephone number', () => {
  it('isTakenInAnyScriptOrNotAtAll', () => {
    for (const text of ['', ' ', 'mona@example.com', '+963 944 555 111', '٠٩٤٤٥٥٥١١١', '(011) 222-3333']) expect(isAddress(text), text).toBe(true);
    for (const text of ['mona', 'mona@', '@example', '12', 'call me']) expect(isAddress(text), text).toBe(false);
    expect([isEmail('mona@example.com'), isEmail('+963 944 555 111'), isPhone('٠٩٤٤٥٥٥١١١'), isPhone('mona@example.com')]).toEqual([true, false, true, false]);
  });
});

describe('the rows of the log', () => {
  const stored = (seq: number, over: Partial<Message> = {}): Message => ({
    seq, id: `m${seq}`, from: 'AGENT', name: 'Sam', text: `text ${seq}`, at: '2026-11-21T10:00:00Z', ...over,
  });

  it('showTimeAndNameUnderTheLastOfAGroup', () => {
    const chat = { ...emptyChat, conversation: '1', messages: [stored(1), stored(2), stored(3, { from: 'CUSTOMER', name: null }), stored(4)] };
    const metas = rows(chat, false).flatMap((r) => (r.kind === 'message' ? [r.meta] : []));
    expect(metas).toEqual([false, true, true, true]);
  });

  it('placeTheAgentBetweenTheMessagesAroundHisComing', () => {
    const chat = { ...emptyChat, conversation: '1', stage: 'ACTIVE' as const, messages: [stored(1, { from: 'CUSTOMER' }), stored(2)], joined: { agent: 'Sam', after: 1 } };
    expect(rows(chat, true).map((r) => r.kind)).toEqual(['day', 'greeting', 'message', 'joined', 'message']);
  });

  it('keepTheKeyOfAnOwnMessageFromWritingToStoring', () => {
    const unsent = { id: 'a', text: 'x', at: 1, tab: 't', name: null, address: null, phone: null, left: false, files: [], refused: null };
    const keyOf = (chat: typeof emptyChat) => rows(chat, false).find((r) => r.kind === 'message')?.key;
    expect(keyOf({ ...emptyChat, unsent: [unsent] })).toBe(keyOf({ ...emptyChat, messages: [stored(1, { id: 'a', from: 'CUSTOMER' })] }));
  });

  it('hideTheChatsBefore', () => {
    const chat = { ...emptyChat, conversation: '1', messages: [stored(1), stored(2), stored(3)], hiddenThrough: 2 };
    expect(rows(chat, false).filter((r) => r.kind === 'message').map((r) => r.key)).toEqual(['1 3']);
  });
});
