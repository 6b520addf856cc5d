package org.hiwar.email;

import static org.hiwar.email.EmailStore.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Acknowledgements that wait or were sent, one for each thread.
@Component
class AcknowledgementStore {
  private static final int AT_ONCE = 50;

  private final Database database;

  /// @param answers the Message-ID of the mail; empty: it has none
  /// @param messageId of ours
  record Acknowledgement(
      long thread,
      AccountId account,
      String recipient,
      String language,
      String subject,
      String answers,
      String messageId,
      int tries,
      Instant at) {}

  AcknowledgementStore(Database database) {
    this.database = database;
  }

  /// Once for a thread, and not when the recipient has had `most` since.
  void add(WorkspaceId workspace, Acknowledgement one, int most, Instant since) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into email_acknowledgement (workspace, thread, account, recipient, language, subject, answers, message_id, at, next_at)
                    select :workspace, :thread, :account, :recipient, :language, :subject, :answers, :messageId, :at, :at
                    where (select count(*) from email_acknowledgement
                      where workspace = :workspace and account = :account and recipient = :recipient and at > :since) < :most
                    on conflict do nothing\
                    """)
                .param("workspace", workspace.value())
                .param("thread", one.thread())
                .param("account", one.account().value())
                .param("recipient", one.recipient())
                .param("language", one.language())
                .param("subject", one.subject())
                .param("answers", one.answers())
                .param("messageId", one.messageId())
                .param("at", time(one.at()))
                .param("since", time(since))
                .param("most", most)
                .update());
  }

  /// What waits and is due by `now`, and not from before `since`.
  List<Acknowledgement> due(WorkspaceId workspace, Instant now, Instant since) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select * from email_acknowledgement where workspace = ? and state = 'WAITING' and next_at <= ? and at > ? order by next_at limit ?\
                    """)
                .param(workspace.value())
                .param(time(now))
                .param(time(since))
                .param(AT_ONCE)
                .query(AcknowledgementStore::read)
                .list());
  }

  void settle(WorkspaceId workspace, long thread, String state, Instant next) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update email_acknowledgement set state = ?, tries = tries + 1, next_at = ? where workspace = ? and thread = ?\
                    """)
                .param(state)
                .param(time(next))
                .param(workspace.value())
                .param(thread)
                .update());
  }

  private static Acknowledgement read(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Acknowledgement(
        row.getLong("thread"),
        new AccountId(row.getLong("account")),
        row.getString("recipient"),
        row.getString("language"),
        row.getString("subject"),
        row.getString("answers"),
        row.getString("message_id"),
        row.getInt("tries"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
