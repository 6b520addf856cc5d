package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears that a customer has got, or seen, what agents wrote.
@FunctionalInterface
public interface SeenListener {
  /// After the commit; must not block.
  void seen(WorkspaceId workspace, ConversationId conversation);
}
