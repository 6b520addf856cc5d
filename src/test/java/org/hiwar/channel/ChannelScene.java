package org.hiwar.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Scene;
import org.hiwar.conversation.SenderStore;
import org.hiwar.platform.database.Database;
import org.hiwar.testchannel.TestChannel;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// A workspace with an account of the test channel, and everything between its provider and the
/// conversations.
final class ChannelScene implements AutoCloseable, Accounts, MessageFiles {
  final Scene scene;
  final TestChannel channel = new TestChannel();
  final InboxStore store;
  final Deliveries deliveries;
  private final SenderStore senders;
  final OptOuts optOuts = new OptOuts(TestDatabase.database(), Clock.systemUTC());
  final Channels channels =
      new Channels(
          new StaticListableBeanFactory(Map.of("test", channel)).getBeanProvider(Channel.class));
  final Account account;
  private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();
  private final Duration inboxPause;
  private InboxReader reader;
  private Outbox outbox;
  private StoredInbox inbox;

  ChannelScene() {
    this(Duration.ofMillis(20));
  }

  /// @param inboxPause before an item that failed is tried again
  ChannelScene(Duration inboxPause) {
    this(new Scene(), TestDatabase.database(), inboxPause);
  }

  /// @param database of inbox and outbox
  ChannelScene(Scene scene, Database database, Duration inboxPause) {
    this.scene = scene;
    this.inboxPause = inboxPause;
    store = new InboxStore(database);
    deliveries = new Deliveries(database, Clock.systemUTC());
    senders = new SenderStore(database);
    account = account("+4915550000001", true);
    reader = reader();
    inbox = inbox();
    outbox = outbox();
    scene.messages.listen((MessageListener) (_, _) -> outbox.look(scene.workspace));
    deliveries.listen((_, _) -> outbox.look(scene.workspace));
  }

  private Outbox outbox() {
    return new Outbox(
        deliveries, this, channels, optOuts, this, Clock.systemUTC(), Duration.ofMillis(20));
  }

  Account account(String address, boolean enabled) {
    var made =
        new Account(
            scene.workspace,
            new AccountId(TestDatabase.ids().next()),
            TestChannel.NAME,
            "Test " + address,
            address,
            scene.service,
            null,
            Map.of(),
            enabled,
            1);
    scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql(
                    "insert into channel_account (workspace, id, channel, name, address, service,"
                        + " enabled, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                    scene.workspace.value(),
                    made.id().value(),
                    made.channel(),
                    made.name(),
                    made.address(),
                    made.service().value(),
                    enabled,
                    OffsetDateTime.now())
                .update());
    accounts.put(made.id(), made);
    return made;
  }

  private InboxReader reader() {
    return new InboxReader(
        store,
        new TakingIn(
            this,
            channels,
            scene.messages,
            deliveries,
            this,
            senders,
            new MessageChanges(scene.database, Clock.systemUTC())),
        inboxPause);
  }

  private StoredInbox inbox() {
    return new StoredInbox(
        store, TestDatabase.ids(), Clock.systemUTC(), workspace -> reader.look(workspace));
  }

  /// As if the process had ended and begun again.
  void restart() {
    inbox.close();
    reader.close();
    outbox.close();
    reader = reader();
    inbox = inbox();
    outbox = outbox();
    reader.look(scene.workspace);
    outbox.look(scene.workspace);
  }

  /// What looks after the channels, with somebody in the place of the floor.
  ChannelsJob job(Departures departures, Clock clock) {
    return new ChannelsJob(
        new Workspaces(TestDatabase.database(), TestDatabase.ids(), clock),
        reader,
        outbox,
        scene.interactions,
        new ServicePromiseStore(TestDatabase.database()),
        new StaticListableBeanFactory(Map.of("departures", departures))
            .getBeanProvider(Departures.class),
        clock);
  }

  Inbox.Kept comesIn(String externalId, String body) {
    return inbox
        .keep(account, externalId, body.getBytes(UTF_8))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  StoredInbox inboxNow() {
    return inbox;
  }

  /// A customer writes; in an item of its own.
  void customer(String from, String text) {
    var id = UUID.randomUUID().toString();
    comesIn(id, "message|" + id + "|" + from + "||" + text);
  }

  /// Waits until nothing waits to be read.
  void settled() {
    Await.until(() -> !store.anyWaiting(scene.workspace));
  }

  List<String> states() {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql(
                    "select state || coalesce(' ' || reason, '') from inbound_item where workspace"
                        + " = ? order by id")
                .params(scene.workspace.value())
                .query(String.class)
                .list());
  }

  void accept(Message message) {
    scene.commit(new InteractionChange.Accepted(message.interaction(), scene.amal, Scene.now()));
  }

  /// With whom the interaction of a message is.
  String party(Message message) {
    return scene.interaction(message.interaction()).party();
  }

  /// How the messages of a conversation stand that went out, in their order.
  List<String> standing(Message in) {
    return scene.stored.last(scene.workspace, in.conversation(), 100).stream()
        .map(Message::delivery)
        .filter(Objects::nonNull)
        .map(d -> d.state() + (d.failure() == null ? "" : " " + d.failure()))
        .toList();
  }

  NewMessage agent(Message in, String text) {
    return scene.from(Author.agent(scene.amal), in, text);
  }

  @Override
  public Optional<Account> find(WorkspaceId workspace, AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public List<Account> all(WorkspaceId workspace) {
    return List.copyOf(accounts.values());
  }

  @Override
  public void came(WorkspaceId workspace, Message message, List<IncomingFile> files) {
    throw new AssertionError("the test channel has no files");
  }

  @Override
  public List<OutgoingFile> of(WorkspaceId workspace, MessageId message) {
    return List.of();
  }

  @Override
  public void close() {
    inbox.close();
    reader.close();
    outbox.close();
    scene.close();
  }
}
