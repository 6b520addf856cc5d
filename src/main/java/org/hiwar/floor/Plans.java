package org.hiwar.floor;

import org.hiwar.floor.core.Plan;
import org.hiwar.workspace.WorkspaceId;

/// Reads the services of a workspace and the skills of its agents.
@FunctionalInterface
public interface Plans {
  /// May block; an exception means *not available now*.
  Plan read(WorkspaceId workspace);
}
