package org.hiwar.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.Requirement;
import org.hiwar.desktop.wire.PreviewView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A desk that looks all the time whether it shows what is true.
class DeskComparingTest {
  private final FakeTruth truth = new FakeTruth();
  private final AtomicLong repairs = new AtomicLong();
  private final Desk desk =
      new Desk(
          "d1",
          truth,
          new Deaf(),
          JsonMapper.builder().build()::writeValueAsString,
          new Comparing(Duration.ofMillis(2), Duration.ofMillis(2), repairs));

  /// Hears of nothing.
  private static final class Deaf implements Desk.Watch {
    @Override
    public long changes() {
      return 0;
    }

    @Override
    public boolean only(Set<Long> ids, long since) {
      return false;
    }
  }

  @AfterEach
  void end() {
    desk.end();
  }

  @Test
  @Requirement("S0-27")
  void whatNothingAnnouncedIsSentAndCounted() {
    truth.put(Views.conversation(1, 1));
    desk.start();
    desk.snapshot().join();
    truth.preview(Views.preview(PreviewView.State.OFFERED));
    await()
        .until(
            () ->
                desk.snapshot()
                    .join()
                    .previews()
                    .contains(Views.preview(PreviewView.State.OFFERED)));
    assertThat(repairs).hasValue(1);
    truth.remove(1);
    await().until(() -> desk.snapshot().join().conversations().isEmpty());
    assertThat(repairs).hasValue(2);
  }

  /// Such as a desk on which much happens: each time it looks something else is on its way.
  @Test
  void whatIsOtherwiseEachTimeIsStillOnItsWay() {
    truth.restless();
    desk.start();
    await().until(() -> truth.reads() > 50);
    assertThat(repairs).hasValue(0);
  }
}
