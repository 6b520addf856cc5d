/* The SMS of the telephone: a thread for each number that it writes with. */

const time = (at, language) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }).format(new Date(at));
const element = (name, content = {}, ...children) => {
  const made = Object.assign(document.createElement(name), content);
  made.append(...children);
  return made;
};

export class Sms {
  #find;
  #how;
  #senders = [];
  #texts = new Map();
  #party = null;
  #unseen = new Set();
  #open = false;

  /**
   * @param {HTMLElement} place
   * @param {{words: object, language: string, grouped: (number: string) => string, send: (to: string, text: string) => void}} how
   */
  constructor(place, how) {
    this.#find = (name) => place.querySelector(`[data-testid="sms-${name}"]`);
    this.#how = how;
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#find('text').addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
    this.#show();
  }

  /** The telephone is connected; all that it remembers comes next. */
  open(senders) {
    this.#open = true;
    this.#senders = senders;
    this.#texts.clear();
    this.#party ??= (senders.find((each) => each.language === this.#how.language) ?? senders[0])?.number ?? null;
    this.#show();
  }

  close() {
    this.#open = false;
    this.#show();
  }

  take(text) {
    const known = this.#texts.has(text.id);
    this.#texts.set(text.id, text);
    if (!known && !text.mine && text.party !== this.#party) {
      if (this.#find('text').value === '') this.#party = text.party;
      else this.#unseen.add(text.party);
    }
    this.#show();
  }

  #send() {
    const text = this.#find('text').value.trim();
    if (!text || !this.#open || this.#party === null) return;
    this.#how.send(this.#party, text);
    this.#find('text').value = '';
  }

  #choose(party) {
    this.#party = party;
    this.#unseen.delete(party);
    this.#show();
    this.#find('text').focus();
  }

  #show() {
    const writes = this.#open && this.#party !== null;
    this.#find('text').disabled = !writes;
    this.#find('send').disabled = !writes;
    this.#find('parties').replaceChildren(...(this.#open ? this.#parties() : []));
    const thread = [...this.#texts.values()].filter((text) => text.party === this.#party);
    const none = () => element('li', { className: 'none', textContent: this.#open ? this.#how.words.empty : this.#how.words.off });
    this.#find('thread').replaceChildren(...(thread.length > 0 && this.#open ? thread.map((text) => this.#bubble(text)) : [none()]));
    this.#find('thread').scrollTop = this.#find('thread').scrollHeight;
  }

  #parties() {
    const others = [...new Set([...this.#texts.values()].map((text) => text.party))]
      .filter((party) => this.#senders.every((sender) => sender.number !== party))
      .map((number) => ({ number, name: '' }));
    return [...this.#senders, ...others].map(({ number, name }) => {
      const button = element('button', { type: 'button', className: this.#unseen.has(number) ? 'new' : '', onclick: () => this.#choose(number) });
      if (name) button.append(element('bdi', { textContent: name }));
      button.append(element('bdi', { textContent: this.#how.grouped(number), dir: 'ltr' }));
      button.setAttribute('aria-pressed', String(number === this.#party));
      button.dataset.testid = 'sms-party';
      return button;
    });
  }

  #bubble({ mine, text, at, failed }) {
    const when = time(at, this.#how.language);
    const bubble = element(
      'li',
      { className: 'text' },
      element('p', { textContent: text, dir: 'auto' }),
      element('small', { textContent: failed ? `${when} · ${this.#how.words.failed}` : when }),
    );
    bubble.dataset.testid = 'sms-message';
    if (mine) bubble.dataset.mine = '';
    if (failed) bubble.dataset.failed = '';
    return bubble;
  }
}
