package org.hiwar.testing;

import java.time.Clock;
import java.util.List;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.Workspaces;

/// The directory without the workspaces that are left alone, see [Care]. They are found as before;
/// nothing is done there by itself.
final class PresentWorkspaces extends Workspaces {
  PresentWorkspaces(Database database, Ids ids, Clock clock) {
    super(database, ids, clock);
  }

  @Override
  public List<Workspace> all() {
    return super.all().stream().filter(one -> !Care.isLeftAlone(one.id())).toList();
  }
}
