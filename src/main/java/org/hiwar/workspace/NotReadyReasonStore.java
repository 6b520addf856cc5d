package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Reasons for not being ready.
@Component
public class NotReadyReasonStore {
  private final Database database;

  public NotReadyReasonStore(Database database) {
    this.database = database;
  }

  public void add(WorkspaceId workspace, NotReadyReason reason) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into not_ready_reason (workspace, id, code, name, position) values (?,"
                        + " ?, ?, ?, ?)")
                .param(workspace.value())
                .param(reason.id().value())
                .param(reason.code())
                .param(reason.name())
                .param(reason.position())
                .update());
  }

  /// By position.
  public List<NotReadyReason> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id, code, name, position from not_ready_reason where workspace = ?"
                        + " order by position, id")
                .params(workspace.value())
                .query(NotReadyReasonStore::row)
                .list());
  }

  private static NotReadyReason row(ResultSet row, int number) throws SQLException {
    return new NotReadyReason(
        new ReasonId(row.getLong("id")),
        row.getString("code"),
        row.getString("name"),
        row.getInt("position"));
  }
}
