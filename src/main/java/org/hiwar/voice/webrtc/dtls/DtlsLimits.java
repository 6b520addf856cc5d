package org.hiwar.voice.webrtc.dtls;

import java.time.Duration;

/// How much there may be of what concerns one association.
final class DtlsLimits {
  /// Datagrams that wait to be read. A browser's longest flight has five or six.
  static final int WAITING = 32;
  /// Of one datagram that we send, in bytes without UDP and IP: passes every network.
  static final int SEND_BYTES = 1200;
  static final int RECEIVE_BYTES = 1500;
  /// From a ClientHello to the end of its handshake. Then another may try.
  static final Duration HANDSHAKE = Duration.ofSeconds(5);
  /// How long one look for the browser's farewell takes before the next.
  static final int LISTEN_MILLIS = 60_000;

  private DtlsLimits() {}
}
