package org.hiwar.campaign.preview;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignListener;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkEvent;
import org.hiwar.floor.core.WorkState;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Calls the keeper: in every workspace with something to care for twice a second, and at once when
/// a campaign, an agent or a call has changed. All workspaces are looked at when the process
/// begins.
public final class PreviewJob implements SmartLifecycle, FloorListener, CampaignListener {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewJob.class);

  private final PreviewKeeper keeper;
  private final Workspaces workspaces;
  /// Where there is something to care for.
  private final Set<WorkspaceId> active = ConcurrentHashMap.newKeySet();
  /// Waiting for a round that is not due yet; each once.
  private final Set<WorkspaceId> wanted = ConcurrentHashMap.newKeySet();
  private final LinkedBlockingQueue<WorkspaceId> bells = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private volatile Thread rounds = new Thread();

  PreviewJob(PreviewKeeper keeper, Workspaces workspaces) {
    this.keeper = keeper;
    this.workspaces = workspaces;
  }

  /// Something has changed that is cared for. Never blocks.
  public void wake(WorkspaceId workspace) {
    if (active.contains(workspace)) ring(workspace);
  }

  /// Rings wherever it is: a campaign that starts while its workspace is being found idle is looked
  /// at once more.
  @Override
  public void changed(WorkspaceId workspace, CampaignId campaign) {
    keeper.cameBack(workspace);
    ring(workspace);
  }

  private void ring(WorkspaceId workspace) {
    if (wanted.add(workspace)) bells.add(workspace);
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {
    if (events.stream().anyMatch(PreviewJob::givesBack)) keeper.cameBack(workspace);
    for (var event : events)
      if (!(event instanceof WorkEvent work)
          || work.medium() == Medium.PREVIEW
          || work.medium() == Medium.VOICE) {
        wake(workspace);
        return;
      }
  }

  private static boolean givesBack(Event event) {
    return event instanceof Event.WorkEnded ended
        && ended.medium() == Medium.PREVIEW
        && ended.outcome() != WorkState.Outcome.HANDLED;
  }

  /// Wherever it is: an agent may have work of a preview that is over.
  @Override
  public void restored(WorkspaceId workspace) {
    ring(workspace);
  }

  @Override
  public void start() {
    running = true;
    rounds = Thread.ofPlatform().daemon().name("previews").start(this::rounds);
  }

  private void rounds() {
    lookEverywhere();
    long next = System.nanoTime();
    while (running) {
      try {
        var bell = bells.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (bell != null) {
          wanted.remove(bell);
          round(bell);
          continue;
        }
      } catch (InterruptedException e) {
        return;
      }
      next = System.nanoTime() + PreviewLimits.ROUND.toNanos();
      List.copyOf(active).forEach(this::round);
    }
  }

  private void lookEverywhere() {
    try {
      for (Workspace workspace : workspaces.all()) active.add(workspace.id());
    } catch (RuntimeException e) {
      LOG.warn("workspaces could not be read; campaigns begin with their next change", e);
    }
  }

  private void round(WorkspaceId workspace) {
    if (!running) return;
    try {
      if (keeper.round(workspace)) active.add(workspace);
      else active.remove(workspace);
    } catch (RuntimeException e) {
      active.add(workspace);
      LOG.warn("previews of workspace {} are cared for later: {}", workspace, e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    rounds.interrupt();
    try {
      rounds.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
