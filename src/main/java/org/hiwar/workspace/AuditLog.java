package org.hiwar.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who did what to whom: every change of configuration and every log-in. Written in the transaction
/// of the change it tells of. `detail` holds no secret and no customer's words.
@Component
public class AuditLog {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();

  public AuditLog(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// `by` null: the system itself. `what` is dotted and in the past tense (`user.created`),
  /// `subject` the id it was done to.
  public void record(
      WorkspaceId workspace,
      @Nullable UserId by,
      String what,
      String subject,
      Map<String, ?> detail) {
    var event = new Event(workspace, by, what, subject, detail);
    database.in(workspace.value(), db -> write(db, event, clock.instant()));
  }

  /// Writes it, unless the same stands there since `since`: what somebody says again because they
  /// have not heard that it is done.
  public void recordOnce(
      WorkspaceId workspace,
      UserId by,
      String what,
      String subject,
      Map<String, ?> detail,
      Instant since) {
    var event = new Event(workspace, by, what, subject, detail);
    database.in(
        workspace.value(),
        db -> {
          db.sql("select true from pg_advisory_xact_lock(hashtextextended(?, ?))")
              .param("audit " + by + " " + what + " " + subject)
              .param(workspace.value())
              .query(Boolean.class)
              .single();
          var now = clock.instant();
          return stands(db, event, since) ? 0 : write(db, event, now.isBefore(since) ? since : now);
        });
  }

  private record Event(
      WorkspaceId workspace,
      @Nullable UserId by,
      String what,
      String subject,
      Map<String, ?> detail) {}

  private boolean stands(JdbcClient db, Event event, Instant since) {
    return db.sql(
            """
            select exists (select from audit_event
              where workspace = ? and user_id = ? and at >= ? and what = ? and subject = ? and detail = ?::jsonb)\
            """)
        .param(event.workspace().value())
        .param(event.by() == null ? null : event.by().value())
        .param(since.atOffset(ZoneOffset.UTC))
        .param(event.what())
        .param(event.subject())
        .param(json.writeValueAsString(event.detail()))
        .query(Boolean.class)
        .single();
  }

  private int write(JdbcClient db, Event event, Instant at) {
    return db.sql(
            "insert into audit_event (workspace, id, at, user_id, what, subject, detail)"
                + " values (?, ?, ?, ?, ?, ?, ?::jsonb)")
        .param(event.workspace().value())
        .param(ids.next())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(event.by() == null ? null : event.by().value())
        .param(event.what())
        .param(event.subject())
        .param(json.writeValueAsString(event.detail()))
        .update();
  }
}
