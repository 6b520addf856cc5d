import type { Line } from './chat';
import type { Clock } from './clock';
import { readFrame, type Frame, type Sent } from './frames';
import { LIMITS, TIMES } from './limits';

/** The part of a WebSocket the widget uses. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
}

export interface Wiring {
  readonly open: () => Socket;
  readonly clock: Clock;
  /** From 0 to 1: spreads the returns of many widgets after an outage. */
  readonly random: () => number;
  readonly hello: () => Sent;
  readonly onFrame: (frame: Frame) => void;
  readonly onLine: (line: Line) => void;
}

/**
 * Holds the line to the server and gets it back when it is lost: quickly at first, never waiting longer than 5 s.
 * The line is UP only after `welcome`, when everything missed has arrived.
 */
export class Connection {
  private socket: Socket | null = null;
  private wanted = false;
  private welcomed = false;
  private attempts = 0;
  private heardAt = 0;
  private cancelTimer: () => void = () => {};

  private readonly wiring: Wiring;

  constructor(wiring: Wiring) {
    this.wiring = wiring;
  }

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.attempts = 0;
    this.wiring.onLine('CONNECTING');
    this.open();
  }

  stop(): void {
    if (!this.wanted) return;
    this.wanted = false;
    this.drop();
    this.wiring.onLine('IDLE');
  }

  /** False when the line is not up: nothing was sent. */
  send(frame: Sent): boolean {
    if (!this.socket || !this.welcomed) return false;
    try {
      this.socket.send(JSON.stringify(frame));
      return true;
    } catch {
      this.lost();
      return false;
    }
  }

  /** Something suggests the network is back, or that this line is dead: try now instead of later. */
  nudge(): void {
    if (!this.wanted) return;
    if (this.socket && this.wiring.clock.now() - this.heardAt < TIMES.silence / 2) return;
    this.attempts = 0;
    this.drop();
    this.open();
  }

  /** The line is known to be gone, or not to be trusted; it is opened anew after the usual wait. */
  lost(): void {
    if (!this.wanted) return;
    this.drop();
    this.wiring.onLine('LOST');
    const base = TIMES.retry[Math.min(this.attempts++, TIMES.retry.length - 1)] ?? 0;
    const wait = Math.min(base * (0.75 + this.wiring.random() / 2), TIMES.retry.at(-1) ?? base);
    this.cancelTimer = this.wiring.clock.after(wait, () => this.open());
  }

  private open(): void {
    this.heardAt = this.wiring.clock.now();
    this.cancelTimer = this.wiring.clock.after(TIMES.welcome, () => this.lost());
    let socket: Socket;
    try {
      socket = this.wiring.open();
    } catch {
      this.lost();
      return;
    }
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.wiring.hello()));
    socket.onmessage = (event) => this.heard(event.data);
    socket.onclose = () => this.lost();
  }

  private heard(data: unknown): void {
    this.heardAt = this.wiring.clock.now();
    if (typeof data !== 'string' || data.length > LIMITS.frame) return;
    const frame = readFrame(data);
    if (!frame) return;
    this.wiring.onFrame(frame);
    if (frame.type === 'welcome') {
      this.welcomed = true;
      this.attempts = 0;
      this.cancelTimer();
      this.watch();
      this.wiring.onLine('UP');
    } else if (frame.type === 'heartbeat' && this.welcomed) {
      this.wiring.onLine(frame.healthy ? 'UP' : 'UNWELL');
    }
  }

  /** Looks again when the silence would have lasted too long. */
  private watch(): void {
    const left = this.heardAt + TIMES.silence - this.wiring.clock.now();
    if (left <= 0) this.lost();
    else this.cancelTimer = this.wiring.clock.after(left, () => this.watch());
  }

  private drop(): void {
    this.cancelTimer();
    this.welcomed = false;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    try {
      socket.close();
    } catch {
      // Already closed: that is what was wanted.
    }
  }
}
