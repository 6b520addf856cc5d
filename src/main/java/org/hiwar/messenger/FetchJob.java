package org.hiwar.messenger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every second for files of customers that are still with their provider, and now and then
/// in every workspace, for what a former process has left.
@Component
class FetchJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FetchJob.class);

  private final Workspaces workspaces;
  private final MessengerFiles files;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("messenger-files").factory());
  private static final int EVERYWHERE = 30;
  private int rounds;
  private volatile boolean running;

  FetchJob(Workspaces workspaces, MessengerFiles files) {
    this.workspaces = workspaces;
    this.files = files;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (rounds++ % EVERYWHERE == 0)
        for (var workspace : workspaces.all()) files.round(workspace.id());
      else for (var workspace : files.active()) files.round(workspace);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Files of messengers could not be looked for: {}", e.toString());
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
