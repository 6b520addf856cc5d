package org.hiwar.campaign.list;

import java.sql.Connection;
import java.sql.SQLException;
import org.hiwar.campaign.ListId;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Takes lists away with all their records, on a connection of its own: a million of them take
/// longer than a request may hold one of the shared.
@Component
public class ListRemovalStore {
  private final DatabaseAccess access;

  public ListRemovalStore(DatabaseAccess access) {
    this.access = access;
  }

  /// False while a campaign has it.
  public boolean remove(WorkspaceId workspace, ListId list) {
    try (var db = access.limited(ListLimits.MERGE).getConnection()) {
      db.setAutoCommit(false);
      boolean removed = remove(db, workspace, list);
      db.commit();
      return removed;
    } catch (SQLException e) {
      throw new IllegalStateException("the list " + list + " could not be removed", e);
    }
  }

  private static boolean remove(Connection db, WorkspaceId workspace, ListId list)
      throws SQLException {
    try (var set = db.prepareStatement("select set_config('hiwar.workspace', ?, true)");
        var delete =
            db.prepareStatement(
                """
                delete from calling_list l where workspace = ? and id = ?
                  and not exists (select from campaign_list c where c.workspace = l.workspace and c.list = l.id)\
                """)) {
      set.setString(1, workspace.toString());
      set.execute();
      delete.setLong(1, workspace.value());
      delete.setLong(2, list.value());
      return delete.executeUpdate() == 1;
    }
  }
}
