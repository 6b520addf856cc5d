package org.hiwar.conversation.removal;

import org.hiwar.workspace.WorkspaceId;

/// What an erasure leaves to be done behind its transaction, noted in rows so that it is done
/// whatever stops in between.
public interface Leftovers {
  /// Does some of it, for a few seconds at most; nothing when there is none.
  ///
  /// @return whether there is more
  boolean workOff(WorkspaceId workspace);
}
