package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.WorkspaceId;

/// Hears of stored messages.
@FunctionalInterface
public interface MessageListener {
  /// After the commit, in order of their numbers within each conversation and without a hole, on
  /// the writer's thread: must not block.
  void stored(WorkspaceId workspace, List<Message> messages);
}
