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

  /// What came of it.
  public enum Result {
    REMOVED,
    /// It was not there any more.
    GONE,
    /// A campaign has it.
    BOUND,
    /// A file is being imported into it.
    IMPORTED_INTO
  }

  public ListRemovalStore(DatabaseAccess access) {
    this.access = access;
  }

  public Result remove(WorkspaceId workspace, ListId list) {
    try (var db = access.limited(ListLimits.MERGE).getConnection()) {
      db.setAutoCommit(false);
      var result = remove(db, workspace, list);
      db.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("the list " + list + " could not be removed", e);
    }
  }

  /// Locked first: whoever binds it or imports into it meanwhile has come to the end, and what
  /// stands in the way then still does when it is told.
  private static Result remove(Connection db, WorkspaceId workspace, ListId list)
      throws SQLException {
    try (var set = db.prepareStatement("select set_config('hiwar.workspace', ?, true)")) {
      set.setString(1, workspace.toString());
      set.execute();
    }
    if (!is(
        db, "select from calling_list where workspace = ? and id = ? for update", workspace, list))
      return Result.GONE;
    if (is(
        db, "select from campaign_list where workspace = ? and list = ? limit 1", workspace, list))
      return Result.BOUND;
    if (is(
        db,
        "select from list_import where workspace = ? and list = ? and state = 'RUNNING' limit 1",
        workspace,
        list)) return Result.IMPORTED_INTO;
    try (var delete =
        db.prepareStatement("delete from calling_list where workspace = ? and id = ?")) {
      delete.setLong(1, workspace.value());
      delete.setLong(2, list.value());
      delete.executeUpdate();
    }
    return Result.REMOVED;
  }

  private static boolean is(Connection db, String question, WorkspaceId workspace, ListId list)
      throws SQLException {
    try (var statement = db.prepareStatement(question)) {
      statement.setLong(1, workspace.value());
      statement.setLong(2, list.value());
      try (var found = statement.executeQuery()) {
        return found.next();
      }
    }
  }
}
