package org.hiwar.app.demo.carrier;

import java.time.Duration;

/// How much there may be in the demonstration's network.
final class CarrierLimits {
  /// Telephones that are plugged in at the same time.
  static final int PHONES = 20;
  /// Of one frame from a page, in bytes: its session description, escaped.
  static final int FRAME_BYTES = 32 * 1024;
  /// Frames that wait to be written to a page; one that reads so slowly is unplugged.
  static final int OUTBOX = 100;
  /// After which a call that nobody answers is given up.
  static final Duration RINGING = Duration.ofSeconds(60);
  /// After which the centre's silence is remarked; nothing follows from it, the call goes on.
  static final Duration SILENCE = Duration.ofMinutes(2);
  /// UDP ports for audio, behind those that Hiwar takes for itself.
  static final int FIRST_PORT = 18_000;
  static final int LAST_PORT = 18_399;

  private CarrierLimits() {}
}
