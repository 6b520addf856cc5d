package org.hiwar.workspace;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Dispositions.
@Component
public class DispositionStore {
  private static final String COLUMNS =
      """
      select id, services, code, name, kind, final, position, in_preview, in_outbound, in_inbound, selectable, reschedulable
      from disposition where workspace = ?
      """;
  private static final String ORDER = " order by position, id";

  private final Database database;

  public DispositionStore(Database database) {
    this.database = database;
  }

  public void add(WorkspaceId workspace, Disposition disposition) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into disposition (workspace, id, services, code, name, kind, final, position, in_preview, in_outbound,
                                             in_inbound, selectable, reschedulable) values (?, ?, ?::bigint[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(disposition.id().value())
                .param(array(disposition.services()))
                .param(disposition.code())
                .param(disposition.name())
                .param(disposition.kind().name())
                .param(disposition.last())
                .param(disposition.position())
                .params(scope(disposition.scope()))
                .update());
  }

  /// Everything but its id and its code: what was given it keeps it, and from before `at` keeps the
  /// name, too.
  public void change(WorkspaceId workspace, Disposition disposition, Instant at) {
    database.in(
        workspace.value(),
        db -> {
          keepName(db, workspace, disposition, at);
          return db.sql(
                  """
                  update disposition set services = ?::bigint[], name = ?, kind = ?, final = ?, position = ?, in_preview = ?, in_outbound = ?,
                    in_inbound = ?, selectable = ?, reschedulable = ? where workspace = ? and id = ?\
                  """)
              .param(array(disposition.services()))
              .param(disposition.name())
              .param(disposition.kind().name())
              .param(disposition.last())
              .param(disposition.position())
              .params(scope(disposition.scope()))
              .param(workspace.value())
              .param(disposition.id().value())
              .update();
        });
  }

  private static void keepName(
      JdbcClient db, WorkspaceId workspace, Disposition renamed, Instant at) {
    db.sql(
            """
            insert into disposition_former (workspace, disposition, until, name)
            select workspace, id, :at, name from disposition
            where workspace = :workspace and id = :id and name is distinct from :name::text on conflict do nothing\
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("workspace", workspace.value())
        .param("id", renamed.id().value())
        .param("name", renamed.name())
        .update();
  }

  /// What a disposition was called until it was renamed.
  ///
  /// @param name null: what Hiwar itself calls it
  public record Former(DispositionId disposition, Instant until, @Nullable String name) {}

  /// The earliest first.
  public List<Former> former(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select disposition, until, name from disposition_former where workspace = ?"
                        + " order by until")
                .param(workspace.value())
                .query(
                    (row, _) ->
                        new Former(
                            new DispositionId(row.getLong("disposition")),
                            row.getObject("until", OffsetDateTime.class).toInstant(),
                            row.getString("name")))
                .list());
  }

  private static List<Object> scope(Disposition.Scope scope) {
    return List.of(
        scope.preview(),
        scope.outbound(),
        scope.inbound(),
        scope.selectable(),
        scope.reschedulable());
  }

  /// Whoever adds what is missing sees, until the end of the transaction, what others have added.
  public void lock(WorkspaceId workspace) {
    database.in(
        workspace.value(),
        db ->
            db.sql("select pg_advisory_xact_lock(hashtextextended('disposition', ?))")
                .param(workspace.value())
                .query((_, _) -> true)
                .single());
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
            db.sql(COLUMNS + "and (services is null or ? = any(services))" + ORDER)
                .params(workspace.value(), service.value())
                .query(DispositionStore::row)
                .list());
  }

  private static Disposition row(ResultSet row, int number) throws SQLException {
    return new Disposition(
        new DispositionId(row.getLong("id")),
        services(row.getArray("services")),
        row.getString("code"),
        row.getString("name"),
        Disposition.Kind.valueOf(row.getString("kind")),
        row.getBoolean("final"),
        row.getInt("position"),
        new Disposition.Scope(
            row.getBoolean("in_preview"),
            row.getBoolean("in_outbound"),
            row.getBoolean("in_inbound"),
            row.getBoolean("selectable"),
            row.getBoolean("reschedulable")));
  }

  private static Long @Nullable [] array(Set<ServiceId> services) {
    return services.isEmpty()
        ? null
        : services.stream().map(ServiceId::value).sorted().toArray(Long[]::new);
  }

  private static Set<ServiceId> services(@Nullable Array stored) throws SQLException {
    if (stored == null) return Set.of();
    return Arrays.stream((Long[]) stored.getArray())
        .map(ServiceId::new)
        .collect(Collectors.toSet());
  }
}
