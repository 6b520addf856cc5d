package org.hiwar.voice.webrtc;

import java.time.Duration;

/// How much there may be of what concerns browsers' legs. Limits of one protocol stand in its
/// package.
final class WebRtcLimits {
  /// Legs of one port.
  static final int LEGS = 10_000;
  /// From the answer to the keys; then the leg is lost.
  static final Duration CONNECT = Duration.ofSeconds(30);
  /// Of one datagram, in bytes. Longer ones are cut by the socket and then not authentic.
  static final int DATAGRAM = 1500;
  /// A datagram and room for what is appended to it.
  static final int BUFFER = 2048;
  /// Of the socket's buffers: half a second of a thousand streams.
  static final int SOCKET_BUFFER = 4 << 20;
  /// How often deadlines are looked at.
  static final Duration TICK = Duration.ofMillis(250);
  /// How long reading rests after the socket has failed.
  static final Duration REST = Duration.ofMillis(10);

  private WebRtcLimits() {}
}
