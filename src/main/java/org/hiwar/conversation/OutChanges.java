package org.hiwar.conversation;

import java.util.Optional;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Whoever can have what has gone out changed where the customer reads it.
public interface OutChanges {
  /// Whether messages of this channel can be changed at all.
  boolean possible(String channel);

  /// Has it changed now; once more does the same. Empty: it is done.
  ///
  /// @param text what it shall say; null: it is withdrawn
  Optional<Reworded.Why> change(WorkspaceId workspace, SentOut message, @Nullable String text);
}
