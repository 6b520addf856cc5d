package org.hiwar.workspace.access;

import java.time.Duration;

/// How long a session lives, and how many there may be.
final class SessionLimits {
  /// Unused for so long, a session ends. An open desk uses its session.
  static final Duration UNUSED = Duration.ofHours(4);
  /// However it is used, a session ends after this. No shift is so long, and the next one begins
  /// with a log-in.
  static final Duration WHOLE_LIFE = Duration.ofHours(20);
  /// Use is noted this often at most, so that reading does not become writing.
  static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  /// Recognised once, a session is recognised again for so long without asking the database.
  static final Duration BELIEVED = Duration.ofSeconds(15);
  /// So many sessions are remembered; beyond it the one used longest ago is asked about again.
  static final int REMEMBERED = 20_000;
  /// Beyond this many, the one unused longest makes room.
  static final int PER_USER = 20;
  /// Ended sessions are kept for so long, as a trace.
  static final Duration KEPT_AFTER_END = Duration.ofDays(30);

  private SessionLimits() {}
}
