package org.hiwar.campaign.preview;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
/// a campaign, an agent or a call has changed. Each workspace has turns of its own. All workspaces
/// are looked at when the process begins.
public final class PreviewJob implements SmartLifecycle, FloorListener, CampaignListener {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewJob.class);

  private final PreviewKeeper keeper;
  private final Workspaces workspaces;
  private final Turns turns =
      new Turns(this::round, PreviewLimits.ROUNDS_AT_ONCE, PreviewLimits.ROUNDS_APART);

  /// Where there is something to care for.
  private final Set<WorkspaceId> active = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile Thread ticks = new Thread();

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
    if (running) turns.ring(workspace);
    else active.add(workspace);
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
    ticks = Thread.ofVirtual().name("previews").start(this::ticks);
  }

  private void ticks() {
    lookEverywhere();
    try {
      while (running) {
        active.forEach(turns::tick);
        Thread.sleep(PreviewLimits.ROUND);
      }
    } catch (InterruptedException _) {
      // the process ends
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

  /// Rounds that are under way come to their end: what they store is stored.
  @Override
  public void stop() {
    running = false;
    ticks.interrupt();
    try {
      long until = System.nanoTime() + PreviewLimits.LAST_ROUND.toNanos();
      while (!turns.isQuiet() && System.nanoTime() < until) Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
