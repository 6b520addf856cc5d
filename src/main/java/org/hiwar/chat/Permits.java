package org.hiwar.chat;

import java.time.Duration;

/// A bucket of permits that fills again with time. For one socket: not safe for several threads.
final class Permits {
  private final int most;
  private final long nanosPerPermit;
  private double left;
  private long at;

  /// Times are those of `System.nanoTime`.
  Permits(int most, Duration every, long now) {
    this.most = most;
    nanosPerPermit = every.toNanos();
    left = most;
    at = now;
  }

  boolean take(long now) {
    left = Math.min(most, left + (double) (now - at) / nanosPerPermit);
    at = now;
    if (left < 1) return false;
    left--;
    return true;
  }
}
