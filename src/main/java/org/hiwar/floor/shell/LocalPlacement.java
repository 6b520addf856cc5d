package org.hiwar.floor.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Guard;
import org.hiwar.floor.OneFloor;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.Placement;
import org.hiwar.floor.Plans;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.store.PgFloorStore;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every floor in this process, each with a thread and a database connection of its own.
public final class LocalPlacement implements Placement, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalPlacement.class);
  private final Surroundings surroundings;
  private final CopyOnWriteArrayList<FloorListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<WorkspaceId, Shell> shells = new ConcurrentHashMap<>();

  /// What floors stand on. `source` gives connections of their own, not from a pool: they keep
  /// their workspace.
  public record Surroundings(
      DataSource source, Plans plans, CommitParts commitParts, Guard guard, OpenWork openWork) {}

  public LocalPlacement(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// A floor that another process has taken is taken back by the next command here; the epoch keeps
  /// both honest.
  @Override
  public OneFloor floorOf(WorkspaceId workspace) {
    var shell = shells.get(workspace);
    if (shell != null && !shell.stopped()) return shell;
    return shells.compute(
        workspace, (_, old) -> old != null && !old.stopped() ? old : open(workspace));
  }

  private Shell open(WorkspaceId workspace) {
    var store =
        new PgFloorStore(
            surroundings.source(), workspace, surroundings.commitParts(), surroundings.guard());
    return new Shell(
            workspace,
            new Everybody(),
            surroundings.openWork(),
            publisher ->
                new Keeper(
                    store,
                    () -> surroundings.plans().read(workspace),
                    FloorCore::new,
                    System::nanoTime,
                    publisher))
        .start();
  }

  @Override
  public void listen(FloorListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    List.copyOf(shells.values()).forEach(Shell::close);
  }

  private final class Everybody implements FloorListener {
    @Override
    public void committed(WorkspaceId workspace, long batch, List<Event> events) {
      for (var listener : listeners) tell(() -> listener.committed(workspace, batch, events));
    }

    @Override
    public void restored(WorkspaceId workspace) {
      for (var listener : listeners) tell(() -> listener.restored(workspace));
    }

    private static void tell(Runnable what) {
      try {
        what.run();
      } catch (RuntimeException e) {
        log.error("A listener of the floor failed", e);
      }
    }
  }
}
