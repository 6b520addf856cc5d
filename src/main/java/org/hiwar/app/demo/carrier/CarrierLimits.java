package org.hiwar.app.demo.carrier;

import java.time.Duration;

/// How much there may be in the demonstration's network.
final class CarrierLimits {
  /// Telephones that are plugged in at the same time.
  static final int PHONES = 20;
  /// Of one frame from a page, in bytes: its session description, escaped.
  static final int FRAME_BYTES = 32 * 1024;
  /// Of one SMS that a telephone writes.
  static final int SMS_CHARACTERS = 1_000;
  /// SMS that a telephone remembers; older ones are forgotten.
  static final int SMS_KEPT = 200;
  /// SMS, or receipts of them, that wait to be taken by one sender of the contact centre.
  static final int SMS_WAITING = 1_000;
  /// After which a call that nobody answers is given up.
  static final Duration RINGING = Duration.ofSeconds(60);
  /// After which the centre's silence is remarked; nothing follows from it, the call goes on.
  static final Duration SILENCE = Duration.ofMinutes(2);
  /// UDP ports for audio, behind those that Hiwar takes for itself.
  static final int FIRST_PORT = 18_000;
  static final int LAST_PORT = 18_399;

  private CarrierLimits() {}
}
