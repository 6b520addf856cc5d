package org.hiwar.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import java.util.concurrent.Callable;

/// Waits for what is to happen, with one limit for all tests.
public final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Await() {}

  public static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(condition);
  }
}
