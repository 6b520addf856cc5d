package org.hiwar.email;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends acknowledgements that wait. What waits is read from the database, so nothing is forgotten
/// over a restart.
final class AcknowledgementJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementJob.class);
  private static final int EVERY_SECONDS = 3;

  private final Workspaces workspaces;
  private final Acknowledgements acknowledgements;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("acknowledgements").factory());
  private volatile boolean running;

  AcknowledgementJob(Workspaces workspaces, Acknowledgements acknowledgements) {
    this.workspaces = workspaces;
    this.acknowledgements = acknowledgements;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      workspaces.all().forEach(workspace -> acknowledgements.send(workspace.id()));
    } catch (RuntimeException e) {
      LOG.warn("Acknowledgements could not be sent: {}", e.toString());
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
