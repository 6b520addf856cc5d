package org.hiwar.workspace;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
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
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into audit_event (workspace, id, at, user_id, what, subject, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .param(workspace.value())
                .param(ids.next())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(by == null ? null : by.value())
                .param(what)
                .param(subject)
                .param(json.writeValueAsString(detail))
                .update());
  }
}
