import type { Call, CallEnd } from '../calling';
import { assertNever } from '../chat';
import { MORE_CATALOGUES } from '../more-texts';
import { say } from '../texts';
import { el, icon, set, setText } from './dom';
import type { Part, Scene } from './scene';

/** The call beside the chat: how it stands, for how long, and what can be done about it. */
export function createCallBar(scene: Scene): Part {
  const { widget } = scene;
  const texts = { ...scene.texts, ...MORE_CATALOGUES[scene.language] };
  const words = el('b', { role: 'status', 'data-testid': 'widget-call-state' });
  const time = el('span', { class: 'num', 'aria-hidden': 'true', 'data-testid': 'widget-call-time' });
  const silent = el('span', { class: 'silent' }, texts.callMuted);
  const button = (label: string, testId: string, shape: Parameters<typeof icon>[0], style: string) =>
    el('button', { class: style, type: 'button', 'aria-label': label, title: label, 'data-testid': testId }, icon(shape));
  const mute = button(texts.callMute, 'widget-call-mute', 'mic', 'cb');
  const hangUp = button(texts.callHangUp, 'widget-call-end', 'phoneOff', 'cb danger');
  const away = button(texts.dismiss, 'widget-call-dismiss', 'x', 'ib');
  const mark = el('span', { class: 'mark' }, icon('phone'));
  const element = el(
    'div',
    { class: 'call', role: 'group', 'aria-label': texts.callControls, 'data-testid': 'widget-call-bar' },
    mark, el('div', { class: 'grow' }, words, time, silent), el('div', { class: 'acts' }, mute, hangUp, away),
  );
  mute.addEventListener('click', () => widget.calling.mute(!widget.calling.call?.muted));
  hangUp.addEventListener('click', () => widget.calling.hangUp());
  away.addEventListener('click', () => widget.calling.dismiss());
  let muted: boolean | null = null;
  let ticking: ReturnType<typeof setTimeout> | undefined;

  /** Counts until the call is over, and shows how long it was. */
  const tick = () => {
    clearTimeout(ticking);
    const call = widget.calling.call;
    if (!call || call.talkingSince === null || call.stage === 'ENDED') return;
    setText(time, duration(Date.now() - call.talkingSince));
    ticking = setTimeout(tick, 1_000);
  };

  const stands = ({ stage, agent, end }: Call): string => {
    switch (stage) {
      case 'OPENING':
        return texts.callOpening;
      case 'CONNECTING':
        return texts.callConnecting;
      case 'WAITING':
        return texts.callWaiting;
      case 'TALKING':
        return say(texts.callTalking, { agent: agent ?? texts.someAgent });
      case 'HELD':
        return texts.callHeld;
      case 'ENDED':
        return why(end ?? 'HUNG_UP');
      default:
        return assertNever(stage);
    }
  };

  const why = (end: CallEnd): string => {
    switch (end) {
      case 'HUNG_UP':
        return texts.callEnded;
      case 'NOT_OFFERED':
        return texts.callNotOffered;
      case 'TOO_MANY':
        return texts.callTooMany;
      case 'UNREACHABLE':
        return texts.callUnreachable;
      case 'LOST':
        return texts.callLost;
      case 'FULL':
        return texts.callFull;
      case 'FAILED':
        return texts.callFailed;
      case 'MICROPHONE_DENIED':
        return texts.callDenied;
      case 'NO_MICROPHONE':
        return texts.callNoMicrophone;
      case 'MICROPHONE_BUSY':
        return texts.callMicrophoneBusy;
      default:
        return assertNever(end);
    }
  };

  return {
    element,
    update() {
      const { call } = widget.calling;
      element.hidden = call === null;
      if (!call) return;
      const over = call.stage === 'ENDED';
      setText(words, stands(call));
      set(element, 'data-state', call.stage);
      set(element, 'data-end', call.end ?? undefined);
      element.classList.toggle('bad', over && call.end !== 'HUNG_UP');
      time.hidden = call.talkingSince === null;
      tick();
      silent.hidden = over || !call.muted;
      hangUp.hidden = over;
      mute.hidden = over || call.stage === 'OPENING' || call.stage === 'CONNECTING';
      away.hidden = !over;
      set(mute, 'aria-pressed', String(call.muted));
      if (muted === call.muted) return;
      muted = call.muted;
      const label = muted ? texts.callUnmute : texts.callMute;
      set(mute, 'title', label);
      mute.replaceChildren(icon(muted ? 'micOff' : 'mic'));
    },
  };
}

/** Minutes and seconds, and hours where there are any. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
