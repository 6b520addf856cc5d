package org.hiwar.workspace.access;

import java.util.Set;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Who sends the present request. A role taken away is gone at once, because it ends the user's
/// sessions.
public record CurrentUser(
    WorkspaceId workspace, UserId user, SessionId session, Set<Privilege> privileges) {

  public CurrentUser {
    privileges = Set.copyOf(privileges);
  }

  public boolean may(Privilege privilege) {
    return privileges.contains(privilege);
  }

  public void require(Privilege privilege) {
    if (!may(privilege)) throw Refusal.notAllowed();
  }
}
