package org.hiwar.email;

import static org.hiwar.email.EmailStore.time;

import java.time.Duration;
import java.time.Instant;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was told by ourselves that a mail has come, and when: once for a thread.
@Component
class AcknowledgementStore {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Database database;

  AcknowledgementStore(Database database) {
    this.database = database;
  }

  /// Notes one, unless there were enough of them. Asked again for the same thread, the answer stays
  /// true.
  ///
  /// @param recipient an address, normalised
  boolean note(
      WorkspaceId workspace, AccountId account, long thread, String recipient, Instant at) {
    return database.in(
        workspace.value(),
        db ->
            insert(db, workspace, account, thread, recipient, at)
                || isNoted(db, workspace, thread));
  }

  private static boolean insert(
      JdbcClient db,
      WorkspaceId workspace,
      AccountId account,
      long thread,
      String recipient,
      Instant at) {
    return db.sql(
                """
                insert into email_acknowledgement (workspace, thread, account, recipient, at)
                select :workspace, :thread, :account, :recipient, :at
                where (select count(*) from email_acknowledgement
                    where workspace = :workspace and account = :account and recipient = :recipient and at > :day) < :aDay
                  and (select count(*) from email_acknowledgement
                    where workspace = :workspace and account = :account and at > :hour) < :anHour
                on conflict do nothing\
                """)
            .param("workspace", workspace.value())
            .param("thread", thread)
            .param("account", account.value())
            .param("recipient", recipient)
            .param("at", time(at))
            .param("day", time(at.minus(DAY)))
            .param("aDay", EmailLimits.ACKNOWLEDGEMENTS_A_DAY)
            .param("hour", time(at.minus(HOUR)))
            .param("anHour", EmailLimits.ACKNOWLEDGEMENTS_AN_HOUR)
            .update()
        == 1;
  }

  private static boolean isNoted(JdbcClient db, WorkspaceId workspace, long thread) {
    return db.sql(
            "select exists (select from email_acknowledgement where workspace = ? and thread = ?)")
        .param(workspace.value())
        .param(thread)
        .query(Boolean.class)
        .single();
  }
}
