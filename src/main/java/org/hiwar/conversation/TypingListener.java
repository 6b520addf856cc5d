package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears that a customer is writing just now. Nothing of it is stored, and it may be lost.
@FunctionalInterface
public interface TypingListener {
  /// Must not block.
  void customerTypes(WorkspaceId workspace, ConversationId conversation);
}
