import { beforeEach, describe, expect, it } from 'vitest';
import { apply, emptyChat } from '../src/chat';
import { readEntry } from '../src/entry';
import { readFrame, type ChatFile } from '../src/frames';
import { LIMITS } from '../src/limits';
import { MORE_CATALOGUES } from '../src/more-texts';
import { rows } from '../src/rows';
import { Uploads, type Trouble } from '../src/uploads';
import { openingTime } from '../src/view/scene';
import { sizeOf } from '../src/view/files';
import { FakeBrowser } from './fakes';

const PHOTO: ChatFile = { id: '7', name: 'photo.png', type: 'image/png', bytes: 2_048 };
const file = (name: string, size = 10) => ({ name, size, type: '' }) as File;

/** The server's end of uploads: the test says what becomes of each. */
class Server {
  readonly going: { name: string; kept(file: ChatFile): void; failed(why: Trouble): void; progress(done: number): void; stopped: boolean }[] = [];
  readonly discarded: string[] = [];
  readonly uploads = new Uploads(
    (content, told) => {
      const one = { name: content.name, ...told, stopped: false };
      this.going.push(one);
      return () => (one.stopped = true);
    },
    (gone) => this.discarded.push(gone.id),
    () => {},
  );
}

describe('files on their way', () => {
  let server: Server;
  beforeEach(() => {
    server = new Server();
  });

  it('areReadyWhenTheServerHasThemAndGoneWhenTheyAreSent', () => {
    server.uploads.add([file('a.png'), file('b.pdf')]);
    expect(server.uploads.busy).toBe(true);
    server.going[0]!.progress(0.5);
    expect(server.uploads.list[0]!.done).toBe(0.5);
    server.going[0]!.kept(PHOTO);
    server.going[1]!.failed('NOT_ALLOWED');
    expect(server.uploads.busy).toBe(false);
    expect(server.uploads.ready).toEqual([PHOTO]);
    server.uploads.sent();
    expect(server.uploads.list.map((one) => one.trouble)).toEqual(['NOT_ALLOWED']);
  });

  it('areNotSentWhenTheyAreTooLargeEmptyOrTooMany', () => {
    server.uploads.add([file('large', LIMITS.file + 1), file('empty', 0)]);
    server.uploads.add(Array.from({ length: LIMITS.files + 1 }, (_, i) => file(`${i}`)));
    expect(server.uploads.list.map((one) => one.trouble).filter((one) => one)).toEqual(['TOO_LARGE', 'EMPTY', 'TOO_MANY']);
    expect(server.going).toHaveLength(LIMITS.files);
  });

  it('goAgainByThemselvesWhenTheLineIsBackAndOtherwiseWhenAsked', () => {
    server.uploads.add([file('a'), file('b')]);
    server.going[0]!.failed('BROKEN');
    server.going[1]!.failed('FAILED');
    server.uploads.lineCame();
    expect(server.going.map((one) => one.name)).toEqual(['a', 'b', 'a']);
    server.uploads.again(server.uploads.list[1]!.key);
    server.going[3]!.kept(PHOTO);
    expect(server.uploads.ready).toEqual([PHOTO]);
  });

  it('areStoppedOrTakenBackWhenTheyAreRemoved', () => {
    server.uploads.add([file('a'), file('b')]);
    server.going[0]!.kept(PHOTO);
    for (const { key } of server.uploads.list) server.uploads.remove(key);
    expect(server.discarded).toEqual(['7']);
    expect(server.going[1]!.stopped).toBe(true);
    expect(server.uploads.list).toEqual([]);
  });
});

describe('files of messages', () => {
  it('goWithTheMessageAndStayWithItAfterAReload', () => {
    const browser = new FakeBrowser();
    const tab = browser.tab();
    tab.widget.setOpen(true);
    tab.welcome();
    tab.widget.write('', [PHOTO]);
    const [sent] = tab.socket.ofType('send');
    expect(sent).toMatchObject({ text: 'photo.png', files: ['7'] });
    expect(browser.tab('other').widget.chat.unsent[0]?.files).toEqual([PHOTO]);
    tab.socket.tell({ type: 'stored', id: sent!['id'], seq: 1, at: '2026-11-21T10:00:00Z', conversation: '9' });
    expect(tab.widget.chat.messages[0]?.files).toEqual([PHOTO]);
    expect(browser.tab('third').widget.chat.messages[0]?.files).toEqual([PHOTO]);
  });

  it('areToldAfterTheirMessagesAllAtOnce', () => {
    const message = (seq: number) => ({ seq, id: `m${seq}`, from: 'AGENT' as const, name: 'Sam', text: 'photo.png', at: '2026-11-21T10:00:00Z' });
    const chat = { ...emptyChat, conversation: '9', stage: 'ACTIVE' as const, messages: [message(1), message(2)] };
    const frame = readFrame(JSON.stringify({ type: 'files', conversation: '9', files: [{ message: 'm2', ...PHOTO }, { message: 'm2', id: 'no file' }] }))!;
    const told = apply(chat, { type: 'framed', frame, typingUntil: 0 });
    expect(told.messages.map((m) => m.files)).toEqual([undefined, [PHOTO]]);
    expect(apply(told, { type: 'framed', frame, typingUntil: 0 })).toBe(told);
    expect(rows(told, false).filter((row) => row.kind === 'message').map((row) => row.files.length)).toEqual([0, 1]);
    const other = readFrame(JSON.stringify({ type: 'files', conversation: '8', files: [] }))!;
    expect(apply(told, { type: 'framed', frame: other, typingUntil: 0 })).toBe(told);
  });

  it('sayTheirSizeInBothLanguages', () => {
    expect(sizeOf('en', 84 * 1024)).toBe('84 kB');
    expect(sizeOf('en', 2.4 * 1024 * 1024)).toBe('2.4 MB');
    expect(sizeOf('ar', 84 * 1024)).toContain('84');
    expect(Object.keys(MORE_CATALOGUES.ar)).toEqual(Object.keys(MORE_CATALOGUES.en));
  });
});

describe('the hours', () => {
  it('areReadFromTheEntryAndSaidByTheClockOfTheService', () => {
    const entry = readEntry({ name: 'Shop', open: false, inHours: false, opens: '2026-11-29T06:00:00Z', zone: 'Asia/Damascus' })!;
    expect(entry).toMatchObject({ open: false, inHours: false, opens: '2026-11-29T06:00:00Z', zone: 'Asia/Damascus' });
    const words = openingTime('en', entry.opens!, entry.zone);
    expect(words).toContain('Sunday');
    expect(words).toContain('09:00');
    expect(openingTime('ar', entry.opens!, entry.zone)).toContain('09:00');
    expect(openingTime('en', entry.opens!, 'Nowhere/Such')).toContain('November');
    expect(readEntry({ name: 'Shop' })).toMatchObject({ inHours: true, opens: null, files: false });
  });

  it('haveTheEntryAskedForAgainWhenTheyBeginOrAreOver', () => {
    const browser = new FakeBrowser();
    let asked = 0;
    const tab = browser.tab('tab-1', null, () => asked++);
    tab.widget.setOpen(true);
    expect(asked).toBe(1);
    tab.welcome();
    tab.socket.tell({ type: 'doors', open: true });
    expect(asked).toBe(1);
    tab.socket.tell({ type: 'doors', open: false });
    expect(asked).toBe(2);
    tab.widget.inHours = false;
    tab.socket.tell({ type: 'doors', open: true });
    expect(asked).toBe(3);
  });
});
