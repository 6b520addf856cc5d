package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.WorkspaceId;

/// Hears what the floor decided about interactions. Called by the adapter of the floor.
@FunctionalInterface
public interface InteractionListener {
  /// After the floor's commit, in the order of the decisions, on the floor's thread: must not
  /// block.
  void changed(WorkspaceId workspace, List<InteractionChange> changes);
}
