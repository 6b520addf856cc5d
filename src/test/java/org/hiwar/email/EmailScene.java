package org.hiwar.email;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Matters;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.Scene;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;

/// The channel with one account, without anything around it.
final class EmailScene {
  final WorkspaceId workspace = TestDatabase.freshWorkspace();
  final Account account;
  final EmailStore emails = new EmailStore(TestDatabase.database());
  final EmailThreadStore references = new EmailThreadStore(TestDatabase.database());
  final ThreadChangeStore changes = new ThreadChangeStore(TestDatabase.database());
  final Threads threads = new Threads(references, changes, new SecureRandom());
  final MailboxStore places = new MailboxStore(TestDatabase.database());
  private final OutboundGuard guard =
      new OutboundGuard(java.net.InetAddress::getAllByName, true, List.of());

  /// Refresh tokens that were given instead of others.
  final List<String> renewed = new CopyOnWriteArrayList<>();

  /// By how much the clock of the tokens is fast.
  volatile Duration fast = Duration.ZERO;

  final MailSessions sessions;
  final Answers answers;
  final Acknowledgements acknowledgements;
  final EmailChannel channel;

  EmailScene(Map<String, String> settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// @param tls decides which servers are believed
  EmailScene(Map<String, String> settings, SSLSocketFactory tls) {
    sessions =
        new MailSessions(
            guard,
            tls,
            Duration.ofSeconds(10),
            new AccessTokens(
                new TokenEndpoint(new OutboundHttp(guard, tls, System::nanoTime)),
                (_, token) -> renewed.add(token),
                ((InstantSource) () -> Instant.now().plus(fast)).withZone(ZoneOffset.UTC)));
    var service = new ServiceId(TestDatabase.ids().next());
    var some = Duration.ofMinutes(1);
    new ServiceStore(TestDatabase.database())
        .add(
            workspace,
            new Service(
                service,
                "Post",
                Medium.EMAIL,
                false,
                some,
                some,
                some,
                false,
                some,
                some,
                some,
                some,
                false));
    account =
        new Account(
            workspace,
            new AccountId(TestDatabase.ids().next()),
            EmailChannel.NAME,
            "Orders",
            MailHouse.OURS,
            service,
            null,
            settings,
            true,
            1);
    TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        insert into channel_account (workspace, id, channel, name, address, service, enabled, created_at)
                        values (?, ?, 'email', 'Orders', ?, ?, false, now())\
                        """)
                    .params(
                        workspace.value(), account.id().value(), MailHouse.OURS, service.value())
                    .update());
    var only =
        new Accounts() {
          @Override
          public Optional<Account> find(WorkspaceId in, AccountId id) {
            return Optional.of(account);
          }

          @Override
          public List<Account> all(WorkspaceId in) {
            return List.of(account);
          }
        };
    var clock = Clock.systemUTC();
    var ids = TestDatabase.ids();
    answers =
        new Answers(
            only, new InteractionStore(TestDatabase.database()), emails, threads, ids, clock);
    acknowledgements =
        new Acknowledgements(
            new AcknowledgementStore(TestDatabase.database()),
            answers,
            emails,
            new Messages(TestDatabase.dataSource(), ids, clock),
            clock);
    var database = TestDatabase.database();
    var messages = new Messages(Scene.direct(), ids, clock);
    var matters = new Matters(database, new Calls(database, messages, ids, clock), ids, clock);
    channel =
        new EmailChannel(
            sessions,
            places,
            threads,
            references,
            emails,
            changes,
            matters,
            answers,
            acknowledgements,
            clock,
            Duration.ofSeconds(1));
  }

  static RawItem item(AccountId account, String raw) {
    return new RawItem(
        TestDatabase.ids().next(),
        account,
        UUID.randomUUID().toString(),
        raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
        Instant.now());
  }

  Reading read(String raw) {
    return channel.read(account, item(account.id(), raw));
  }

  /// Reads it, and says which thread it belongs to.
  long thread(String raw) {
    var incoming = ((Reading.Content) read(raw)).messages().getFirst();
    return Objects.requireNonNull(incoming.thread());
  }

  /// Reads it, lets something happen, and keeps it then.
  Email takesAround(String raw, Runnable meanwhile) {
    var item = item(account.id(), raw);
    var incoming = ((Reading.Content) channel.read(account, item)).messages().getFirst();
    meanwhile.run();
    var message = stored(incoming);
    channel.kept(workspace, item, incoming, message);
    return emails.ofMessage(workspace, message.id()).orElseThrow();
  }

  /// A mail, and what names it, become a thread of their own, as when an agent says so.
  long parts(Email mail) {
    long thread = TestDatabase.ids().next();
    threads.enter(account, mail, thread);
    changes.part(
        workspace,
        account.id(),
        thread,
        threads.root(workspace, mail.thread()),
        List.of(mail.id()),
        List.of(mail.messageId()));
    return thread;
  }

  /// Reads it and keeps it, as if its message were stored, and says what is kept.
  Email takes(String raw) {
    var item = item(account.id(), raw);
    var incoming = ((Reading.Content) channel.read(account, item)).messages().getFirst();
    var message = stored(incoming);
    channel.kept(workspace, item, incoming, message);
    channel.kept(workspace, item, incoming, message);
    // Read again after a crash, it is what it was.
    var again = ((Reading.Content) channel.read(account, item)).messages().getFirst();
    if (!Objects.equals(incoming.thread(), again.thread())
        || !incoming.externalId().equals(again.externalId()))
      throw new AssertionError(incoming.thread() + " then " + again.thread());
    return emails.ofMessage(workspace, message.id()).orElseThrow();
  }

  private static Message stored(Incoming incoming) {
    return new Message(
        new ConversationId(TestDatabase.ids().next()),
        1,
        new MessageId(TestDatabase.ids().next()),
        new InteractionId(TestDatabase.ids().next()),
        UUID.randomUUID(),
        Author.CUSTOMER,
        incoming.text(),
        Instant.now(),
        incoming.writtenAt(),
        null);
  }
}
