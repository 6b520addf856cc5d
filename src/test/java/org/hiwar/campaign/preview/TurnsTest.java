package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.hiwar.testing.Await;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

/// Who has a round when, while rounds of others hang.
class TurnsTest {
  private static final WorkspaceId HANGS = new WorkspaceId(1);
  private static final WorkspaceId OTHER = new WorkspaceId(2);

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final Map<WorkspaceId, AtomicInteger> rounds = new ConcurrentHashMap<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Turns turns = new Turns(this::round, 3, Duration.ZERO);

  private void round(WorkspaceId workspace) {
    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    rounds.computeIfAbsent(workspace, _ -> new AtomicInteger()).incrementAndGet();
    if (workspace.value() % 2 == 1) awaitRelease();
    atOnce.decrementAndGet();
  }

  private void awaitRelease() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int rounds(WorkspaceId workspace) {
    var count = rounds.get(workspace);
    return count == null ? 0 : count.get();
  }

  @Test
  void aRoundThatHangsDoesNotStopThoseOfAnotherWorkspace() {
    turns.ring(HANGS);
    Await.until(() -> rounds(HANGS) == 1);
    for (int i = 1; i <= 5; i++) {
      int before = rounds(OTHER);
      turns.ring(OTHER);
      Await.until(() -> rounds(OTHER) > before);
    }
    assertThat(rounds(HANGS)).isEqualTo(1);
    assertThat(turns.isQuiet()).isFalse();
    hanging.countDown();
    Await.until(turns::isQuiet);
  }

  @Test
  void aWorkspaceHasOneRoundAtATimeAndOneMoreForAllThatHappenedMeanwhile() {
    turns.ring(HANGS);
    Await.until(() -> rounds(HANGS) == 1);
    for (int i = 0; i < 10; i++) turns.ring(HANGS);
    assertThat(most.get()).isEqualTo(1);
    hanging.countDown();
    Await.until(turns::isQuiet);
    assertThat(rounds(HANGS)).isEqualTo(2);
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void itBeingTimeIsNoReasonForOneMore() {
    turns.tick(HANGS);
    Await.until(() -> rounds(HANGS) == 1);
    turns.tick(HANGS);
    hanging.countDown();
    Await.until(turns::isQuiet);
    assertThat(rounds(HANGS)).isEqualTo(1);
    turns.tick(HANGS);
    Await.until(() -> rounds(HANGS) == 2);
  }

  @Test
  void noMoreAreUnderWayThanThereArePlacesAndWhoWaitsComesNext() {
    var all = LongStream.range(0, 10).mapToObj(i -> new WorkspaceId(1 + 2 * i)).toList();
    all.forEach(turns::ring);
    Await.until(() -> atOnce.get() == 3);
    hanging.countDown();
    Await.until(turns::isQuiet);
    assertThat(most.get()).isEqualTo(3);
    assertThat(rounds).containsOnlyKeys(all);
  }
}
