package org.hiwar.floor;

import java.util.List;
import org.hiwar.floor.core.Event;
import org.hiwar.workspace.WorkspaceId;

/// Hears what a floor has committed: desktops, channels, campaigns.
///
/// Called on the floor's own thread, which decides nothing meanwhile: a listener puts things into a
/// bounded outbox and returns. What it throws is logged and goes no further.
public interface FloorListener {

  /// Batches come in order, without a gap until the next `restored`. `Floors.agent` already shows
  /// what they did.
  void committed(WorkspaceId workspace, long batch, List<Event> events);

  /// The floor has been read from the database: at the start, or after a failure, when a batch may
  /// have been missed. Whoever shows its state reads it again. Whoever knows of connected desktops
  /// reports each with `SessionOpened`: the floor takes every session for lost from now on.
  default void restored(WorkspaceId workspace) {}
}
