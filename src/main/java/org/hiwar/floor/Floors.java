package org.hiwar.floor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Command.Reconfigure;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The floors of all workspaces, for everybody outside.
public final class Floors {
  private final Placement placement;
  private final Plans plans;

  public Floors(Placement placement, Plans plans) {
    this.placement = placement;
    this.plans = plans;
  }

  /// The reply comes when the decision is durable, or as `Unavailable` within about two seconds
  /// when that is not known.
  ///
  /// `key`: an idempotency key, see `OneFloor.submit`. The future is completed on the floor's
  /// thread: wait for it on a thread of your own, or go on with an `…Async` method.
  public CompletableFuture<Reply> submit(WorkspaceId workspace, Command command, String key) {
    return placement.floorOf(workspace).submit(command, key);
  }

  /// An agent as of the last committed batch: presence, work status, what they hold. Empty: the
  /// floor does not know the agent, or has not been able to start yet. Never blocks.
  public Optional<AgentView> agent(WorkspaceId workspace, UserId agent) {
    return placement.floorOf(workspace).agent(agent);
  }

  public FloorHealth health(WorkspaceId workspace) {
    return placement.floorOf(workspace).health();
  }

  /// To be called after services or skills of a workspace have changed in the database, by the same
  /// thread.
  public CompletableFuture<Reply> planChanged(WorkspaceId workspace) {
    return submit(workspace, new Reconfigure(plans.read(workspace)), "");
  }

  public void listen(FloorListener listener) {
    placement.listen(listener);
  }
}
