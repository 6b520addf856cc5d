package org.hiwar.voice.sdp;

/// How large a description may be. A telephone's is below a kilobyte.
final class SdpLimits {
  static final int BYTES = 4_096;
  static final int LINES = 200;
  static final int MEDIA = 8;
  /// Payload types of one media line.
  static final int FORMATS = 40;
  /// Of what we write: over UDP a longer message falls into fragments, and firewalls drop those.
  static final int WRITTEN_BYTES = 1_300;
  /// Of a kind of media or protocol that we decline by name.
  static final int TOKEN = 32;

  private SdpLimits() {}
}
