package org.hiwar.messenger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.RawItem;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.TemplateUse;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Accounts, and what comes and goes on them.
public final class TestAccounts {
  public static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

  private TestAccounts() {}

  /// That no database knows.
  public static Account account(String channel, String address, Map<String, String> settings) {
    return account(new WorkspaceId(1), channel, address, null, settings);
  }

  public static Account account(
      WorkspaceId workspace,
      String channel,
      String address,
      @Nullable String language,
      Map<String, String> settings) {
    return new Account(
        workspace,
        new AccountId(TestDatabase.ids().next()),
        channel,
        "Test",
        address,
        new ServiceId(TestDatabase.ids().next()),
        language,
        settings,
        true,
        1);
  }

  /// With its rows, in a workspace of its own; what is a secret is not in them.
  public static Account stored(String channel, String address, Map<String, String> settings) {
    var account = account(TestDatabase.freshWorkspace(), channel, address, null, settings);
    long workspace = account.workspace().value();
    TestDatabase.database()
        .in(
            workspace,
            db -> {
              db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', 'S')")
                  .params(workspace, account.service().value())
                  .update();
              db.sql("insert into service (workspace, id, name, medium) values (?, ?, 'S', 'CHAT')")
                  .params(workspace, account.service().value())
                  .update();
              return db.sql(
                      """
                      insert into channel_account (workspace, id, channel, name, address, service, created_at)
                      values (?, ?, ?, ?, ?, ?, now())
                      """)
                  .params(
                      workspace,
                      account.id().value(),
                      channel,
                      account.name(),
                      address,
                      account.service().value())
                  .update();
            });
    return account;
  }

  public static RawItem item(Account account, String body) {
    return new RawItem(7, account.id(), "item", body.getBytes(StandardCharsets.UTF_8), NOW);
  }

  public static Outgoing outgoing(String to, String text, OutgoingFile... files) {
    return outgoing(to, text, null, files);
  }

  /// @param template as which it goes out; null: as it is written
  public static Outgoing outgoing(
      String to, String text, @Nullable TemplateUse template, OutgoingFile... files) {
    return new Outgoing(
        new MessageId(4711),
        new ConversationId(42),
        new InteractionId(43),
        UUID.fromString("7f9c24e5-2a4b-4b5c-8d6e-0123456789ab"),
        to,
        text,
        List.of(files),
        template,
        0);
  }
}
