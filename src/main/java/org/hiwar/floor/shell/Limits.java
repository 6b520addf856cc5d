package org.hiwar.floor.shell;

import java.time.Duration;

/// Every limit of the shell.
final class Limits {
  /// Commands waiting for one floor; above it callers are told *busy*.
  static final int MAILBOX = 100_000;
  static final int BATCH = 2_000;
  static final int KEY_LENGTH = 100;
  /// How long a caller waits for a floor that has lost its database.
  static final Duration PATIENCE = Duration.ofSeconds(2);
  /// Between two attempts to take a floor over.
  static final Duration FIRST_RETRY = Duration.ofMillis(50);
  static final Duration LONGEST_RETRY = Duration.ofSeconds(1);
  static final Duration LONGEST_NAP = Duration.ofMillis(500);
  static final Duration SWEEP_EVERY = Duration.ofSeconds(3);
  /// Sweeps that open work is left alone for which cannot come to the floor: three minutes.
  static final int LONGEST_REST = 64;
  /// A batch whose offers the guard refuses this often is given up.
  static final int GUARD_ROUNDS = 50;
  /// Timers that could not be stored and are left alone; above it the oldest get another try.
  static final int QUARANTINE = 1_000;

  private Limits() {}
}
