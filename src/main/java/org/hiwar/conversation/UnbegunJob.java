package org.hiwar.conversation;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Closes calls that an agent began and the floor never took: because the floor was away, or the
/// process died in between. What waits is read from the database, so nothing is forgotten over a
/// restart.
@Component
class UnbegunJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(UnbegunJob.class);
  private static final int EVERY_SECONDS = 5;

  private final Workspaces workspaces;
  private final Calls calls;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("unbegun-calls").factory());
  private volatile boolean running;
  private boolean looked;

  UnbegunJob(Workspaces workspaces, Calls calls, Clock clock) {
    this.workspaces = workspaces;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (!looked) workspaces.all().forEach(workspace -> calls.look(workspace.id()));
      looked = true;
      calls.closeOverdue(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("Calls that never began could not be closed: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
