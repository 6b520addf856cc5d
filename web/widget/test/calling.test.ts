import { beforeEach, describe, expect, it } from 'vitest';
import { Calling, type CallSound, type SoundEvents } from '../src/calling';
import type { CallFrame, Sent } from '../src/frames';
import { duration } from '../src/view/call';
import { FakeBrowser, FakeClock } from './fakes';

class FakeSound implements CallSound {
  readonly offer = 'offer';
  readonly answers: string[] = [];
  muted = false;
  closed = false;

  async answer(sdp: string): Promise<void> {
    this.answers.push(sdp);
  }
  mute(muted: boolean): void {
    this.muted = muted;
  }
  close(): void {
    this.closed = true;
  }
}

const NOBODY = { name: null, address: null, phone: null };

describe('a call', () => {
  let clock: FakeClock;
  let sent: Sent[];
  let lineIsUp: boolean;
  let sound: FakeSound;
  let events: SoundEvents;
  let microphone: () => Promise<CallSound>;
  let calling: Calling;

  const settled = () => new Promise<void>((done) => setTimeout(done));
  const raised = async () => {
    calling.raise(NOBODY);
    await settled();
  };
  const told = (stage: CallFrame['stage'], over: Partial<CallFrame> = {}) =>
    calling.heard({ type: 'call', call: calling.call?.id ?? '', stage, agent: null, end: null, ...over });

  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    lineIsUp = true;
    sound = new FakeSound();
    microphone = () => Promise.resolve(sound);
    let ids = 0;
    calling = new Calling({
      clock,
      newId: () => `call-${++ids}`,
      send: (frame) => lineIsUp && sent.push(frame) > 0,
      openSound: (heard) => {
        events = heard;
        return microphone();
      },
      changed: () => {},
    });
  });

  it('goesFromTheMicrophoneToTheAgentToTheEnd', async () => {
    calling.raise({ name: 'Mona', address: null, phone: null });
    expect(calling.call?.stage).toBe('OPENING');
    await settled();
    expect(calling.call?.stage).toBe('CONNECTING');
    expect(sent).toEqual([{ type: 'call', id: 'call-1', sdp: 'offer', name: 'Mona', address: null, phone: null }]);
    calling.heard({ type: 'callAnswer', call: 'call-1', sdp: 'answer' });
    expect(sound.answers).toEqual(['answer']);
    told('WAITING');
    expect(calling.call).toMatchObject({ stage: 'WAITING', talkingSince: null });
    told('TALKING', { agent: 'Sam' });
    const since = clock.now();
    expect(calling.call).toMatchObject({ stage: 'TALKING', agent: 'Sam', talkingSince: since });
    clock.advance(60_000);
    told('HELD', { agent: 'Sam' });
    told('TALKING', { agent: 'Sam' });
    expect(calling.call?.talkingSince).toBe(since);
    told('ENDED', { end: 'HUNG_UP' });
    expect(sound.closed).toBe(true);
    expect(calling.live).toBe(false);
    clock.advance(5_000);
    expect(calling.call).toBe(null);
  });

  it('isEndedByTheCustomerAtOnce', async () => {
    await raised();
    told('WAITING');
    calling.hangUp();
    expect(sent.at(-1)).toEqual({ type: 'hangUp', id: 'call-1' });
    expect(sound.closed).toBe(true);
    expect(calling.call?.end).toBe('HUNG_UP');
    told('TALKING');
    expect(calling.call?.stage).toBe('ENDED');
  });

  it('saysThatThereIsNoMicrophoneUntilItWasRead', async () => {
    microphone = () => Promise.reject('MICROPHONE_DENIED');
    await raised();
    expect(calling.call?.end).toBe('MICROPHONE_DENIED');
    expect(sent).toEqual([]);
    clock.advance(60_000);
    calling.dismiss();
    expect(calling.call).toBe(null);
  });

  it('saysThatItCouldNotBeSetUpWhenItsPartOfTheWidgetDoesNotCome', async () => {
    microphone = () => Promise.reject(new TypeError('not loaded'));
    await raised();
    expect(calling.call?.end).toBe('FAILED');
  });

  it('saysThatTheNetworkLetsNothingThroughWhenItDoesNotConnectInTime', async () => {
    await raised();
    clock.advance(14_999);
    expect(calling.live).toBe(true);
    clock.advance(1);
    expect(calling.call?.end).toBe('UNREACHABLE');
    expect(sent.at(-1)).toEqual({ type: 'hangUp', id: 'call-1' });
    expect(sound.closed).toBe(true);
  });

  it('isCutOffWhenItsSoundBreaksOff', async () => {
    await raised();
    events.ended(false);
    expect(calling.call?.end).toBe('UNREACHABLE');
    await raised();
    told('TALKING');
    events.ended(false);
    expect(calling.call?.end).toBe('LOST');
  });

  it('waitsAfterAFarewellForTheWordWhy', async () => {
    await raised();
    told('TALKING');
    events.ended(true);
    expect(calling.live).toBe(true);
    told('ENDED', { end: 'LOST' });
    expect(calling.call?.end).toBe('LOST');
    await raised();
    told('TALKING');
    events.ended(true);
    clock.advance(1_000);
    expect(calling.call?.end).toBe('HUNG_UP');
  });

  it('takesNoWordThatIsMeantForAnother', async () => {
    await raised();
    calling.heard({ type: 'call', call: 'call-9', stage: 'ENDED', agent: null, end: 'HUNG_UP' });
    calling.heard({ type: 'callAnswer', call: 'call-9', sdp: 'answer' });
    expect(calling.call?.stage).toBe('CONNECTING');
    expect(sound.answers).toEqual([]);
  });

  it('givesTheMicrophoneBackThatIsAllowedTooLate', async () => {
    let allow: (sound: CallSound) => void = () => {};
    microphone = () => new Promise((done) => (allow = done));
    await raised();
    calling.hangUp();
    allow(sound);
    await settled();
    expect(sound.closed).toBe(true);
    expect(sent.filter((frame) => frame.type === 'call')).toEqual([]);
  });

  it('isNotRaisedOverALineThatIsAway', async () => {
    lineIsUp = false;
    await raised();
    expect(calling.call?.end).toBe('FAILED');
    expect(sound.closed).toBe(true);
  });

  it('isMutedHere', async () => {
    await raised();
    told('TALKING');
    calling.mute(true);
    expect([sound.muted, calling.call?.muted]).toEqual([true, true]);
    calling.mute(false);
    expect([sound.muted, calling.call?.muted]).toEqual([false, false]);
  });
});

