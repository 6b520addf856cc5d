/* What the telephone shows, and what its buttons do. The words follow the language that the address names. */
import './theme.js';
import { PhoneLine } from './phone-line.js';
import { ring } from './phone-ring.js';
import { Sms } from './phone-sms.js';
import { words } from './phone-words.js';

const inArabic = new URLSearchParams(location.search).get('lang') === 'ar';
const say = words[inArabic ? 'ar' : 'en'];
const find = (name) => document.querySelector(`[data-testid="${name}"]`);
const part = (selector) => document.querySelector(selector);

const phone = find('phone');
const number = find('number');
const line = new PhoneLine(part('audio'), heard);
const sms = new Sms(part('.sms'), { words: say, language: inArabic ? 'ar' : 'en', grouped, send: (to, text) => line.say({ type: 'text', to, text }) });

let stage = 'OFF';
let party = null;
let since = 0;
let sound = false;
let silence = () => {};

const KEYS = '123456789*0#';
const IN_CALL = ['DIALLING', 'RINGING_THERE', 'TALKING'];

/** The numbers of the demonstration, in groups; others as they are. */
function grouped(text) {
  return text.replace(/^(\+49)(30|176)(\d{5})(\d{3})$/, '$1 $2 $3 $4');
}

function heard(news) {
  switch (news.type) {
    case 'plugged':
      find('own').textContent = grouped(news.number);
      list(news.centre);
      sms.open(news.senders);
      become(sound ? 'IDLE' : 'CONNECTING');
      break;
    case 'sound':
      sound = true;
      warn(null);
      if (stage === 'CONNECTING') become('IDLE');
      break;
    case 'no-sound':
      sound = false;
      warn(say.noAudio);
      become('CONNECTING');
      break;
    case 'gone':
      sound = false;
      sms.close();
      warn(say.noNetwork);
      become('CONNECTING');
      break;
    case 'no-microphone':
      warn(say.noMicrophone);
      break;
    case 'text':
      sms.take(news);
      break;
    case 'state':
      party = news.party;
      become(news.state, news.result);
      break;
  }
}

function become(next, result = null) {
  if (next === 'TALKING' && stage !== 'TALKING') since = Date.now();
  const before = stage;
  stage = next === 'IDLE' && !sound ? 'CONNECTING' : next;
  if (before !== stage) {
    silence();
    silence = stage === 'RINGING' ? ring() : () => {};
    void (IN_CALL.includes(stage) ? line.speak() : line.rest());
  }
  show(result);
}

function show(result) {
  const calls = [...IN_CALL, 'RINGING'].includes(stage);
  const idle = stage === 'IDLE';
  phone.dataset.stage = stage;
  find('status').textContent = idle && result ? say[result] : say[stage];
  find('party').textContent = party === '' ? say.hidden : grouped(party ?? '');
  part('.own').hidden = find('own').textContent === '';
  part('.call').hidden = !calls;
  part('.entry').hidden = calls || stage === 'OFF';
  part('.pad').hidden = !idle && stage !== 'TALKING';
  part('.hide').hidden = !idle;
  find('on').hidden = stage !== 'OFF';
  find('call').hidden = !idle;
  find('answer').hidden = stage !== 'RINGING';
  find('decline').hidden = stage !== 'RINGING';
  find('hang-up').hidden = !IN_CALL.includes(stage);
  for (const button of find('centre').querySelectorAll('button')) button.disabled = !idle;
  tick();
}

function tick() {
  const seconds = Math.floor((Date.now() - since) / 1_000);
  const two = (value) => String(value).padStart(2, '0');
  find('clock').textContent = stage === 'TALKING' ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` : '';
}

function warn(text) {
  find('warning').textContent = text ?? '';
  find('warning').hidden = !text;
}

function list(centre) {
  part('.about h2').hidden = centre.length === 0;
  find('centre').replaceChildren(
    ...centre.map((each) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const name = document.createElement('span');
      const digits = document.createElement('bdi');
      name.append(Object.assign(document.createElement('bdi'), { textContent: each.name }));
      Object.assign(digits, { textContent: grouped(each.number), dir: 'ltr' });
      Object.assign(button, { type: 'button', onclick: () => call(each.number) });
      button.append(name, digits);
      item.append(button);
      return item;
    }),
  );
}

function call(text) {
  const dialled = text.replace(/[^0-9+*#]/g, '');
  if (dialled) line.say({ type: 'call', number: dialled, withheld: find('withheld').checked });
}

function press(key) {
  if (stage === 'TALKING') line.press(key);
  else number.value += key;
}

const deeds = {
  on: () => {
    become('CONNECTING');
    void line.open();
  },
  call: () => call(number.value),
  answer: () => line.say({ type: 'answer' }),
  decline: () => line.say({ type: 'decline' }),
  'hang-up': () => line.say({ type: 'hang-up' }),
};

function fill() {
  const page = document.documentElement;
  page.lang = inArabic ? 'ar' : 'en';
  page.dir = inArabic ? 'rtl' : 'ltr';
  document.title = say.title;
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = say[node.dataset.words];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', say[node.dataset.label]);
  const language = inArabic ? 'en' : 'ar';
  Object.assign(part('[data-other]'), { href: `?lang=${language}`, lang: language, hreflang: language, textContent: say.other });
  part('[data-all]').href = inArabic ? './?lang=ar' : './';
  for (const key of KEYS) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: key, onclick: () => press(key) });
    part('.pad').append(button);
  }
  for (const button of document.querySelectorAll('[data-do]')) button.addEventListener('click', deeds[button.dataset.do]);
  find('erase').addEventListener('click', () => (number.value = number.value.slice(0, -1)));
  number.addEventListener('keydown', (event) => event.key === 'Enter' && stage === 'IDLE' && call(number.value));
  setInterval(tick, 500);
  show(null);
}

fill();
