// What the test asks of the page.
import { PersistentLeg } from './leg.js';

const context = new AudioContext();
const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
let leg;
let microphone;

async function signalling(offer) {
  const change = new URLSearchParams(location.search).get('change') ?? '';
  const response = await fetch(`/offer?change=${change}`, { method: 'POST', body: offer });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

window.phone = {
  async open() {
    leg = await PersistentLeg.open(signalling);
    const heard = new MediaStream([leg.heard]);
    document.getElementById('heard').srcObject = heard;
    context.createMediaStreamSource(heard).connect(analyser);
  },

  state: () => leg.state,

  async speak() {
    const constraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: constraints });
    microphone = stream.getAudioTracks()[0];
    await leg.speak(microphone);
  },

  async rest() {
    await leg.rest();
    microphone.stop();
  },

  press: (digits) => leg.press(digits),

  close: () => leg.close(),

  /** The loudest frequency in hertz, and how loud it is in decibels below the loudest possible. */
  loudest() {
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    let at = 0;
    bins.forEach((level, bin) => {
      if (level > bins[at]) at = bin;
    });
    return { hertz: (at * context.sampleRate) / analyser.fftSize, decibels: Math.max(bins[at], -200) };
  },

  /** How loud one frequency is, among others, in decibels below the loudest possible. */
  level(hertz) {
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const at = Math.round((hertz * analyser.fftSize) / context.sampleRate);
    return Math.max(-200, ...bins.slice(at - 1, at + 2));
  },

  /** Sums of the numbers of the leg's statistics. */
  async count(type, name) {
    let sum = 0;
    (await leg.statistics()).forEach((entry) => {
      if (entry.type === type) sum += entry[name] ?? 0;
    });
    return sum;
  },

  /** One text of the leg's statistics. */
  async text(type, name) {
    let found = '';
    (await leg.statistics()).forEach((entry) => {
      if (entry.type === type && entry[name] !== undefined) found = String(entry[name]);
    });
    return found;
  },
};
