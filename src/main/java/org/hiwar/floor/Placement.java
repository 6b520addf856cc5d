package org.hiwar.floor;

import org.hiwar.workspace.WorkspaceId;

/// Knows where each workspace's floor runs. On one node all of them run here; on many, each runs on
/// exactly one.
public interface Placement {
  /// Started on first use.
  OneFloor floorOf(WorkspaceId workspace);

  /// From now on `listener` hears of every floor.
  void listen(FloorListener listener);
}
