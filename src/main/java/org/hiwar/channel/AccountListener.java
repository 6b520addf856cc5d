package org.hiwar.channel;

import org.hiwar.workspace.WorkspaceId;

/// Told when an account was added, changed or removed, after that is committed, on the thread of
/// whoever did it; must not block.
@FunctionalInterface
public interface AccountListener {
  void accountChanged(WorkspaceId workspace, AccountId account);
}
