/* The messenger of a customer: a thread with each number of the contact centre, and what is written in it. */
import { element, fill, find, language, time } from './page.js';
import { Line } from './page-line.js';
import { body, last, ticks } from './messenger-entry.js';
import { canRecord, record } from './messenger-voice.js';
import { words } from './messenger-words.js';

const FILE_BYTES = 5 * 1024 * 1024;
const CAPTION_CHARACTERS = 1_024;

const say = words[language];
const line = new Line('/api/demo/messenger', heard);

const entries = new Map();
const contents = new Map();
let businesses = [];
let open = null;
let chosen = null;
let voiced = false;
/** Ends the voice note that is being recorded; null: none is. */
let recording = null;

function heard(news) {
  switch (news.type) {
    case 'opened':
      line.remember(news.number);
      businesses = news.businesses;
      open ??= (businesses.find((each) => each.language === language) ?? businesses[0]).number;
      entries.clear();
      find('messenger-name').textContent = news.name;
      find('messenger-number').textContent = news.number;
      warn(null);
      stand('OPEN');
      show();
      break;
    case 'entry':
      entries.set(news.id, news);
      show();
      break;
    case 'loaded':
      contents.set(news.file, news.content);
      show();
      break;
    case 'gone':
      warn(say.noNetwork);
      stand('CONNECTING');
      break;
  }
}

function stand(state) {
  find('messenger').dataset.state = state;
  for (const name of ['text', 'send', 'attach', 'place', 'record']) find(`messenger-${name}`).disabled = state !== 'OPEN';
}

function warn(text) {
  find('messenger-warning').textContent = text ?? '';
  find('messenger-warning').hidden = !text;
}

const thread = (number) => [...entries.values()].filter((entry) => entry.business === number);
const unseen = (number) => thread(number).filter((entry) => !entry.mine && entry.tick !== 'READ');

function show() {
  find('threads').replaceChildren(...businesses.map((each) => element('li', {}, head(each))));
  const business = businesses.find((each) => each.number === open);
  find('thread-name').replaceChildren(
    element('bdi', { textContent: business?.name ?? '' }),
    ' ',
    element('bdi', { textContent: business?.number ?? '', dir: 'ltr' }),
  );
  const here = thread(open);
  find('entries').replaceChildren(...(here.length > 0 ? here.map(bubble) : [element('li', { className: 'none', textContent: say.empty })]));
  toEnd();
  look();
}

function toEnd() {
  find('entries').scrollTop = find('entries').scrollHeight;
}

function head(business) {
  const newest = thread(business.number).at(-1);
  const waiting = unseen(business.number).length;
  return element(
    'button',
    { type: 'button', onclick: () => choose(business.number), 'data-testid': 'thread-head', 'aria-current': String(business.number === open) },
    element('b', {}, element('bdi', { textContent: business.name })),
    element('time', { textContent: newest ? time(newest.at) : '' }),
    element('span', { className: 'last' }, element('bdi', { textContent: newest ? last(newest, say) : business.number, dir: newest ? 'auto' : 'ltr' })),
    ...(waiting > 0 && business.number !== open ? [element('span', { className: 'unseen', textContent: String(waiting) })] : []),
  );
}

function choose(number) {
  open = number;
  warn(null);
  show();
  find('messenger-text').focus();
}

/** What is on the screen has been read. */
function look() {
  if (document.visibilityState === 'visible' && unseen(open).length > 0) line.say({ type: 'look', business: open });
}

function bubble(entry) {
  return element(
    'li',
    { className: 'entry', 'data-testid': 'entry', 'data-mine': entry.mine ? '' : null, 'data-state': entry.tick },
    ...body(entry, { words: say, contents, load: (file) => line.say({ type: 'load', business: entry.business, file }) }),
    element('footer', {}, element('time', { textContent: time(entry.at) }), ...(entry.mine ? [ticks(entry.tick, say)] : [])),
  );
}

function take(file, voice = false) {
  chosen = null;
  voiced = voice;
  warn(null);
  if (file && file.size > FILE_BYTES) warn(say.tooLarge);
  else if (file && file.size === 0) warn(say.noFile);
  else chosen = file ?? null;
  find('messenger-file').value = '';
  find('messenger-chosen').hidden = !chosen;
  find('messenger-chosen').querySelector('bdi').textContent = chosen?.name ?? '';
  toEnd();
  find('messenger-text').focus();
}

/** A voice note is chosen as a file is, so that it can be dropped before it is sent. */
async function speak() {
  if (recording) {
    recording();
    return;
  }
  take(null);
  recording = () => {};
  try {
    recording = await record(spoken, (voice) => {
      recording = null;
      pressed(false);
      take(new File([voice], say.recording, { type: voice.type }), true);
    });
    pressed(true);
  } catch {
    recording = null;
    pressed(false);
    find('messenger-chosen').hidden = true;
    warn(say.noMicrophone);
  }
}

function spoken(seconds) {
  find('messenger-chosen').hidden = false;
  find('messenger-remove').hidden = true;
  find('messenger-chosen').querySelector('bdi').textContent = `${say.recording} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function pressed(on) {
  const button = find('messenger-record');
  button.setAttribute('aria-pressed', String(on));
  button.title = on ? say.stop : say.record;
  button.setAttribute('aria-label', button.title);
  find('messenger-remove').hidden = on;
  find('messenger-send').disabled = on || find('messenger').dataset.state !== 'OPEN';
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

async function send() {
  const text = find('messenger-text').value.trim();
  const business = open;
  if (recording || find('messenger').dataset.state !== 'OPEN' || (!text && !chosen)) return;
  if (chosen && !voiced && text.length > CAPTION_CHARACTERS) {
    warn(say.captionTooLong);
    return;
  }
  const file = chosen;
  const voice = voiced;
  take(null);
  find('messenger-text').value = '';
  if (!file) {
    line.say({ type: 'write', business, text });
    return;
  }
  try {
    const content = await base64(file);
    line.say({ type: 'file', business, name: file.name.slice(-200), media: file.type, caption: voice ? '' : text, voice, content });
    // beside a voice no words are sent
    if (voice && text) line.say({ type: 'write', business, text });
  } catch {
    warn(say.noFile);
  }
}

fill(say);
for (const button of document.querySelectorAll('.small')) button.title = button.getAttribute('aria-label');
find('messenger-form').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
find('messenger-text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
find('messenger-attach').addEventListener('click', () => find('messenger-file').click());
find('messenger-file').addEventListener('change', ({ target }) => take(target.files[0]));
find('messenger-remove').addEventListener('click', () => take(null));
find('messenger-record').addEventListener('click', speak);
find('messenger-place').addEventListener('click', () => line.say({ type: 'place', business: open }));
find('entries').addEventListener('load', toEnd, true);
document.addEventListener('visibilitychange', look);
if (!canRecord()) find('messenger-record').hidden = true;
show();
line.open();
