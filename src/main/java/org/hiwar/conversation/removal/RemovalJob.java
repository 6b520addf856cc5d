package org.hiwar.conversation.removal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes the files of what was removed, at once and again after each start, and removes what is
/// too old, every ten minutes. What fails is tried again soon: whoever deletes somebody is told
/// that they are gone, and a database that was away for a moment is no reason to keep them for
/// longer.
@Component
public class RemovalJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalJob.class);

  private final Workspaces workspaces;
  private final FileRemovals files;
  private final List<Leftovers> leftovers;
  private final Retention retention;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("removal").factory());
  /// Whose work has failed and is tried again.
  private final Set<WorkspaceId> waiting = ConcurrentHashMap.newKeySet();

  private volatile boolean running;

  RemovalJob(
      Workspaces workspaces, FileRemovals files, List<Leftovers> leftovers, Retention retention) {
    this.workspaces = workspaces;
    this.files = files;
    this.leftovers = List.copyOf(leftovers);
    this.retention = retention;
  }

  /// Something was removed: its files follow at once.
  public void soon(WorkspaceId workspace) {
    try {
      timer.execute(() -> later(workspace));
    } catch (RejectedExecutionException _) {
      LOG.info("What was removed is finished after the next start");
    }
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 0, RemovalLimits.EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void round() {
    try {
      for (var workspace : workspaces.all().stream().map(Workspace::id).toList()) round(workspace);
    } catch (RuntimeException e) {
      LOG.warn("What is too old could not be removed: {}", e.toString());
    }
  }

  private void round(WorkspaceId workspace) {
    guarded(workspace, () -> retention.apply(workspace));
    later(workspace);
  }

  private void later(WorkspaceId workspace) {
    guarded(
        workspace,
        () -> {
          if (workOff(workspace)) soon(workspace);
        });
  }

  /// Whether there is more: what else waits has its turn first.
  private boolean workOff(WorkspaceId workspace) {
    boolean more = false;
    for (var one : leftovers) more |= one.workOff(workspace);
    files.workOff(workspace);
    return more;
  }

  /// What fails for one workspace keeps no other, and is tried again after a pause.
  private void guarded(WorkspaceId workspace, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("Removing in workspace {} goes on later: {}", workspace, e.toString());
      again(workspace);
    }
  }

  private void again(WorkspaceId workspace) {
    if (!waiting.add(workspace)) return;
    try {
      timer.schedule(
          () -> {
            waiting.remove(workspace);
            round(workspace);
          },
          RemovalLimits.AGAIN.toSeconds(),
          TimeUnit.SECONDS);
    } catch (RejectedExecutionException _) {
      LOG.info("What was to be removed is removed after the next start");
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
