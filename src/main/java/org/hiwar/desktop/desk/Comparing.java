package org.hiwar.desktop.desk;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// How often desks compare what they show with the truth, how soon they look once more at what they
/// found, and how many differences that nothing had announced were sent: it should stay 0.
record Comparing(Duration every, Duration again, AtomicLong repairs) {

  static Comparing usually(AtomicLong repairs) {
    return new Comparing(DeskLimits.COMPARE, DeskLimits.COMPARE_AGAIN, repairs);
  }

  /// In nanoseconds. Desks that were opened together do not compare themselves together.
  long first() {
    return ThreadLocalRandom.current().nextLong(every.toNanos() / 2, every.toNanos());
  }
}
