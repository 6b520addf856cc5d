package org.hiwar.floor.core;

import java.time.Duration;

/// Every limit of the core.
final class Limits {
  /// Skills that one piece of work may need beside its service's own.
  static final int SKILLS_OF_WORK = 8;
  static final int PRIORITY = 1_000;
  static final int LEVEL = 100;
  static final int REASON_LENGTH = 64;
  /// Open work on one floor; what arrives above it is rejected.
  static final int OPEN_WORK = 200_000;
  /// Ended work that is remembered, so that an arrival told twice is not taken for new.
  static final int ENDED_LATELY = 20_000;
  /// Lines of one floor beside the services' own; above it, work waits without its extra skills.
  static final int LINES = 5_000;
  /// A line without work is forgotten after this, when the next one is made.
  static final Duration LINE_UNUSED = Duration.ofMinutes(10);
  /// Decision 24: without a session an agent is Not Ready after the first, and loses the held work
  /// after the second.
  static final Duration SESSION_MISSED = Duration.ofSeconds(15);
  static final Duration SESSION_GONE = Duration.ofSeconds(60);

  /// How long a record that is for one agent waits for them to come free; whoever hands it out may
  /// bring it again.
  static final Duration RECORD_KEPT = Duration.ofMinutes(2);

  /// How far away a piece of work may be postponed.
  static final Duration POSTPONED = Duration.ofDays(90);
  static final int NOTE_LENGTH = 500;

  /// How long work that comes back waits for whoever has postponed it to have room.
  static final Duration COMING_BACK = Duration.ofMinutes(2);

  /// Guests of one piece of work, those who are asked included.
  static final int GUESTS = 5;

  private Limits() {}
}
