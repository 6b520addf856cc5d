// The browser's end of a persistent leg: made once, at log-in, with one transceiver for audio and
// no track. A call only gives it a track and takes it away; nothing is negotiated again.

/**
 * @typedef {(offer: string) => Promise<string>} Signalling takes an offer to the server and comes
 *   back with its answer, both in SDP
 */

export class PersistentLeg {
  #connection;
  #transceiver;

  /** @param {RTCPeerConnection} connection @param {RTCRtpTransceiver} transceiver */
  constructor(connection, transceiver) {
    this.#connection = connection;
    this.#transceiver = transceiver;
  }

  /**
   * Nothing waits for candidates: the server is reachable and answers wherever a check comes from.
   *
   * @param {Signalling} signalling
   * @returns {Promise<PersistentLeg>} still connecting
   */
  static async open(signalling) {
    const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' });
    const transceiver = connection.addTransceiver('audio', { direction: 'sendrecv' });
    try {
      await connection.setLocalDescription();
      const answer = await signalling(connection.localDescription.sdp);
      await connection.setRemoteDescription({ type: 'answer', sdp: answer });
    } catch (failure) {
      connection.close();
      throw failure;
    }
    return new PersistentLeg(connection, transceiver);
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#connection.connectionState;
  }

  /** What is heard; silent while there is no call. @returns {MediaStreamTrack} */
  get heard() {
    return this.#transceiver.receiver.track;
  }

  /** @param {(state: RTCPeerConnectionState) => void} listener */
  onState(listener) {
    this.#connection.addEventListener('connectionstatechange', () => listener(this.state));
  }

  /** A call begins, or another microphone is chosen. @param {MediaStreamTrack} track */
  async speak(track) {
    await this.#transceiver.sender.replaceTrack(track);
  }

  /** The call is over: no packet leaves the browser. */
  async rest() {
    await this.#transceiver.sender.replaceTrack(null);
  }

  /** A key of the telephone is pressed. @param {string} digits */
  press(digits) {
    this.#transceiver.sender.dtmf.insertDTMF(digits, 100, 70);
  }

  /** @returns {Promise<RTCStatsReport>} */
  statistics() {
    return this.#connection.getStats();
  }

  close() {
    this.#connection.close();
  }
}
