/* The mailbox: its mails, the one that is read, and the one that is written. */
import { element, fill, find, language, time } from './page.js';
import { Line } from './page-line.js';
import { words } from './mail-words.js';

const say = words[language];
const line = new Line('/api/demo/mail', heard);

const mails = new Map();
let centre = [];
let open = null;
let draft = null;
let drafts = 0;

function heard(news) {
  switch (news.type) {
    case 'opened':
      line.remember(news.mine.address);
      centre = news.centre;
      mails.clear();
      find('mail-name').textContent = news.mine.name;
      find('mail-address').textContent = news.mine.address;
      find('mailbox').dataset.state = 'OPEN';
      find('mail-new').disabled = false;
      warn(null);
      list();
      read();
      break;
    case 'mail':
      mails.set(news.id, news);
      list();
      if (draft === null && (open === null || open === news.id)) read();
      break;
    case 'written':
      if (draft?.number !== news.draft) break;
      draft = null;
      open = null;
      read();
      break;
    case 'refused':
      if (draft?.number !== news.draft) break;
      find('mail-send').disabled = false;
      warn(say.refused);
      break;
    case 'gone':
      find('mailbox').dataset.state = 'CONNECTING';
      find('mail-new').disabled = true;
      if (find('mail-send')) find('mail-send').disabled = false;
      warn(say.noNetwork);
      break;
  }
}

function warn(text) {
  find('mail-warning').textContent = text ?? '';
  find('mail-warning').hidden = !text;
}

const who = (mail) => (mail.mine ? `${say.sent}: ` : '') + (mail.party.name || mail.party.address);

function list() {
  const newest = [...mails.values()].sort((one, other) => other.at.localeCompare(one.at));
  find('mails').replaceChildren(...newest.map((mail) => element('li', {}, entry(mail))));
}

function entry(mail) {
  return element(
    'button',
    {
      type: 'button', onclick: () => choose(mail.id), 'data-testid': 'mail-entry', 'data-seen': String(mail.seen),
      'data-mine': mail.mine ? '' : null, 'aria-current': String(mail.id === open),
    },
    element('bdi', { className: 'who', textContent: who(mail) }),
    element('time', { textContent: time(mail.at) }),
    element('bdi', { className: 'subject', textContent: mail.subject || say.noSubject }),
  );
}

function choose(id) {
  open = id;
  draft = null;
  if (!mails.get(id).seen) line.say({ type: 'seen', id });
  warn(null);
  list();
  read();
}

/** The pane beside the list: the mail that is written, the one that is open, or neither. */
function read() {
  const mail = mails.get(open);
  if (draft) return;
  const none = () => [element('p', { className: 'none', textContent: mails.size === 0 ? say.empty : say.choose })];
  find('mail-reading').replaceChildren(...(mail ? shown(mail) : none()));
}

// The name and the address; once where there is no name.
function people({ mine, party }) {
  const address = element('bdi', { textContent: party.address, dir: 'ltr' });
  const name = party.name && party.name !== party.address ? [element('bdi', { textContent: party.name }), ' '] : [];
  return [mine ? `${say.sent}: ` : '', ...name, address];
}

function shown(mail) {
  const files = mail.files.map((name) => element('li', {}, element('bdi', { textContent: name })));
  const answer = () => write({ to: mail.party.address, subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`, answers: mail.id });
  return [
    element('h2', { textContent: mail.subject || say.noSubject, dir: 'auto', 'data-testid': 'mail-subject' }),
    element('p', { className: 'from', 'data-testid': 'mail-from' }, ...people(mail), ` · ${time(mail.at)}`),
    element('p', { className: 'text', textContent: mail.text, dir: 'auto', 'data-testid': 'mail-text' }),
    ...(files.length > 0 ? [element('ul', { className: 'files', 'data-testid': 'mail-files' }, ...files)] : []),
    ...(mail.mine ? [] : [element('div', { className: 'deeds' }, element('button', { type: 'button', className: 'on', textContent: say.reply, onclick: answer, 'data-testid': 'mail-reply' }))]),
  ];
}

const field = (label, input, className = '') => element('label', { className }, label, input);

function write(begun) {
  draft = { number: ++drafts, answers: begun.answers ?? '' };
  const places = centre.some((each) => each.address === begun.to) || !begun.to ? centre : [{ address: begun.to, name: '' }, ...centre];
  const options = places.map((each) => element('option', { value: each.address, textContent: each.name ? `${each.name} <${each.address}>` : each.address }));
  const to = element('select', { className: 'field', 'data-testid': 'mail-to' }, ...options);
  to.value = begun.to ?? centre[language === 'ar' ? 1 : 0]?.address ?? '';
  const subject = element('input', { className: 'field', maxLength: 200, dir: 'auto', value: begun.subject ?? '', 'data-testid': 'mail-subject-field' });
  const text = element('textarea', { className: 'field', maxLength: 10_000, required: true, dir: 'auto', 'data-testid': 'mail-text-field' });
  const form = element(
    'form',
    {
      'data-testid': 'mail-form',
      onsubmit: (event) => {
        event.preventDefault();
        warn(null);
        find('mail-send').disabled = true;
        line.say({ type: 'write', draft: draft.number, to: to.value, subject: subject.value, text: text.value, answers: draft.answers });
      },
    },
    field(say.to, to), field(say.subject, subject), field(say.text, text, 'grow'),
    element('div', { className: 'deeds' },
      element('button', { className: 'on', textContent: say.send, 'data-testid': 'mail-send' }),
      element('button', { type: 'button', className: 'plain', textContent: say.cancel, onclick: leave, 'data-testid': 'mail-cancel' })),
  );
  find('mail-reading').replaceChildren(form);
  (begun.subject ? text : subject).focus();
}

function leave() {
  draft = null;
  warn(null);
  read();
}

fill(say);
find('mail-new').addEventListener('click', () => write({}));
read();
line.open();
