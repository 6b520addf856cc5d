package org.hiwar.conversation;

import org.hiwar.workspace.WorkspaceId;

/// Hears of messages that their writers have changed or withdrawn.
@FunctionalInterface
public interface RewordingListener {
  /// After the commit, with the message as it stands since; two changes of one message may be told
  /// in the other order, and one twice. Must not block.
  void reworded(WorkspaceId workspace, Message message);
}
