package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears that messages of a conversation belong to other interactions than before, or these to
/// other threads.
@FunctionalInterface
public interface MattersListener {
  /// After the commit; must not block.
  void mattersChanged(WorkspaceId workspace, ConversationId conversation);
}
