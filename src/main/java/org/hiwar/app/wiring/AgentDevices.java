package org.hiwar.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.voice.call.DeviceListener;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/// Tells the floor who can be called; all of it again to a floor that has begun anew, since no
/// floor keeps it. A floor often begins anew because the database was away, and it may be away
/// once more when this is read: so it is told until it is heard.
final class AgentDevices implements DeviceListener, FloorListener {
  private static final Logger LOG = LoggerFactory.getLogger(AgentDevices.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ObjectProvider<Floors> floors;
  private final Function<WorkspaceId, List<UserId>> ready;

  /// How often the floor of a workspace has begun: who speaks for an earlier one stops.
  private final Map<WorkspaceId, Integer> lives = new ConcurrentHashMap<>();

  /// @param ready who can be called now; may throw while that cannot be read
  AgentDevices(ObjectProvider<Floors> floors, Function<WorkspaceId, List<UserId>> ready) {
    this.floors = floors;
    this.ready = ready;
  }

  /// A floor that does not hear it now is told all when it has begun anew.
  @Override
  public void changed(WorkspaceId workspace, UserId agent, boolean isReady) {
    var unused = tell(workspace, agent, isReady);
  }

  private CompletableFuture<Reply> tell(WorkspaceId workspace, UserId agent, boolean isReady) {
    var command = isReady ? new Command.DeviceReady(agent) : new Command.DeviceGone(agent);
    return floors.getObject().submit(workspace, command, "");
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {}

  @Override
  public void restored(WorkspaceId workspace) {
    int life = lives.merge(workspace, 1, Integer::sum);
    Thread.startVirtualThread(() -> tellAll(workspace, life));
  }

  private void tellAll(WorkspaceId workspace, int life) {
    long from = System.nanoTime();
    while (Integer.valueOf(life).equals(lives.get(workspace))) {
      if (isHeard(workspace)) return;
      if (System.nanoTime() - from > LONGEST.toNanos()) {
        LOG.error("the floor of workspace {} does not hear who can be called", workspace);
        return;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private boolean isHeard(WorkspaceId workspace) {
    try {
      var replies =
          ready.apply(workspace).stream().map(agent -> tell(workspace, agent, true)).toList();
      return replies.stream()
          .map(CompletableFuture::join)
          .allMatch(Reply.Answered.class::isInstance);
    } catch (RuntimeException e) {
      LOG.debug("who can be called in workspace {} cannot be told: {}", workspace, e.toString());
      return false;
    }
  }
}
