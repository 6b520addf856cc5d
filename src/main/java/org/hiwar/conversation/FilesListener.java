package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears that files of messages have come, or will not.
@FunctionalInterface
public interface FilesListener {
  /// After the commit; must not block.
  void filesChanged(WorkspaceId workspace, ConversationId conversation);
}
