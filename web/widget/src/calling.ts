import type { Clock } from './clock';
import type { CallFrame, EndOfServer, Frame, Sent } from './frames';
import { TIMES } from './limits';

export type MicrophoneFailure = 'MICROPHONE_DENIED' | 'NO_MICROPHONE' | 'MICROPHONE_BUSY';

/** Why there is no call any more, or none came about. */
export type CallEnd = EndOfServer | MicrophoneFailure;

/** What is said once and then goes by itself; everything else stays until the customer has read it. */
export const QUIET_END: CallEnd = 'HUNG_UP';

/**
 * The call of this tab. OPENING: the microphone is asked for; CONNECTING: the sound is on its way; WAITING: an agent is
 * looked for, with music.
 */
export interface Call {
  /** Its name, given here. */
  readonly id: string;
  readonly stage: 'OPENING' | 'CONNECTING' | 'WAITING' | 'TALKING' | 'HELD' | 'ENDED';
  /** Null while nobody has it, and when it is nobody whose name is known. */
  readonly agent: string | null;
  readonly muted: boolean;
  /** When somebody was first there, milliseconds since 1970; null before. */
  readonly talkingSince: number | null;
  /** Null until it is over. */
  readonly end: CallEnd | null;
}

/** The sound of a call, which a file of its own makes. */
export interface CallSound {
  /** For the server, in SDP. */
  readonly offer: string;
  answer(sdp: string): Promise<void>;
  mute(muted: boolean): void;
  /** Gives the microphone back. Again is allowed. */
  close(): void;
}

export interface SoundEvents {
  /** The connection is over without our doing. `farewell`: the server closed it. */
  readonly ended: (farewell: boolean) => void;
}

/** What the customer has said about themselves; null = not said. */
export interface Claims {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

export interface CallWorld {
  readonly clock: Clock;
  readonly newId: () => string;
  /** False when the line is not up: nothing was sent. */
  readonly send: (frame: Sent) => boolean;
  /** Rejects with a MicrophoneFailure when there is no microphone. */
  readonly openSound: (events: SoundEvents) => Promise<CallSound>;
  readonly changed: () => void;
}

/** One call at a time, beside the chat. Its sound goes its own way, so a lost line of the chat does not end it. */
export class Calling {
  call: Call | null = null;
  private readonly world: CallWorld;
  private sound: CallSound | null = null;
  private cancel: () => void = () => {};

  constructor(world: CallWorld) {
    this.world = world;
  }

  /** Whether there is one that is not over. */
  get live(): boolean {
    return this.call !== null && this.call.stage !== 'ENDED';
  }

  /** `who` is what the customer has said about themselves and nobody has heard yet. */
  raise(who: Claims): void {
    if (this.live) return;
    this.cancel();
    const id = this.world.newId();
    this.call = { id, stage: 'OPENING', agent: null, muted: false, talkingSince: null, end: null };
    this.world.changed();
    this.open(id, who).catch((failure: unknown) => {
      if (this.is(id)) this.over(isMicrophoneFailure(failure) ? failure : 'FAILED');
    });
  }

  private async open(id: string, who: Claims): Promise<void> {
    const sound = await this.world.openSound({ ended: (farewell) => this.is(id) && this.soundEnded(farewell) });
    if (!this.is(id)) return sound.close();
    this.sound = sound;
    if (!this.world.send({ type: 'call', id, sdp: sound.offer, ...who })) return this.over('FAILED');
    this.become({ stage: 'CONNECTING' });
    this.cancel = this.world.clock.after(TIMES.callConnects, () => {
      this.world.send({ type: 'hangUp', id });
      this.over('UNREACHABLE');
    });
  }

  /** After a farewell the server says why, on the line of the chat. */
  private soundEnded(farewell: boolean): void {
    const connected = this.call?.stage !== 'CONNECTING';
    if (!farewell) return this.over(connected ? 'LOST' : 'UNREACHABLE');
    this.cancel();
    this.cancel = this.world.clock.after(TIMES.callEndSaid, () => this.over('HUNG_UP'));
  }

  private is(id: string): boolean {
    return this.live && this.call?.id === id;
  }

  heard(frame: Frame): void {
    if (frame.type === 'callAnswer' && this.is(frame.call)) {
      this.sound?.answer(frame.sdp).catch(() => this.is(frame.call) && this.hangUp('FAILED'));
    } else if (frame.type === 'call' && this.is(frame.call)) this.stands(frame);
  }

  private stands({ stage, agent, end }: CallFrame): void {
    if (stage === 'ENDED') return this.over(end ?? 'HUNG_UP');
    this.cancel();
    const begins = stage === 'TALKING' && this.call?.talkingSince === null;
    this.become({ stage, agent, ...(begins && { talkingSince: this.world.clock.now() }) });
  }

  mute(muted: boolean): void {
    this.sound?.mute(muted);
    this.become({ muted });
  }

  hangUp(why: CallEnd = 'HUNG_UP'): void {
    if (!this.live || !this.call) return;
    this.world.send({ type: 'hangUp', id: this.call.id });
    this.over(why);
  }

  /** The customer has read why it is over. */
  dismiss(): void {
    if (this.live || !this.call) return;
    this.cancel();
    this.call = null;
    this.world.changed();
  }

  private over(end: CallEnd): void {
    this.cancel();
    this.sound?.close();
    this.sound = null;
    this.become({ stage: 'ENDED', end });
    if (end === QUIET_END) this.cancel = this.world.clock.after(TIMES.callEndShown, () => this.dismiss());
  }

  private become(change: Partial<Call>): void {
    if (!this.call) return;
    this.call = { ...this.call, ...change };
    this.world.changed();
  }
}

function isMicrophoneFailure(failure: unknown): failure is MicrophoneFailure {
  return failure === 'MICROPHONE_DENIED' || failure === 'NO_MICROPHONE' || failure === 'MICROPHONE_BUSY';
}
