/* Voice notes: what is spoken into the microphone becomes a file, of a kind that telephones record too. */

const KINDS = ['audio/ogg;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'];
/** Longer ones end by themselves. */
const MOST_MS = 5 * 60 * 1000;

/** Whether this browser records anything that the messenger takes. */
export const canRecord = () => kind() !== undefined && navigator.mediaDevices !== undefined;

const kind = () => (globalThis.MediaRecorder ? KINDS.find((each) => MediaRecorder.isTypeSupported(each)) : undefined);

/**
 * Begins to record; fails where the microphone may not be used.
 *
 * @param {(seconds: number) => void} passed told every second
 * @param {(voice: Blob) => void} done told once, when it has ended
 * @returns {Promise<() => void>} ends it
 */
export async function record(passed, done) {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(microphone, { mimeType: kind(), audioBitsPerSecond: 32_000 });
  const parts = [];
  let seconds = 0;
  const clock = setInterval(() => passed(++seconds), 1_000);
  const end = () => recorder.state !== 'inactive' && recorder.stop();
  const limit = setTimeout(end, MOST_MS);
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => {
    clearInterval(clock);
    clearTimeout(limit);
    for (const track of microphone.getTracks()) track.stop();
    done(new Blob(parts, { type: recorder.mimeType.split(';')[0] }));
  });
  recorder.start();
  passed(0);
  return end;
}
