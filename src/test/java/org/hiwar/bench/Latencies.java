package org.hiwar.bench;

import java.util.Arrays;

/// Latencies in nanoseconds, written by many threads. Keeps the first `limit` of them.
public final class Latencies {
  private final long[] nanos;
  private int count;

  public Latencies(int limit) {
    nanos = new long[limit];
  }

  public synchronized void add(long latencyNanos) {
    if (count < nanos.length) nanos[count++] = latencyNanos;
  }

  public synchronized int count() {
    return count;
  }

  /// In milliseconds; `share` between 0 and 1. Not a number when nothing was measured.
  public synchronized double percentileMs(double share) {
    if (count == 0) return Double.NaN;
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1e6;
  }
}
