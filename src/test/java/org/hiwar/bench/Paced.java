package org.hiwar.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Does something at an even rate, catching up when it was held back, so that a slow server cannot
/// slow its load.
public final class Paced {
  private Paced() {}

  public static void run(double perSecond, double seconds, LongConsumer action) {
    long start = System.nanoTime();
    long total = (long) (perSecond * seconds);
    for (long i = 0; i < total; i++) {
      long due = start + (long) (i * 1e9 / perSecond);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
        LockSupport.parkNanos(wait);
      action.accept(i);
    }
  }
}
