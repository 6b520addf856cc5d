package org.hiwar.conversation.removal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes the files of what was removed, at once and again after each start, and removes what is
/// too old, every ten minutes. What fails is tried again soon: whoever deletes somebody is told
/// that they are gone, and a database that was away for a moment is no reason to keep them for
/// longer. What goes on failing is tried less and less often, until something more is removed.
@Component
public class RemovalJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RemovalJob.class);

  private final Workspaces workspaces;
  private final FileRemovals files;
  private final List<Leftovers> leftovers;
  private final Retention retention;
  private final ScheduledExecutorService timer;

  /// Whose work has failed and is tried again; only the timer's thread reads and writes it.
  private final Map<WorkspaceId, Failed> failed = new HashMap<>();

  private volatile boolean running;

  /// @param pause before the next try
  /// @param next that try; null while it runs
  private record Failed(Duration pause, @Nullable Future<?> next) {
    /// Twice as long, up to the time between two looks.
    Duration longer() {
      var twice = pause.multipliedBy(2);
      return twice.compareTo(RemovalLimits.EVERY) < 0 ? twice : RemovalLimits.EVERY;
    }
  }

  @Autowired
  RemovalJob(
      Workspaces workspaces, FileRemovals files, List<Leftovers> leftovers, Retention retention) {
    this(
        workspaces,
        files,
        leftovers,
        retention,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("removal").factory()));
  }

  /// @param timer of one thread
  RemovalJob(
      Workspaces workspaces,
      FileRemovals files,
      List<Leftovers> leftovers,
      Retention retention,
      ScheduledExecutorService timer) {
    this.timer = timer;
    this.workspaces = workspaces;
    this.files = files;
    this.leftovers = List.copyOf(leftovers);
    this.retention = retention;
  }

  /// Something was removed: its files follow at once, and with them whatever has failed before.
  public void soon(WorkspaceId workspace) {
    execute(
        () -> {
          if (forget(workspace)) round(workspace);
          else later(workspace);
        });
  }

  private void execute(Runnable work) {
    try {
      timer.execute(work);
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
    boolean old = guarded(workspace, () -> retention.apply(workspace));
    if (later(workspace) && old) forget(workspace);
  }

  /// Whether it went well.
  private boolean later(WorkspaceId workspace) {
    return guarded(
        workspace,
        () -> {
          if (workOff(workspace)) execute(() -> later(workspace));
        });
  }

  /// Whether there is more: what else waits has its turn first.
  private boolean workOff(WorkspaceId workspace) {
    boolean more = false;
    for (var one : leftovers) more |= one.workOff(workspace);
    files.workOff(workspace);
    return more;
  }

  /// What fails for one workspace keeps no other, and is tried again after a pause. Answers whether
  /// it went well.
  private boolean guarded(WorkspaceId workspace, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Removing in workspace {} goes on later: {}", workspace, e.toString());
      again(workspace);
      return false;
    }
  }

  private void again(WorkspaceId workspace) {
    var last = failed.get(workspace);
    if (last != null && last.next() != null) return;
    var pause = last == null ? RemovalLimits.AGAIN : last.longer();
    try {
      var next = timer.schedule(() -> retry(workspace, pause), pause.toSeconds(), TimeUnit.SECONDS);
      failed.put(workspace, new Failed(pause, next));
    } catch (RejectedExecutionException _) {
      LOG.info("What was to be removed is removed after the next start");
    }
  }

  private void retry(WorkspaceId workspace, Duration pause) {
    failed.put(workspace, new Failed(pause, null));
    round(workspace);
  }

  /// The next failure is the first. Answers whether there was one.
  private boolean forget(WorkspaceId workspace) {
    var last = failed.remove(workspace);
    var next = last == null ? null : last.next();
    if (next != null) next.cancel(false);
    return last != null;
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
