/* The bell of the telephone, made here: two tones in turn, for two seconds in five. */

const EVERY_MS = 4_000;
const SECONDS = 1.6;
const STEP = 0.08;

let context = null;

function once() {
  context ??= new AudioContext();
  const level = new GainNode(context, { gain: 0.12 });
  const tone = new OscillatorNode(context, { type: 'triangle', frequency: 720 });
  const start = context.currentTime;
  for (let at = 0; at < SECONDS; at += STEP) tone.frequency.setValueAtTime(Math.round(at / STEP) % 2 ? 880 : 720, start + at);
  tone.connect(level).connect(context.destination);
  tone.start(start);
  tone.stop(start + SECONDS);
}

/** Rings until the returned function is called. */
export function ring() {
  once();
  const timer = setInterval(once, EVERY_MS);
  return () => clearInterval(timer);
}
