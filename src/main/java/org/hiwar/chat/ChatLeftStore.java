package org.hiwar.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Who has left a message and gone: what they wrote waits for an agent however long it takes.
@Component
class ChatLeftStore {
  /// Longer than a message waits.
  private static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;

  ChatLeftStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Said before the message is taken in, so that nothing can fall between the two.
  void left(WorkspaceId workspace, String visitor) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from chat_left where workspace = ? and at < ?")
              .params(workspace.value(), now.minus(KEPT))
              .update();
          return db.sql(
                  """
                  insert into chat_left (workspace, visitor, at) values (?, ?, ?)
                  on conflict (workspace, visitor) do update set at = excluded.at\
                  """)
              .params(workspace.value(), visitor, now)
              .update();
        });
  }

  /// The visitor stays and waits.
  void stays(WorkspaceId workspace, String visitor) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from chat_left where workspace = ? and visitor = ?")
                .params(workspace.value(), visitor)
                .update());
  }

  Set<String> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            new HashSet<>(
                db.sql("select visitor from chat_left where workspace = ?")
                    .param(workspace.value())
                    .query(String.class)
                    .list()));
  }
}
