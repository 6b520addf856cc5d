package org.hiwar.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final FakeWindow window = new FakeWindow();

  @Test
  void whatIsSentArrivesInOrder() {
    for (int i = 0; i < 100; i++) window.outbox.send("frame " + i);
    await().until(() -> window.got().size() == 100);
    assertThat(window.got().getLast()).isEqualTo("frame 99");
  }

  @Test
  void onlyTheLatestHeartbeatWaits() {
    window.stopReading();
    window.outbox.send("frame");
    for (int i = 0; i < 10_000; i++) window.outbox.beat("beat " + i);
    window.read();
    await().until(() -> window.got().contains("beat 9999"));
    assertThat(window.got()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void tooManyFramesDropTheWindow() {
    window.stopReading();
    for (int i = 0; i < DeskLimits.OUTBOX_FRAMES + 2; i++) window.outbox.send("frame");
    await().until(() -> window.closed() == Outbox.Reason.SLOW);
  }

  @Test
  void tooMuchTextDropsTheWindow() {
    window.stopReading();
    var large = String.join("", Collections.nCopies(DeskLimits.OUTBOX_CHARACTERS / 4, "x"));
    for (int i = 0; i < 6; i++) window.outbox.send(large);
    await().until(() -> window.closed() == Outbox.Reason.SLOW);
  }

  @Test
  void nothingIsWrittenAfterTheEnd() {
    window.outbox.close(Outbox.Reason.REVOKED);
    window.outbox.send("late");
    await().until(() -> window.closed() == Outbox.Reason.REVOKED);
    assertThat(window.got()).isEmpty();
    assertThat(window.outbox.isClosed()).isTrue();
  }
}
