package org.hiwar.workspace;

import java.util.HashSet;
import java.util.Set;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Whom users have put first among their colleagues.
@Component
public class FavouriteStore {
  private final Database database;

  public FavouriteStore(Database database) {
    this.database = database;
  }

  public Set<UserId> of(WorkspaceId workspace, UserId user) {
    return database.in(
        workspace.value(),
        db ->
            new HashSet<>(
                db.sql("select colleague from favourite where workspace = ? and user_id = ?")
                    .params(workspace.value(), user.value())
                    .query((row, _) -> new UserId(row.getLong(1)))
                    .list()));
  }

  /// Once more changes nothing.
  public void add(WorkspaceId workspace, UserId user, UserId colleague) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into favourite (workspace, user_id, colleague) values (?, ?, ?) on conflict do nothing\
                    """)
                .params(workspace.value(), user.value(), colleague.value())
                .update());
  }

  /// Of whom is none, nothing changes.
  public void remove(WorkspaceId workspace, UserId user, UserId colleague) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from favourite where workspace = ? and user_id = ? and colleague = ?")
                .params(workspace.value(), user.value(), colleague.value())
                .update());
  }
}