describe('the widget with a call', () => {
  it('holdsTheLineWhileItIsFoldedAwayAndHangsUpWhenThePageGoes', async () => {
    const browser = new FakeBrowser();
    const sound = new FakeSound();
    const tab = browser.tab('tab-1', () => Promise.resolve(sound));
    tab.widget.start();
    tab.widget.setOpen(true);
    tab.welcome();
    tab.widget.introduce({ name: 'Mona', address: '', phone: '' });
    tab.widget.callUs();
    await new Promise<void>((done) => setTimeout(done));
    expect(tab.socket.ofType('call')).toMatchObject([{ name: 'Mona', address: null, phone: null }]);
    tab.widget.setOpen(false);
    browser.clock.advance(2_000);
    expect(tab.socket.closed).toBe(false);
    tab.widget.leave();
    expect(tab.socket.ofType('hangUp').length).toBe(1);
    expect(sound.closed).toBe(true);
  });

  it('cannotCallFromAPageWithoutMicrophones', () => {
    expect(new FakeBrowser().tab().widget.canCall).toBe(false);
  });
});

it('theTimeOfACallIsWrittenInMinutesAndSeconds', () => {
  expect([0, 59_999, 60_000, 3_599_000, 3_600_000, 36_061_000].map(duration)).toEqual(['0:00', '0:59', '1:00', '59:59', '1:00:00', '10:01:01']);
});
