package org.hiwar.email;

import java.time.Duration;

/// How much there may be of what concerns mail.
final class EmailLimits {
  /// Of a mail of ours.
  static final int RECIPIENTS = 50;

  static final int TEXT_CHARACTERS = 100_000;
  static final int FILES = 20;
  static final long FILE_BYTES = 25L * 1024 * 1024;

  /// Of the pictures that came along and are shown within the page, all together.
  static final long INLINE_BYTES = 12L * 1024 * 1024;

  /// That are offered to join another one to.
  static final int THREADS_SHOWN = 20;

  /// Of one thread from another, one after the other, that are followed.
  static final int SPLITS = 50;

  static final Duration CONNECT = Duration.ofSeconds(10);

  /// To one address within a day: two programs that thank each other stop soon.
  static final int ACKNOWLEDGEMENTS_A_DAY = 3;

  static final int ACKNOWLEDGEMENT_TRIES = 8;
  static final Duration ACKNOWLEDGEMENT_PAUSE = Duration.ofMinutes(1);

  private EmailLimits() {}
}
