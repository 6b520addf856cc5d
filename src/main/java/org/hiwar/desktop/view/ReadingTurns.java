package org.hiwar.desktop.view;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Desks read from the database a few at a time, in the order in which they asked. When something
/// concerns hundreds of them at once (calling hours end, a campaign stops), all of them asking
/// together would take every connection, and those who wait for one too long would be refused:
/// agents who only want to answer a call among them.
final class ReadingTurns {
  private static final int AT_ONCE = 8;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  <T extends @Nullable Object> T read(Supplier<T> reading) {
    places.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      places.release();
    }
  }
}
