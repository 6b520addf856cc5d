package org.hiwar.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Who takes part in a call that is not their work. No floor keeps it: one that has begun anew is
/// told again, and the end is said until a floor has taken it, or its agent would stay busy.
final class Engagements implements FloorListener {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private record Key(WorkspaceId workspace, UserId agent) {}

  private final Supplier<Floors> floors;
  private final Set<Key> going = ConcurrentHashMap.newKeySet();
  private final Executor later =
      CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS);

  Engagements(Supplier<Floors> floors) {
    this.floors = floors;
  }

  /// Before the floor is asked: it may begin anew in between. False when the agent is engaged
  /// already, and then nothing has changed.
  boolean begin(WorkspaceId workspace, UserId agent) {
    return going.add(new Key(workspace, agent));
  }

  /// The floor knows that it is over, or that it did not begin.
  void forget(WorkspaceId workspace, UserId agent) {
    going.remove(new Key(workspace, agent));
  }

  void end(WorkspaceId workspace, UserId agent) {
    var key = new Key(workspace, agent);
    going.remove(key);
    sayEnd(key);
  }

  private void sayEnd(Key key) {
    if (going.contains(key)) return;
    var unused =
        floors
            .get()
            .submit(key.workspace(), new Command.Disengage(key.agent()), "")
            .thenAccept(
                reply -> {
                  if (reply instanceof Reply.Busy || reply instanceof Reply.Unavailable)
                    later.execute(() -> sayEnd(key));
                });
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {}

  @Override
  public void restored(WorkspaceId workspace) {
    for (var key : going)
      if (key.workspace().equals(workspace)) {
        var unused = floors.get().submit(workspace, new Command.StillEngaged(key.agent()), "");
      }
  }
}
