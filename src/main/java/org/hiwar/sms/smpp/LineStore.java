package org.hiwar.sms.smpp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.InboxStore;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;

/// When lines were alive, and what they had stored shortly before.
public final class LineStore {
  private final Database database;
  private final InboxStore inbox;

  public LineStore(Database database, InboxStore inbox) {
    this.database = database;
    this.inbox = inbox;
  }

  /// There is a session, or there was one until now.
  void alive(WorkspaceId workspace, AccountId account, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into sms_line (workspace, account, alive_at) values (?, ?, ?)
                    on conflict (workspace, account) do update set alive_at = excluded.alive_at\
                    """)
                .param(workspace.value())
                .param(account.value())
                .param(at.atOffset(ZoneOffset.UTC))
                .update());
  }

  /// Has what an earlier process stored, and may not have answered, known again.
  void recall(WorkspaceId workspace, AccountId account, Repeats repeats, Instant now) {
    var alive = aliveAt(workspace, account, now);
    var earlier =
        inbox
            .named(workspace, account, alive.minus(Repeats.LOST_WITHIN), SmppLimits.REPEATS)
            .stream()
            .map(item -> new Repeats.Earlier(item.externalId(), item.receivedAt()))
            .toList();
    repeats.recall(earlier, alive, now);
  }

  /// Without a sign of life nobody knows: as if it had ended now.
  private Instant aliveAt(WorkspaceId workspace, AccountId account, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select alive_at from sms_line where workspace = ? and account = ?")
                .param(workspace.value())
                .param(account.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(now));
  }
}
