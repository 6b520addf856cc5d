package org.hiwar.platform;

import java.time.Clock;
import java.time.Instant;

/// Makes 64-bit ids that grow with time: 41 bits of milliseconds since 2025, 10 bits of node, 12
/// bits of counter.
///
/// Always positive, unique within an installation as long as every process has its own node number.
/// Ids order rows and name things; they are no secret, and nothing is protected by being hard to
/// guess.
public final class Ids {
  static final long EPOCH_MS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
  private static final int NODE_BITS = 10;
  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final long node;
  private long last;

  public Ids(Clock clock, int node) {
    if (node < 0 || node >= 1 << NODE_BITS)
      throw new IllegalArgumentException("node " + node + " is not within 0..1023");
    this.clock = clock;
    this.node = node;
  }

  /// Every id that was made before this moment is smaller.
  public static long before(Instant moment) {
    return Math.max(0, (moment.toEpochMilli() - EPOCH_MS) << (NODE_BITS + COUNTER_BITS));
  }

  /// The next id. When a millisecond is used up, or the clock went back, counting goes on from the
  /// last id.
  public synchronized long next() {
    long now = (clock.millis() - EPOCH_MS) << COUNTER_BITS;
    last = Math.max(now, last + 1);
    long ms = last >>> COUNTER_BITS;
    long counter = last & ((1 << COUNTER_BITS) - 1);
    return (ms << (NODE_BITS + COUNTER_BITS)) | (node << COUNTER_BITS) | counter;
  }
}
