package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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

  /// Its name and place. What was given before keeps the reason, under its new name.
  public void change(WorkspaceId workspace, NotReadyReason reason) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update not_ready_reason set name = ?, position = ? where workspace = ? and id"
                        + " = ?")
                .param(reason.name())
                .param(reason.position())
                .param(workspace.value())
                .param(reason.id().value())
                .update());
  }

  /// It is no longer offered, and stays for what is past.
  public void remove(WorkspaceId workspace, ReasonId reason, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update not_ready_reason set removed_at = ? where workspace = ? and id = ? and"
                        + " removed_at is null")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(workspace.value())
                .param(reason.value())
                .update());
  }

  /// Those that are offered, by position.
  public List<NotReadyReason> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id, code, name, position from not_ready_reason where workspace = ?"
                        + " and removed_at is null order by position, id")
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
