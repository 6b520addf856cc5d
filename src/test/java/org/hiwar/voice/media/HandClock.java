package org.hiwar.voice.media;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A clock that a test moves.
public final class HandClock implements LongSupplier {
  private volatile long nanos = 77_000_000_000L;

  @Override
  public long getAsLong() {
    return nanos;
  }

  public synchronized void pass(Duration time) {
    nanos += time.toNanos();
  }

  public void passMs(long ms) {
    pass(Duration.ofMillis(ms));
  }
}
