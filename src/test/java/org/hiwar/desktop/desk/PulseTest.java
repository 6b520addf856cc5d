package org.hiwar.desktop.desk;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final AtomicInteger told = new AtomicInteger();
  private volatile boolean gone;
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private final Pulse pulse = new Pulse(this::ask, told::incrementAndGet);

  private void ask() throws SQLException, InterruptedException {
    stopped.await();
    if (gone) throw new SQLException("gone");
  }

  @AfterEach
  void close() {
    stopped.countDown();
    pulse.close();
  }

  @Test
  void aDatabaseThatIsGoneAndBackIsToldEachTime() {
    pulse.start();
    gone = true;
    await().atMost(LIMIT).until(() -> told.get() == 1 && !pulse.isHealthy());
    gone = false;
    await().atMost(LIMIT).until(() -> told.get() == 2 && pulse.isHealthy());
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNoticedLikeOneThatIsGone() {
    pulse.start();
    stopped = new CountDownLatch(1);
    await().atMost(LIMIT).until(() -> told.get() == 1 && !pulse.isHealthy());
    stopped.countDown();
    await().atMost(LIMIT).until(pulse::isHealthy);
  }
}
