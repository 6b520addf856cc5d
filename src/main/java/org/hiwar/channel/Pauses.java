package org.hiwar.channel;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses of threads that all ask one database, one for each workspace: of different lengths, so
/// that they do not come back all at once, above all after the database was away.
final class Pauses {
  private Pauses() {}

  /// Between this and twice this.
  static Duration about(Duration pause) {
    return pause.plusNanos(ThreadLocalRandom.current().nextLong(pause.toNanos()));
  }
}
