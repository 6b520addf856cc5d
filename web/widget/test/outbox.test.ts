import { beforeEach, describe, expect, it } from 'vitest';
import type { Unsent } from '../src/chat';
import { Outbox } from '../src/outbox';
import { FakeBrowser } from './fakes';

describe('the outbox', () => {
  let browser: FakeBrowser;
  let outbox: Outbox;
  let sent: string[];
  let up: boolean;

  const unsent = (id: string, over: Partial<Unsent> = {}): Unsent => ({
    id, text: `words of ${id}`, at: browser.clock.now(), tab: 'mine', name: null, address: null, phone: null, left: false, files: [], refused: null, ...over,
  });
  const flush = (all: readonly Unsent[]) =>
    outbox.flush(all, (frame) => {
      if (!up) return false;
      sent.push('id' in frame ? frame.id : frame.type);
      return true;
    });

  beforeEach(() => {
    browser = new FakeBrowser();
    outbox = new Outbox(browser.shelf(), browser.clock, 'mine');
    sent = [];
    up = true;
  });

  it('keepsWhatIsUnsentInTheOrderOfWriting', () => {
    const all = [unsent('b', { at: 1 }), unsent('a', { at: 2, refused: { code: 'not-stored', retry: true } })];
    outbox.keep([], all);
    expect(new Outbox(browser.shelf(), browser.clock, 'mine').kept()).toEqual(all);
  });

  it('removesOnlyWhatIsGone', () => {
    const [a, b] = [unsent('a', { at: 1 }), unsent('b', { at: 2 })];
    outbox.keep([], [a, b]);
    outbox.keep([a, b], [b]);
    expect(outbox.kept()).toEqual([b]);
  });

  it('neverOverwritesTheMessagesOfAnotherTab', () => {
    const other = new Outbox(browser.shelf(), browser.clock, 'theirs');
    outbox.keep([], [unsent('a', { at: 1 })]);
    other.keep([], [unsent('b', { at: 2, tab: 'theirs' })]);
    expect(outbox.kept().map((u) => u.id)).toEqual(['a', 'b']);
  });

  it('sendsEachOncePerLine', () => {
    const all = [unsent('a'), unsent('b')];
    flush(all);
    flush(all);
    expect(sent).toEqual(['a', 'b']);
    outbox.lineOpened();
    flush(all);
    expect(sent).toEqual(['a', 'b', 'a', 'b']);
  });

  it('keepsTheOrderWhenALineBreaksInBetween', () => {
    up = false;
    flush([unsent('a'), unsent('b')]);
    up = true;
    flush([unsent('a'), unsent('b')]);
    expect(sent).toEqual(['a', 'b']);
  });

  it('sendsARefusedMessageOnlyAfterItIsRetried', () => {
    flush([unsent('a')]);
    flush([unsent('a', { refused: { code: 'not-stored', retry: true } })]);
    expect(sent).toEqual(['a']);
    flush([unsent('a')]);
    expect(sent).toEqual(['a', 'a']);
  });

  it('knowsWhenAnAnswerIsMissing', () => {
    flush([unsent('a')]);
    browser.clock.advance(9_999);
    expect(outbox.isStuck()).toBe(false);
    browser.clock.advance(1);
    expect(outbox.isStuck()).toBe(true);
    outbox.lineOpened();
    expect(outbox.isStuck()).toBe(false);
  });
});
