package org.hiwar.floor;

import java.util.List;
import org.hiwar.floor.core.Event;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// Rows of others that change in the same transaction as the floor's. A part may refuse nothing
/// that the floor decides: an error in it undoes the batch.
@FunctionalInterface
public interface CommitParts {
  CommitParts NONE = (_, _) -> List.of();

  /// Quick and without I/O: it runs on the floor's thread, before the commit.
  List<SqlPart> of(WorkspaceId workspace, List<Event> events);
}
