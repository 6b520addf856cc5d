package org.hiwar.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/// Waits for what is to happen, with one limit for all tests: long enough for a machine that does
/// many other things, and reached only when something is wrong. What fails on other threads is not
/// its concern: the peers of other tests may be among them.
public final class Await {
  private Await() {}

  public static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Patience.LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(condition);
  }

  /// The same for what is true in a moment and waited for hundreds of times in one test: asked at
  /// once and every millisecond.
  public static void soon(Callable<Boolean> condition) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Patience.LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(condition);
  }
}
