package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.hiwar.contact.ContactId;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What senders are promised while the database breaks under them.
class MessageFaultsTest {
  private final Scene scene = new Scene();
  private final FaultySource source = new FaultySource(Scene.direct());
  private final Messages messages = new Messages(source, TestDatabase.ids(), Clock.systemUTC());
  private final List<Message> published = new java.util.concurrent.CopyOnWriteArrayList<>();

  MessageFaultsTest() {
    messages.listen((MessageListener) (_, batch) -> published.addAll(batch));
  }

  @AfterEach
  void close() {
    messages.close();
    scene.close();
  }

  @Test
  void aCommitWhoseAnswerWasLostIsReadBackBeforeAnybodyIsAnswered() {
    var chat = scene.acceptedChat("v1");
    var message = scene.from(Author.CUSTOMER, chat, "was it stored?");
    source.lostAnswers.set(1);
    assertThat(Scene.storedBy(messages.send(scene.workspace, message)).seq()).isEqualTo(2);
    assertThat(published).as("told once, though the writer found its own message there").hasSize(1);
    assertThat(scene.stored.last(scene.workspace, chat.conversation(), 10)).hasSize(2);
  }

  /// Whatever the repeats meet, they say nothing about what was committed before them.
  @Test
  void aCommitWhoseAnswerWasLostIsAskedForUntilItIsKnown() {
    var chat = scene.acceptedChat("v1");
    source.lostAnswers.set(1);
    source.errors.addAll(List.of("53100", "40001", "40001", "40001", "40001", "40001", "57014"));
    var message = scene.from(Author.CUSTOMER, chat, "was it stored?");
    assertThat(Scene.storedBy(messages.send(scene.workspace, message)).seq()).isEqualTo(2);
    assertThat(published).hasSize(1);
    assertThat(source.errors).isEmpty();
  }

  @Test
  void anArrivalIsAskedForUntilItIsKnown() {
    var contacts = new ArrayList<ContactId>();
    messages.listen((ContactListener) (_, contact) -> contacts.add(contact));
    scene.customerWrites("other", "so that there is a plan");
    source.lostCommits.set(1);
    source.errors.addAll(List.of("53100", "40001"));
    var first =
        Scene.storedBy(
            messages.receive(scene.workspace, scene.inbound("v1", UUID.randomUUID(), "hello")));
    assertThat(published).containsExactly(first);
    assertThat(contacts)
        .as("who may have said something new about themselves")
        .containsExactly(scene.conversation(first.conversation()).contact());
  }

