package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Dispositions.
@Component
public class DispositionStore {
  private static final String COLUMNS =
      "select id, service, code, name, kind, final, position from disposition where workspace = ? ";
  private static final String ORDER = " order by position, id";

  private final Database database;

  public DispositionStore(Database database) {
    this.database = database;
  }

  public void add(WorkspaceId workspace, Disposition disposition) {
    var service = disposition.service();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into disposition (workspace, id, service, code, name, kind, final,"
                        + " position) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(workspace.value())
                .param(disposition.id().value())
                .param(service == null ? null : service.value())
                .param(disposition.code())
                .param(disposition.name())
                .param(disposition.kind().name())
                .param(disposition.last())
                .param(disposition.position())
                .update());
  }

  public Optional<Disposition> find(WorkspaceId workspace, DispositionId disposition) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = ?")
                .params(workspace.value(), disposition.value())
                .query(DispositionStore::row)
                .optional());
  }

  public List<Disposition> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + ORDER).params(workspace.value()).query(DispositionStore::row).list());
  }

  /// What may be given in a service: its own and those for all, by position.
  public List<Disposition> of(WorkspaceId workspace, ServiceId service) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and (service is null or service = ?)" + ORDER)
                .params(workspace.value(), service.value())
                .query(DispositionStore::row)
                .list());
  }

  private static Disposition row(ResultSet row, int number) throws SQLException {
    var service = row.getObject("service", Long.class);
    return new Disposition(
        new DispositionId(row.getLong("id")),
        service == null ? null : new ServiceId(service),
        row.getString("code"),
        row.getString("name"),
        Disposition.Kind.valueOf(row.getString("kind")),
        row.getBoolean("final"),
        row.getInt("position"));
  }
}
