package org.hiwar.floor.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times go to the database as microseconds since 1970. The shell cuts its clock to microseconds,
/// or a deadline would differ after a restart from the one that its timer names.
final class Micros {
  static final long NONE = Long.MIN_VALUE;

  private Micros() {}

  static long of(@Nullable Instant time) {
    return time == null
        ? NONE
        : Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1000;
  }

  static Instant instant(long us) {
    return Instant.ofEpochSecond(
        Math.floorDiv(us, 1_000_000L), Math.floorMod(us, 1_000_000L) * 1000);
  }
}
