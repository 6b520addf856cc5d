package org.hiwar.conversation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes files that were uploaded long ago and never sent.
@Component
class UnsentFilesJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(UnsentFilesJob.class);
  private static final int EVERY_MINUTES = 10;

  private final Workspaces workspaces;
  private final Attachments attachments;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("unsent-files").factory());
  private volatile boolean running;

  UnsentFilesJob(Workspaces workspaces, Attachments attachments) {
    this.workspaces = workspaces;
    this.attachments = attachments;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  private void round() {
    try {
      attachments.sweepUnfinished();
      workspaces.all().forEach(workspace -> attachments.sweep(workspace.id()));
    } catch (RuntimeException e) {
      LOG.warn("Unsent files could not be deleted: {}", e.getClass().getSimpleName());
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
