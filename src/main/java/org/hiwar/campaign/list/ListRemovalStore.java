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

  /// False while a campaign has it, or a file is being imported into it.
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

  /// Locked first: whoever binds it or imports into it meanwhile has come to the end.
  private static boolean remove(Connection db, WorkspaceId workspace, ListId list)
      throws SQLException {
    try (var set = db.prepareStatement("select set_config('hiwar.workspace', ?, true)");
        var lock =
            db.prepareStatement(
                "select 1 from calling_list where workspace = ? and id = ? for update");
        var delete =
            db.prepareStatement(
                """
                delete from calling_list l where workspace = ? and id = ?
                  and not exists (select from campaign_list c where c.workspace = l.workspace and c.list = l.id)
                  and not exists (select from list_import i where i.workspace = l.workspace and i.list = l.id and i.state = 'RUNNING')\
                """)) {
      set.setString(1, workspace.toString());
      set.execute();
      lock.setLong(1, workspace.value());
      lock.setLong(2, list.value());
      lock.execute();
      delete.setLong(1, workspace.value());
      delete.setLong(2, list.value());
      return delete.executeUpdate() == 1;
    }
  }
}
