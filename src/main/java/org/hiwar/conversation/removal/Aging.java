package org.hiwar.conversation.removal;

import java.time.Instant;
import org.hiwar.workspace.WorkspaceId;

/// What grows old, and goes when it is older than a workspace wants.
public interface Aging {
  enum Kind {
    RECORDINGS,
    CONVERSATIONS,
    RAW_ITEMS
  }

  Kind kind();

  /// Removes a limited number of what was over before that moment, in one transaction; never what
  /// goes on.
  ///
  /// @param idsBefore everything older has a smaller id
  /// @return how many went; 0: there is no more
  int remove(WorkspaceId workspace, long idsBefore, Instant before);
}