  @Test
  void aSendThatNeverReachedTheDatabaseIsStoredByTheSecondTry() {
    var chat = scene.acceptedChat("v1");
    source.lostQuestions.set(3);
    assertThat(
            Scene.storedBy(
                    messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "again")))
                .seq())
        .isEqualTo(2);
  }

  @Test
  void anArrivalWhoseAnswerWasLostIsStillAnnounced() {
    var arrivals = new ArrayList<Arrival>();
    messages.listen((ArrivalListener) (_, arrival) -> arrivals.add(arrival));
    scene.customerWrites("other", "so that there is a plan");
    source.lostAnswers.set(1);
    var first =
        Scene.storedBy(
            messages.receive(scene.workspace, scene.inbound("v1", UUID.randomUUID(), "hello")));
    assertThat(first.seq()).isEqualTo(1);
    assertThat(arrivals).extracting(Arrival::interaction).containsExactly(first.interaction());
    assertThat(published).containsExactly(first);
  }

  @Test
  void withoutADatabaseASendFailsAtOnceAndIsNotStored() {
    var chat = scene.acceptedChat("v1");
    source.down = true;
    var message = scene.from(Author.CUSTOMER, chat, "later");
    assertThat(Scene.answer(messages.send(scene.workspace, message)))
        .isEqualTo(new Sent.Unavailable());
    assertThat(scene.stored.last(scene.workspace, chat.conversation(), 10)).hasSize(1);
    source.down = false;
    assertThat(Scene.storedBy(messages.send(scene.workspace, message)).seq()).isEqualTo(2);
  }

  /// The outcome of the first is unknown while the database is away; the second has not been begun,
  /// and is given up.
  @Test
  void whoWaitsBehindAnUnknownOutcomeIsAnsweredInTime() throws Exception {
    var chat = scene.acceptedChat("v1");
    Scene.storedBy(messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "connects")));
    source.lostAnswers.set(1);
    source.down = true;
    var unknown =
        messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "stored, but who knows"));
    while (source.lostAnswers.get() > 0) Thread.onSpinWait();
    var waiting = messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "not begun"));
    assertThat(Scene.answer(waiting)).isEqualTo(new Sent.Unavailable());
    assertThat(unknown).isNotDone();
    source.down = false;
    assertThat(Scene.storedBy(unknown).seq()).isEqualTo(3);
    assertThat(scene.stored.last(scene.workspace, chat.conversation(), 10)).hasSize(3);
  }

  @Test
  void whereNobodyWritesNoConnectionIsKeptAndWhoeverWritesNextHasOne() {
    var chat = scene.acceptedChat("v1");
    try (var seldom = new Messages(source, TestDatabase.ids(), Clock.systemUTC(), Duration.ZERO)) {
      Scene.storedBy(
          seldom.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "after a while")));
      assertThat(source.backends).hasSize(1);
      Await.until(() -> connections() == 0);
      var next = scene.from(Author.CUSTOMER, chat, "after another while");
      assertThat(Scene.storedBy(seldom.send(scene.workspace, next)).seq()).isEqualTo(3);
      assertThat(source.backends).hasSize(2);
      Await.until(() -> connections() == 0);
      assertThat(seldom.healthy(scene.workspace)).isTrue();
    }
    Scene.storedBy(messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "often")));
    assertThat(connections()).as("of a writer that may keep it").isEqualTo(1);
  }

  /// Of those that the source has made.
  private long connections() {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select count(*) from pg_stat_activity where pid = any(?)")
                .param(source.backends.toArray(Integer[]::new))
                .query(Long.class)
                .single());
  }

  @Test
  void whatIsAcknowledgedIsThereOnceWhileItsConnectionIsKilledAgainAndAgain() throws Exception {
    var chats =
        List.of(scene.acceptedChat("v1"), scene.acceptedChat("v2"), scene.acceptedChat("v3"));
    var over = new AtomicBoolean();
    var killer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get())
                    try {
                      scene.database.in(
                          scene.workspace.value(),
                          db ->
                              db.sql(
                                      "select count(pg_terminate_backend(pid)) from"
                                          + " pg_stat_activity where pid = any(?) and"
                                          + " application_name = 'hiwar messages'")
                                  .param(source.backends.toArray(Integer[]::new))
                                  .query(Long.class)
                                  .single());
                      Thread.sleep(100);
                    } catch (InterruptedException e) {
                      return;
                    }
                });
    var answers = new ArrayList<CompletableFuture<Sent>>();
    for (int i = 0; i < 1_500; i++) {
      var message = scene.from(Author.CUSTOMER, chats.get(i % 3), "m" + i);
      answers.add(messages.send(scene.workspace, message));
      if (i % 7 == 0) answers.add(messages.send(scene.workspace, message));
      if (i % 25 == 0) Thread.sleep(20);
    }
    over.set(true);
    killer.join();
    assertThat(source.backends).as("connections that were made, and killed").hasSizeGreaterThan(1);
    var acknowledged =
        answers.stream()
            .map(Scene::answer)
            .filter(Sent.Stored.class::isInstance)
            .map(s -> ((Sent.Stored) s).message().clientId())
            .distinct()
            .toList();
    for (var chat : chats) {
      var rows = allOf(chat.conversation());
      assertThat(rows.stream().map(Message::seq))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, rows.size()).boxed().toList());
      assertThat(
              published.stream()
                  .filter(m -> m.conversation().equals(chat.conversation()))
                  .map(Message::seq)
                  .distinct())
          .as("published in order, without a hole")
          .containsExactlyElementsOf(LongStream.rangeClosed(2, rows.size()).boxed().toList());
    }
    var there =
        chats.stream()
            .flatMap(chat -> allOf(chat.conversation()).stream())
            .map(Message::clientId)
            .toList();
    assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(there.size() - chats.size())
        .as("nothing is there that was said not to be")
        .isEqualTo(acknowledged.size());
  }

  @Test
  void aMessageThatTheDatabaseRefusesDoesNotHarmItsNeighbours() {
    var chat = scene.acceptedChat("v1");
    var poison = "poison " + scene.workspace;
    ddl("alter table message add constraint poisoned check (text <> '" + poison + "') not valid");
    try {
      var sends =
          List.of("a", "b", poison, "c").stream()
              .map(text -> messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, text)))
              .toList();
      assertThat(
              sends.stream()
                  .map(Scene::answer)
                  .map(
                      sent ->
                          sent instanceof Sent.Stored s ? Long.valueOf(s.message().seq()) : sent))
          .containsExactly(2L, 3L, new Sent.Refused(Refusal.NOT_STORABLE), 4L);
    } finally {
      ddl("alter table message drop constraint poisoned");
    }
  }

  private List<Message> allOf(ConversationId conversation) {
    var all = new ArrayList<Message>();
    for (var page = scene.stored.after(scene.workspace, conversation, 0, 200);
        !page.isEmpty();
        page = scene.stored.after(scene.workspace, conversation, all.getLast().seq(), 200))
      all.addAll(page);
    return all;
  }

  private void ddl(String sql) {
    scene.database.inDirectory(db -> db.sql(sql).update());
  }
}
