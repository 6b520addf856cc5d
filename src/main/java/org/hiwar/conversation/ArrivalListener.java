package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears of interactions that came in.
@FunctionalInterface
public interface ArrivalListener {
  /// After the commit and before the interaction's first message is published, on the writer's
  /// thread: must not block. Not heard if the process dies in between; [InteractionStore#open]
  /// tells what was missed.
  void arrived(WorkspaceId workspace, Arrival arrival);
}
