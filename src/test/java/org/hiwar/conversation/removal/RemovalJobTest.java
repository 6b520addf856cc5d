package org.hiwar.conversation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When what could not be removed is tried again, by a timer that the test moves.
@Requirement("S0-61")
class RemovalJobTest extends ApiTest {
  private final HandTimer timer = new HandTimer();
  private final WorkspaceId ours = workspaceId();
  private boolean fails = true;
  private int tried;

  private final RemovalJob job =
      new RemovalJob(
          RunningHiwar.bean(Workspaces.class),
          RunningHiwar.bean(FileRemovals.class),
          List.of(this::workOff),
          RunningHiwar.bean(Retention.class),
          timer);

  private boolean workOff(WorkspaceId workspace) {
    assertThat(workspace).isEqualTo(ours);
    tried++;
    if (fails) throw new IllegalStateException("cannot be removed");
    return false;
  }

  @AfterEach
  void end() {
    job.stop();
  }

  @Test
  void whatGoesOnFailingIsTriedLessAndLessOften() {
    job.soon(ours);
    for (int i = 0; i < 9; i++) timer.goesOff();
    assertThat(timer.pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
    assertThat(tried).isEqualTo(10);
  }

  @Test
  void afterASuccessThePausesBeginAnew() {
    job.soon(ours);
    timer.goesOff();
    fails = false;
    timer.goesOff();
    assertThat(timer.hasNone()).isTrue();
    fails = true;
    job.soon(ours);
    assertThat(timer.pauses).containsExactly(5L, 10L, 5L);
  }

  @Test
  void withAnotherRequestItIsTriedAtOnceAndThePausesBeginAnew() {
    job.soon(ours);
    timer.goesOff();
    timer.goesOff();
    assertThat(tried).isEqualTo(3);
    job.soon(ours);
    assertThat(tried).isEqualTo(4);
    assertThat(timer.pauses).containsExactly(5L, 10L, 20L, 5L);
    timer.goesOff();
    assertThat(timer.pauses).endsWith(5L, 10L);
    fails = false;
    job.soon(ours);
    assertThat(timer.hasNone()).isTrue();
  }

  /// Runs at once what is to be, and what is to be later when it is told to.
  private static final class HandTimer extends ScheduledThreadPoolExecutor {
    private final List<Long> pauses = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();

    HandTimer() {
      super(1, Thread.ofPlatform().daemon().factory());
      setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
      pauses.add(unit.toSeconds(delay));
      waiting.add(work);
      return super.schedule(work, 1, TimeUnit.DAYS);
    }

    /// Only one waits at a time.
    void goesOff() {
      assertThat(getQueue()).hasSize(1);
      getQueue().clear();
      waiting.removeLast().run();
    }

    boolean hasNone() {
      return getQueue().isEmpty();
    }
  }
}
