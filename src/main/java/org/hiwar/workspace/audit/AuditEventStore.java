package org.hiwar.workspace.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The audit log, newest first.
@Component
class AuditEventStore {
  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final Database database;
  private final JsonMapper json = JsonMapper.shared();

  AuditEventStore(Database database) {
    this.database = database;
  }

  /// At most `limit` events behind `cursor`; null: from the newest. Each question has an index that
  /// begins with what it asks for and goes on in the order of the answer.
  List<AuditEvent> page(
      WorkspaceId workspace, AuditQuery query, @Nullable AuditCursor cursor, int limit) {
    var sql =
        new StringBuilder(
            "select id, at, user_id, what, subject, detail from audit_event where workspace = ?");
    var values = new ArrayList<Object>(List.of(workspace.value()));
    if (query.by() != null) add(sql, values, " and user_id = ?", query.by().value());
    if (query.kind() != null) add(sql, values, " and split_part(what, '.', 1) = ?", query.kind());
    if (query.from() != null) add(sql, values, " and at >= ?", time(query.from()));
    if (query.to() != null) add(sql, values, " and at < ?", time(query.to()));
    if (cursor != null) {
      add(sql, values, " and (at, id) < (?, ", time(cursor.at()));
      add(sql, values, "?)", cursor.id());
    }
    add(sql, values, " order by at desc, id desc limit ?", limit);
    return database.in(
        workspace.value(), db -> db.sql(sql.toString()).params(values).query(this::row).list());
  }

  private static void add(StringBuilder sql, List<Object> values, String part, Object value) {
    sql.append(part);
    values.add(value);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private AuditEvent row(ResultSet row, int number) throws SQLException {
    var by = row.getObject("user_id", Long.class);
    return new AuditEvent(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        by == null ? null : new UserId(by),
        row.getString("what"),
        row.getString("subject"),
        json.readValue(row.getString("detail"), DETAIL));
  }
}
