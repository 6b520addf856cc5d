package org.hiwar.voice.webrtc.srtp;

/// How much there may be of what one direction of SRTP keeps.
final class SrtpLimits {
  /// Of one packet, with its tag: more does not come through a network in one piece.
  static final int PACKET_BYTES = 2048;
  /// Synchronisation sources in one direction. A browser uses one for its microphone, and another
  /// for reports while it sends nothing.
  static final int SOURCES = 8;

  private SrtpLimits() {}
}
