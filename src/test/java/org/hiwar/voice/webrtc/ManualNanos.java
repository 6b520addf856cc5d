package org.hiwar.voice.webrtc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A monotonic clock that runs, and can be put forward.
final class ManualNanos implements LongSupplier {
  private final AtomicLong ahead = new AtomicLong();

  void forward(Duration time) {
    ahead.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    return System.nanoTime() + ahead.get();
  }
}
