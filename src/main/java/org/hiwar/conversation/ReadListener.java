package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears that an agent has read what a customer wrote.
@FunctionalInterface
public interface ReadListener {
  /// Up to message `seq`. After the commit; must not block.
  void agentRead(WorkspaceId workspace, ConversationId conversation, long seq);
}
