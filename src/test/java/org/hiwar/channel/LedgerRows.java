package org.hiwar.channel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.hiwar.platform.database.Database;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of what came in, and of what it became, as they would be there after all went well, or did
/// not.
final class LedgerRows {
  private static final String ROWS =
      """
      insert into app_user (workspace, id, login, name, password_hash, roles, created_at) values (:workspace, :user, 'u' || :user, 'User', '', '{}', now())
      insert into contact (workspace, id, name, created_at) values (:workspace, :contact, 'Layla', now())
      insert into conversation (workspace, id, contact, last_seq, opened_at) values (:workspace, :conversation, :contact, 1, :at)
      insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, global_id, arrived_at, account) values (:workspace, :interaction, :conversation, :contact, 'CHAT', 'postcard', 'INBOUND', :service, :uuid, :at, :account)
      insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at) values (:workspace, :conversation, 1, :message, :interaction, :uuid, 'CUSTOMER', 'مرحبا', :at)
      """;

  private final WorkspaceId workspace;
  private final Account account;

  LedgerRows(Account account) {
    workspace = account.workspace();
    this.account = account;
  }

  /// What became of the interaction of a message.
  enum Fate {
    SHOWN,
    QUEUED,
    MISSED
  }

  long item(Instant at, String state, @Nullable String reason) {
    return insert(at, state, reason, null, null);
  }

  /// An item that became a message, of which only the item is left.
  long lost(Instant at) {
    return insert(at, "TAKEN", null, TestDatabase.ids().next(), TestDatabase.ids().next());
  }

  /// Somebody has found out what became of an item.
  void aside(long item) {
    in(
        db ->
            db.sql(
                    "update inbound_item set state = 'ASIDE', reason = 'unreadable' where workspace"
                        + " = ? and id = ?")
                .param(workspace.value())
                .param(item)
                .update());
  }

  long message(Instant at, Fate fate) {
    return message(at, fate, account.id());
  }

  /// `of`: the account of the interaction.
  long message(Instant at, Fate fate, AccountId of) {
    long conversation = next();
    long message = next();
    var values =
        Map.<String, Object>of(
            "workspace", workspace.value(),
            "conversation", conversation,
            "message", message,
            "contact", next(),
            "interaction", next(),
            "user", next(),
            "service", account.service().value(),
            "account", of.value(),
            "uuid", UUID.randomUUID(),
            "at", time(at));
    in(db -> talk(db, values, fate));
    return insert(at, "TAKEN", null, message, conversation);
  }

  private int talk(JdbcClient db, Map<String, Object> values, Fate fate) {
    for (var sql : ROWS.lines().toList()) db.sql(sql).params(values).update();
    var change =
        switch (fate) {
          case SHOWN -> "agent = :user, accepted_at = :at";
          case QUEUED -> "version = version";
          case MISSED -> "live_until = :at, ended_by = 'CUSTOMER'";
        };
    return db.sql(
            "update interaction set "
                + change
                + " where workspace = :workspace and id = :interaction")
        .params(values)
        .update();
  }

  private long insert(
      Instant at,
      String state,
      @Nullable String reason,
      @Nullable Long message,
      @Nullable Long conversation) {
    long id = next();
    in(
        db ->
            db.sql(
                    """
                    insert into inbound_item (workspace, id, account, external_id, body, received_at, state, reason, detail, message, conversation)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(id)
                .param(account.id().value())
                .param("external " + id)
                .param(new byte[] {1, 2, 3})
                .param(time(at))
                .param(state)
                .param(reason)
                .param(reason == null ? null : "the detail")
                .param(message)
                .param(conversation)
                .update());
    return id;
  }

  private void in(Database.Work<Integer> work) {
    TestDatabase.database().in(workspace.value(), work);
  }

  private static long next() {
    return TestDatabase.ids().next();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
