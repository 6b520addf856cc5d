/* The socket of a page: what the page had before is asked for again, and a connection that is gone is tried again. */

const AGAIN_MS = 2_000;
const HERE_MS = 10_000;

export class Line {
  #address;
  #remembered;
  #tell;
  #socket = null;

  /**
   * @param {string} address of the socket, such as `/api/demo/mail`
   * @param {(news: object) => void} tell is told the frames, and `{type: 'gone'}`
   */
  constructor(address, tell) {
    this.#address = address;
    this.#remembered = `hiwar-demo:${address}`;
    this.#tell = tell;
    addEventListener('pagehide', () => this.#socket?.close());
  }

  /** What this page is to have when it comes again. */
  remember(mine) {
    sessionStorage.setItem(this.#remembered, mine);
  }

  say(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  open() {
    const address = new URL(this.#address, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.searchParams.set('mine', sessionStorage.getItem(this.#remembered) ?? '');
    const socket = new WebSocket(address);
    this.#socket = socket;
    const alive = setInterval(() => this.say({ type: 'here' }), HERE_MS);
    socket.addEventListener('message', ({ data }) => this.#tell(JSON.parse(data)));
    socket.addEventListener('close', () => {
      clearInterval(alive);
      this.#tell({ type: 'gone' });
      setTimeout(() => this.open(), AGAIN_MS);
    });
  }
}
