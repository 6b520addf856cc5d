import { beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '../src/chat';
import { Connection } from '../src/connection';
import type { Frame } from '../src/frames';
import { FakeClock, FakeSocket } from './fakes';

const WELCOME = { type: 'welcome', visitor: 'v', chat: { conversation: null, state: 'NONE', agent: null }, messages: [] };

describe('the connection', () => {
  let clock: FakeClock;
  let sockets: FakeSocket[];
  let lines: Line[];
  let frames: Frame[];
  let connection: Connection;
  let unreachable: boolean;

  const socket = () => sockets.at(-1)!;
  const comeUp = () => {
    socket().onopen?.();
    socket().tell(WELCOME);
  };

  beforeEach(() => {
    clock = new FakeClock();
    sockets = [];
    lines = [];
    frames = [];
    unreachable = false;
    connection = new Connection({
      open: () => {
        if (unreachable) throw new Error('no network');
        sockets.push(new FakeSocket());
        return socket();
      },
      clock,
      random: () => 0.5,
      hello: () => ({ type: 'hello', visitor: null, after: 7, conversation: '1', language: 'ar', identity: null }),
      onFrame: (frame) => frames.push(frame),
      onLine: (line) => lines.push(line),
    });
  });

  it('saysHelloFirstAndIsUpOnlyAfterTheWelcome', () => {
    connection.start();
    expect(connection.send({ type: 'typing' })).toBe(false);
    socket().onopen?.();
    expect(socket().sent).toEqual([{ type: 'hello', visitor: null, after: 7, conversation: '1', language: 'ar', identity: null }]);
    expect(lines).toEqual(['CONNECTING']);
    socket().tell(WELCOME);
    expect(lines).toEqual(['CONNECTING', 'UP']);
    expect(connection.send({ type: 'typing' })).toBe(true);
  });

  it('returnsQuicklyAtFirstAndNeverWaitsLongerThanFiveSeconds', () => {
    connection.start();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const before = sockets.length;
      socket().cut();
      let waited = 0;
      while (sockets.length === before) {
        clock.advance(50);
        waited += 50;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000, 5000]);
  });

  it('startsQuicklyAgainAfterAWelcome', () => {
    connection.start();
    for (let i = 0; i < 5; i++) {
      socket().cut();
      clock.advance(5000);
    }
    comeUp();
    const before = sockets.length;
    socket().cut();
    clock.advance(250);
    expect(sockets.length).toBe(before + 1);
  });

  it('takesALongSilenceForADeadLine', () => {
    connection.start();
    comeUp();
    clock.advance(10_000);
    socket().tell({ type: 'heartbeat', healthy: true });
    clock.advance(10_000);
    expect(lines.at(-1)).toBe('UP');
    clock.advance(2_000);
    expect(lines.at(-1)).toBe('LOST');
    expect(sockets[0]!.closed).toBe(true);
  });

  it('givesUpOnALineThatNeverWelcomes', () => {
    connection.start();
    socket().onopen?.();
    clock.advance(8_000);
    expect(lines.at(-1)).toBe('LOST');
    clock.advance(250);
    expect(sockets.length).toBe(2);
  });

  it('isUnwellWhileTheServerCannotStore', () => {
    connection.start();
    comeUp();
    socket().tell({ type: 'heartbeat', healthy: false });
    expect(lines.at(-1)).toBe('UNWELL');
    socket().tell({ type: 'heartbeat', healthy: true });
    expect(lines.at(-1)).toBe('UP');
  });

  it('passesOverWhatItDoesNotUnderstand', () => {
    connection.start();
    comeUp();
    for (const text of ['', 'not json', '[]', 'null', '{"type":"dance"}', '{"type":"message","seq":-1}', '{"type":"stored"}']) socket().tell(text);
    expect(frames.map((f) => f.type)).toEqual(['welcome']);
    expect(lines.at(-1)).toBe('UP');
  });

  it('triesAtOnceWhenTheNetworkIsBack', () => {
    connection.start();
    for (let i = 0; i < 6; i++) {
      socket().cut();
      clock.advance(5000);
    }
    socket().cut();
    const before = sockets.length;
    connection.nudge();
    expect(sockets.length).toBe(before + 1);
  });

  it('leavesAHealthyLineAloneWhenNudged', () => {
    connection.start();
    comeUp();
    connection.nudge();
    expect(sockets.length).toBe(1);
  });

  it('survivesABrowserThatRefusesToOpen', () => {
    unreachable = true;
    connection.start();
    clock.advance(750);
    unreachable = false;
    clock.advance(1000);
    comeUp();
    expect(lines.at(-1)).toBe('UP');
  });

  it('leavesNothingBehindWhenStopped', () => {
    connection.start();
    comeUp();
    const last = socket();
    connection.stop();
    expect(last.closed).toBe(true);
    expect(clock.waiting).toBe(0);
    last.onclose?.();
    clock.advance(60_000);
    expect(sockets.length).toBe(1);
    expect(lines.at(-1)).toBe('IDLE');
  });

  it('hearsNothingMoreFromASocketItGaveUp', () => {
    connection.start();
    comeUp();
    const old = socket();
    connection.lost();
    old.tell({ type: 'typing' });
    expect(frames.map((f) => f.type)).toEqual(['welcome']);
  });
});
