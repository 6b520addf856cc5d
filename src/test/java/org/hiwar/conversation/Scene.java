package org.hiwar.conversation;

import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hiwar.contact.ContactStore;
import org.hiwar.platform.database.Contended;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.OneMessage;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace with a service for chats, one for calls, and two agents, where customers write and
/// the floor's changes are committed by hand.
public final class Scene implements AutoCloseable {
  public final Database database = TestDatabase.database();
  public final WorkspaceId workspace = TestDatabase.freshWorkspace();
  public final ServiceId service = new ServiceId(TestDatabase.ids().next());
  public final ServiceId voice = new ServiceId(TestDatabase.ids().next());
  public final UserId amal = new UserId(TestDatabase.ids().next());
  public final UserId sam = new UserId(TestDatabase.ids().next());
  public final Messages messages;
  public final Calls calls;
  public final ContactStore contacts =
      new ContactStore(database, TestDatabase.ids(), Clock.systemUTC());
  public final ConversationStore conversations = new ConversationStore(database, Clock.systemUTC());
  public final InteractionStore interactions = new InteractionStore(database);
  public final MessageStore stored = new MessageStore(database);
  public final ActivityStore activities = new ActivityStore(database, List.of());
  /// What was published, in order.
  public final List<Message> published = new CopyOnWriteArrayList<>();
  public final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  public Scene() {
    this(direct());
  }

  /// @param writers makes the connections of the writers of messages
  public Scene(DataSource writers) {
    messages = new Messages(writers, TestDatabase.ids(), Clock.systemUTC());
    calls = new Calls(database, messages, TestDatabase.ids(), Clock.systemUTC());
    database.in(
        workspace.value(),
        db -> {
          service(db, service, "CHAT");
          service(db, voice, "VOICE");
          for (var user : List.of(amal, sam))
            db.sql(
                    "insert into app_user (workspace, id, login, name, password_hash, roles,"
                        + " created_at) values (?, ?, ?, ?, '', '{AGENT}', ?)")
                .params(
                    workspace.value(),
                    user.value(),
                    "u" + user,
                    "User " + user,
                    OffsetDateTime.now())
                .update();
          return 0;
        });
    messages.listen(
        (MessageListener)
            (ws, batch) -> {
              if (ws.equals(workspace)) published.addAll(batch);
            });
    messages.listen(
        (ArrivalListener)
            (ws, arrival) -> {
              if (ws.equals(workspace)) arrivals.add(arrival);
            });
  }

  private void service(JdbcClient db, ServiceId id, String medium) {
    db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', ?)")
        .params(workspace.value(), id.value(), "Orders " + medium)
        .update();
    db.sql("insert into service (workspace, id, name, medium) values (?, ?, ?, ?)")
        .params(workspace.value(), id.value(), "Orders " + medium, medium)
        .update();
  }

  /// Somebody calls; null: their number is withheld.
  public Arrival call(@Nullable String number) {
    var call = new IncomingPhoneCall(voice, number, "+4930901820", "ar", now());
    var arrival = calls.arrive(workspace, call, _ -> List.of());
    calls.announce(workspace, arrival);
    return arrival;
  }

  /// amal calls `number` from a conversation; null: from the dial field.
  public BegunCall dial(String number, @Nullable ConversationId from) {
    return dial(amal, number, from);
  }

  public BegunCall dial(UserId agent, String number, @Nullable ConversationId from) {
    return calls.begin(workspace, new OutgoingPhoneCall(agent, voice, number, null, from, now()));
  }

  public Interaction interaction(InteractionId id) {
    return interactions.find(workspace, id).orElseThrow();
  }

  public Conversation conversation(ConversationId id) {
    return conversations.find(workspace, id).orElseThrow();
  }

  /// A new connection each time, to the database of all tests.
  public static DataSource direct() {
    var postgres = TestDatabase.postgres();
    return new DriverDataSource(
        postgres.url(), null, new Properties(), postgres.user(), postgres.password());
  }

  public Inbound inbound(String visitor, UUID id, String text) {
    return new Inbound(
        visitor, Medium.CHAT, "web", service, null, "ar", Inbound.Claims.NONE, id, text);
  }

  /// A customer writes, whatever that begins.
  public Message customerWrites(String visitor, String text) {
    return storedBy(messages.receive(workspace, inbound(visitor, UUID.randomUUID(), text)));
  }

  /// A chat that amal has accepted.
  public Message acceptedChat(String visitor) {
    var first = customerWrites(visitor, "hello");
    commit(new InteractionChange.Accepted(first.interaction(), amal, now()));
    return first;
  }

  public NewMessage from(Author author, Message chat, String text) {
    return new NewMessage(chat.conversation(), chat.interaction(), UUID.randomUUID(), author, text);
  }

  public Sent send(NewMessage message) {
    return answer(messages.send(workspace, message));
  }

  /// As the floor does: again where the database took it back.
  public void commit(InteractionChange... changes) {
    try (var db = direct().getConnection();
        var set = db.createStatement()) {
      set.execute("select set_config('hiwar.workspace', '" + workspace + "', false)");
      var parts = InteractionChanges.parts(workspace, List.of(changes));
      for (int tried = 1; ; tried++)
        try {
          OneMessage.execute(db, parts);
          return;
        } catch (SQLException e) {
          if (tried == 5 || !Contended.tookBack(e)) throw e;
        }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Sent answer(java.util.concurrent.CompletableFuture<Sent> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  public static Message storedBy(java.util.concurrent.CompletableFuture<Sent> future) {
    return ((Sent.Stored) answer(future)).message();
  }

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    messages.close();
  }
}
