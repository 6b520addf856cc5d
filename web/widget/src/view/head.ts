import { assertNever } from '../chat';
import { titleOf } from '../entry';
import { say } from '../texts';
import { el, icon, set, setText } from './dom';
import { initial, type Part, type Scene } from './scene';

/** The top of the panel: who one talks to, how it stands, calling, ending and minimising. */
export function createHead(scene: Scene, onEnd: (button: HTMLElement) => void, onMinimise: () => void): Part {
  const { widget, texts, language } = scene;
  const face = el('span', { class: 'face', 'aria-hidden': 'true' });
  const title = el('h2', { id: 'title' });
  const state = el('div', { class: 'state', 'data-testid': 'widget-state' });
  const control = (label: string, shape: 'leave' | 'dash', flip: boolean, testId: string) =>
    el('button', { class: 'ib', type: 'button', 'aria-label': label, title: label, 'data-testid': testId }, icon(shape, flip));
  const call = el('button', { class: 'ib word', type: 'button', 'data-testid': 'widget-call' }, icon('phone'), texts.call);
  call.addEventListener('click', () => widget.callUs());
  const end = control(texts.end, 'leave', true, 'widget-end');
  const minimise = control(texts.minimise, 'dash', false, 'widget-minimise');
  end.addEventListener('click', () => onEnd(end));
  minimise.addEventListener('click', onMinimise);
  const element = el('div', { class: 'head' }, face, el('div', { class: 'grow' }, title, state), el('div', { class: 'acts' }, call, end, minimise));
  let faced = '';

  const stands = (): string => {
    const { stage, agent, line } = widget.chat;
    if (line === 'CONNECTING' && widget.lineIsMissed) return texts.connecting;
    switch (stage) {
      case 'NONE':
        return widget.closed ? texts.nobodyHere : texts.writeHere;
      case 'WAITING':
        return widget.closed ? texts.leftShort : texts.waiting;
      case 'ACTIVE':
        return say(texts.active, { agent: agent ?? texts.someAgent });
      case 'ENDED':
        return texts.ended;
      default:
        return assertNever(stage);
    }
  };

  return {
    element,
    update() {
      const { stage, agent } = widget.chat;
      setText(title, titleOf(scene.entry, language));
      setText(state, stands());
      set(state, 'data-state', stage);
      call.hidden = !scene.entry.calls || !widget.canCall || widget.asksWho || widget.calling.live;
      // Whoever calls must be able to hang up.
      call.disabled = widget.chat.line !== 'UP' || (!call.hidden && !scene.more());
      end.hidden = stage !== 'WAITING' && stage !== 'ACTIVE';
      const letter = stage === 'ACTIVE' ? initial(agent) : '';
      if (face.firstChild && letter === faced) return;
      faced = letter;
      face.replaceChildren(letter === '' ? icon('chat') : letter);
    },
  };
}
