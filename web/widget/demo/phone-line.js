/* The line of a telephone: a socket for signals and one lasting connection for sound. A call only gives the connection
   the microphone and takes it away again. */

const AGAIN_MS = 2_000;
const HERE_MS = 10_000;
const SOUND_MS = 12_000;
const KEY_MS = 120;
const GAP_MS = 80;
const REMEMBERED = 'hiwar-demo-phone';

export class PhoneLine {
  #heard;
  #tell;
  #socket = null;
  #connection = null;
  #transceiver = null;
  #microphone = null;
  #wanted = false;

  /**
   * @param {HTMLAudioElement} heard where the other side is heard
   * @param {(news: object) => void} tell is told the frames of the network, and `{type: 'sound' | 'no-sound' | 'gone' | 'no-microphone'}`
   */
  constructor(heard, tell) {
    this.#heard = heard;
    this.#tell = tell;
    addEventListener('pagehide', () => this.#socket?.close());
  }

  /** Asks for the microphone once, so that no call waits for the question; then plugs in. */
  async open() {
    await this.#borrow();
    this.#giveBack();
    this.#plug();
  }

  say(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** The other side hears the microphone from now on. */
  async speak() {
    this.#wanted = true;
    if (this.#microphone) return;
    const track = await this.#borrow();
    if (!this.#wanted) this.#giveBack();
    else await this.#transceiver?.sender.replaceTrack(track);
  }

  async rest() {
    this.#wanted = false;
    await this.#transceiver?.sender.replaceTrack(null);
    this.#giveBack();
  }

  press(key) {
    const keys = this.#transceiver?.sender.dtmf;
    if (keys?.canInsertDTMF) keys.insertDTMF(keys.toneBuffer + key, KEY_MS, GAP_MS);
  }

  async #borrow() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#microphone = stream.getAudioTracks()[0];
    } catch {
      this.#tell({ type: 'no-microphone' });
    }
    return this.#microphone;
  }

  #giveBack() {
    this.#microphone?.stop();
    this.#microphone = null;
  }

  #plug() {
    const address = new URL(`/api/demo/phone?number=${sessionStorage.getItem(REMEMBERED) ?? ''}`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    this.#socket = socket;
    const alive = setInterval(() => this.say({ type: 'here' }), HERE_MS);
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(data)));
    socket.addEventListener('close', () => {
      clearInterval(alive);
      this.#connection?.close();
      this.#connection = null;
      void this.rest();
      this.#tell({ type: 'gone' });
      setTimeout(() => this.#plug(), AGAIN_MS);
    });
  }

  #take(frame) {
    if (frame.type === 'plugged') {
      sessionStorage.setItem(REMEMBERED, frame.number.replace('+', ''));
      void this.#connect();
    }
    if (frame.type === 'audio') void this.#connection?.setRemoteDescription({ type: 'answer', sdp: frame.sdp });
    this.#tell(frame.type === 'no-audio' ? { type: 'no-sound' } : frame);
  }

  async #connect() {
    this.#connection?.close();
    const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' });
    this.#connection = connection;
    this.#transceiver = connection.addTransceiver('audio', { direction: 'sendrecv' });
    this.#heard.srcObject = new MediaStream([this.#transceiver.receiver.track]);
    const late = setTimeout(() => this.#tell({ type: 'no-sound' }), SOUND_MS);
    connection.addEventListener('connectionstatechange', () => {
      if (connection !== this.#connection) return;
      if (connection.connectionState === 'connected') {
        clearTimeout(late);
        this.#tell({ type: 'sound' });
      } else if (connection.connectionState === 'failed') {
        clearTimeout(late);
        this.#tell({ type: 'no-sound' });
        setTimeout(() => connection === this.#connection && this.#connect(), AGAIN_MS);
      }
    });
    await connection.setLocalDescription();
    this.say({ type: 'offer', sdp: connection.localDescription.sdp });
  }
}
