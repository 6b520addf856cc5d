package org.hiwar.channel;

import java.util.List;
import java.util.Optional;
import org.hiwar.workspace.WorkspaceId;

/// The accounts of a workspace, as inbox, outbox and screens look them up: often, so the answer
/// comes from memory.
public interface Accounts {
  /// Also one that is not enabled, or was removed: what came in on it keeps its name.
  Optional<Account> find(WorkspaceId workspace, AccountId id);

  /// Those that were not removed, enabled or not, by name.
  List<Account> all(WorkspaceId workspace);
}
