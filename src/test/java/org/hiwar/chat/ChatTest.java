package org.hiwar.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Outcome;
import org.hiwar.conversation.Scene;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The customer's side of a chat, through the socket.
class ChatTest {
  private final Scene scene = new Scene();
  private final Visitors visitors = ChatAlone.bean(Visitors.class);
  private final Messages messages = ChatAlone.bean(Messages.class);
  private String slug = "";
  private String entry = "";

  @BeforeEach
  void makeEntry() {
    slug =
        scene.database.inDirectory(
            db ->
                db.sql("select slug from workspace where id = ?")
                    .param(scene.workspace.value())
                    .query(String.class)
                    .single());
    entry = slug + "/web";
    ChatAlone.bean(ChatEntryStore.class)
        .add(
            scene.workspace,
            new ChatEntry(
                new EntryId(TestDatabase.ids().next()),
                "web",
                scene.service,
                "Example",
                "ar",
                List.of("https://shop.example"),
                "Hello",
                "أهلًا",
                "#0d5c63",
                null));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private TestWidget stranger() {
    return TestWidget.of(entry, null, 0, null);
  }

  private InteractionId newest() {
    return ChatAlone.bean(InteractionStore.class).open(scene.workspace).getLast().id();
  }

  /// What the floor does: commits, then tells.
  private void decide(InteractionChange change) {
    scene.commit(change);
    visitors.changed(scene.workspace, List.of(change));
  }

  private void accept() {
    decide(new InteractionChange.Accepted(newest(), scene.amal, Scene.now()));
  }

  private long agentWrites(String conversation, String text) {
    var message =
        new NewMessage(
            ConversationId.of(conversation),
            newest(),
            UUID.randomUUID(),
            Author.agent(scene.amal),
            text);
    return Scene.storedBy(messages.send(scene.workspace, message)).seq();
  }

  private static List<Long> seqs(TestWidget widget) {
    var welcomed =
        widget.await("welcome").path("messages").valueStream().map(m -> m.path("seq").asLong());
    return java.util.stream.Stream.concat(
            welcomed, widget.heard("message").stream().map(m -> m.path("seq").asLong()))
        .toList();
  }

  @Test
  void aChatFromTheFirstWordToTheEnd() {
    try (var widget = stranger()) {
      assertThat(widget.await("welcome").path("chat").path("state").asString()).isEqualTo("NONE");
      var stored = widget.tell("مرحبا");
      assertThat(stored.path("seq").asLong()).isEqualTo(1);
      widget.awaitState("WAITING");
      accept();
      assertThat(widget.awaitState("ACTIVE").path("agent").asString())
          .isEqualTo("User " + scene.amal);
      agentWrites(stored.path("conversation").asString(), "How can I help?");
      var answer = widget.await("message");
      assertThat(answer.path("from").asString()).isEqualTo("AGENT");
      assertThat(answer.path("name").asString()).isEqualTo("User " + scene.amal);
      assertThat(answer.path("seq").asLong()).isEqualTo(2);
      visitors.agentTypes(
          scene.workspace, ConversationId.of(stored.path("conversation").asString()));
      widget.await("typing");
      widget.say(TestWidget.frame("end"));
      var floor = (FloorByHand) ChatAlone.bean(org.hiwar.conversation.Departures.class);
      Await.until(() -> !floor.of(scene.workspace).isEmpty());
      assertThat(floor.of(scene.workspace).getFirst())
          .isEqualTo(new FloorByHand.Left(scene.workspace, newest(), EndedBy.CUSTOMER));
      decide(new InteractionChange.LiveEnded(newest(), EndedBy.CUSTOMER, Scene.now()));
      widget.awaitState("ENDED");
    }
  }

  @Test
  void whoComesBackHearsWhatWasMissedAndNothingTwice() {
    String visitor;
    String conversation;
    try (var widget = stranger()) {
      conversation = widget.tell("one").path("conversation").asString();
      visitor = widget.visitor();
    }
    accept();
    for (int i = 0; i < 250; i++) agentWrites(conversation, "missed " + i);
    try (var back = TestWidget.of(entry, visitor, 1, conversation)) {
      Await.until(() -> seqs(back).size() >= 250);
      agentWrites(conversation, "and now");
      Await.until(() -> seqs(back).size() >= 251);
      assertThat(seqs(back))
          .containsExactlyElementsOf(LongStream.rangeClosed(2, 252).boxed().toList());
      assertThat(back.await("welcome").path("chat").path("state").asString()).isEqualTo("ACTIVE");
    }
    try (var elsewhere = TestWidget.of(entry, visitor, 0, null)) {
      Await.until(() -> seqs(elsewhere).size() >= 252);
      assertThat(seqs(elsewhere))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 252).boxed().toList());
    }
  }

  /// The agent writes all the time while widgets come and go.
  @Test
  void betweenTheSnapshotAndTheLiveMessagesNothingIsMissedOrDoubled() {
    String visitor;
    String conversation;
    try (var widget = stranger()) {
      conversation = widget.tell("one").path("conversation").asString();
      visitor = widget.visitor();
    }
    accept();
    var writer =
        java.util.concurrent.CompletableFuture.runAsync(
            () -> IntStream.range(0, 400).forEach(i -> agentWrites(conversation, "m" + i)));
    for (int i = 0; i < 15; i++)
      try (var widget = TestWidget.of(entry, visitor, 0, conversation)) {
        int before = seqs(widget).size();
        Await.until(() -> seqs(widget).size() > before + 5 || writer.isDone());
        var seen = seqs(widget);
        assertThat(seen)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, seen.size()).boxed().toList());
      }
    writer.join();
  }

  @Test
  void aSendThatIsRepeatedOnANewLineIsStoredOnce() {
    var id = UUID.randomUUID();
    String visitor;
    try (var widget = stranger()) {
      visitor = widget.visitor();
      widget.send(id, "only once");
      widget.send(id, "only once");
      Await.until(() -> widget.heard("stored").size() == 2);
    }
    decide(new InteractionChange.Ended(newest(), Outcome.ABANDONED, EndedBy.CUSTOMER, Scene.now()));
    try (var again = TestWidget.of(entry, visitor, 0, null)) {
      again.send(id, "only once");
      assertThat(again.await("stored").path("seq").asLong()).isEqualTo(1);
    }
    assertThat(scene.interactions.open(scene.workspace)).isEmpty();
  }

  @Test
  void allTabsOfAVisitorShowTheChatThatOneOfThemBegins() {
    try (var one = stranger();
        var two = TestWidget.of(entry, one.visitor(), 0, null)) {
      one.tell("hello");
      two.awaitState("WAITING");
      assertThat(two.await("message").path("from").asString()).isEqualTo("CUSTOMER");
      assertThat(one.heard("message")).as("its own message is answered, not told").isEmpty();
    }
  }

  @Test
  void afterTheEndTheNextMessageBeginsANewChat() {
    try (var widget = stranger()) {
      var first = widget.tell("hello").path("conversation").asString();
      decide(new InteractionChange.Ended(newest(), Outcome.HANDLED, EndedBy.AGENT, Scene.now()));
      widget.awaitState("ENDED");
      assertThat(widget.tell("again").path("conversation").asString()).isNotEqualTo(first);
      try (var reload = TestWidget.of(entry, widget.visitor(), 1, first)) {
        assertThat(reload.await("welcome").path("chat").path("state").asString())
            .isEqualTo("WAITING");
      }
    }
  }

  @Test
  void anEndedChatIsShownToAWidgetThatKnowsItAndToNoOther() {
    try (var widget = stranger()) {
      var conversation = widget.tell("hello").path("conversation").asString();
      decide(new InteractionChange.Ended(newest(), Outcome.HANDLED, EndedBy.AGENT, Scene.now()));
      try (var knows = TestWidget.of(entry, widget.visitor(), 1, conversation);
          var other = TestWidget.of(entry, widget.visitor(), 0, null)) {
        assertThat(knows.await("welcome").path("chat").path("state").asString()).isEqualTo("ENDED");
        assertThat(other.await("welcome").path("chat").path("state").asString()).isEqualTo("NONE");
        assertThat(other.await("welcome").path("messages")).isEmpty();
      }
    }
  }

  @Test
  void nameAndAddressAreKeptAsClaimed() {
    try (var widget = stranger()) {
      widget.say(
          TestWidget.frame("send")
              .put("id", UUID.randomUUID().toString())
              .put("text", "hi")
              .put("name", " أحمد ")
              .put("address", "Ahmad@Example.COM"));
      widget.await("stored");
      var page =
          ChatAlone.bean(ContactStore.class)
              .page(scene.workspace, "احمد", java.util.Optional.empty(), 10);
      assertThat(page.items())
          .singleElement()
          .satisfies(
              contact -> {
                assertThat(contact.name()).isEqualTo("أحمد");
                assertThat(contact.addresses())
                    .anySatisfy(
                        a -> {
                          assertThat(a.value()).isEqualTo("ahmad@example.com");
                          assertThat(a.trust()).isEqualTo(Trust.CLAIMED);
                        });
              });
    }
  }

  @Test
  void aForgedVisitorIsAStranger() {
    try (var widget = stranger()) {
      widget.tell("secret");
      var token = widget.visitor();
      for (var forged :
          List.of(
              token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"),
              "v1.x.y",
              "",
              "v2" + token.substring(2)))
        try (var thief = TestWidget.of(entry, forged, 0, null)) {
          assertThat(thief.visitor()).isNotEqualTo(token);
          assertThat(thief.await("welcome").path("messages")).isEmpty();
        }
    }
  }

  @Test
  void aCustomerWhoLeavesTheQueueIsGoneAfterAWhileAndASilentOneToo() {
    times(1_000, 1_000);
    var floor = (FloorByHand) ChatAlone.bean(org.hiwar.conversation.Departures.class);
    InteractionId waiting;
    try (var widget = stranger()) {
      widget.tell("hello");
      waiting = newest();
    }
    Await.until(
        () ->
            floor
                .of(scene.workspace)
                .contains(new FloorByHand.Left(scene.workspace, waiting, EndedBy.CUSTOMER)));
    decide(new InteractionChange.Ended(waiting, Outcome.ABANDONED, EndedBy.CUSTOMER, Scene.now()));
    try (var widget = stranger()) {
      widget.tell("hello");
      accept();
      Await.until(
          () ->
              floor
                  .of(scene.workspace)
                  .contains(new FloorByHand.Left(scene.workspace, newest(), EndedBy.SYSTEM)));
    }
  }

  /// The other one was gone for longer when its turn was over.
  @Test
  void whoHasLeftAMessageMayGo() {
    times(1_000, 600_000);
    try (var widget = stranger()) {
      widget.say(
          TestWidget.frame("send")
              .put("id", UUID.randomUUID().toString())
              .put("text", "Do you ship to Homs?")
              .put("left", true));
      widget.await("stored");
    }
    var message = newest();
    try (var widget = stranger()) {
      widget.tell("hello");
    }
    var waiting = newest();
    var floor = (FloorByHand) ChatAlone.bean(org.hiwar.conversation.Departures.class);
    Await.until(() -> !floor.of(scene.workspace).isEmpty());
    assertThat(floor.of(scene.workspace)).extracting("interaction").containsOnly(waiting);
    assertThat(message).isNotEqualTo(waiting);
  }

  @Test
  void aCustomerIsWarnedBeforeASilentChatEnds() {
    times(60_000, 2_500);
    try (var widget = stranger()) {
      widget.tell("hello");
      accept();
      widget.await("quiet");
      var floor = (FloorByHand) ChatAlone.bean(org.hiwar.conversation.Departures.class);
      assertThat(floor.of(scene.workspace)).isEmpty();
      Await.until(() -> !floor.of(scene.workspace).isEmpty());
      assertThat(widget.heard("quiet")).hasSize(1);
    }
  }

  @Test
  void aChatIsRatedWhenItIsOverAndNotBefore() {
    try (var widget = stranger()) {
      var rate = TestWidget.frame("rate").put("stars", 5).put("remark", "");
      widget.tell("hello");
      var chat = newest();
      accept();
      widget.say(rate);
      widget.tell("and");
      decide(new InteractionChange.LiveEnded(chat, EndedBy.AGENT, Scene.now()));
      widget.awaitState("ENDED");
      assertThat(widget.heard("rated")).isEmpty();
      widget.say(rate.put("stars", 2));
      assertThat(widget.await("rated").path("stars").asInt()).isEqualTo(2);
      widget.say(rate.put("stars", 6));
      Await.until(() -> widget.closeCode == 1007);
    }
  }

  private void times(int abandonMs, int inactivityMs) {
    scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql(
                    "update service set abandon_after_ms = ?, inactivity_ms = ? where workspace ="
                        + " ?")
                .params(abandonMs, inactivityMs, scene.workspace.value())
                .update());
  }

  @Test
  void onlyPagesOfTheEntrysSitesMayOpenIt() throws Exception {
    new TestWidget(entry, "https://shop.example").close();
    for (var origin : List.of("https://evil.example", "https://shop.example.evil.example", "null"))
      assertThatThrownBy(() -> new TestWidget(entry, origin))
          .as(origin)
          .hasStackTraceContaining("403");
    assertThatThrownBy(() -> new TestWidget(slug + "/nothing", ChatAlone.origin()))
        .hasStackTraceContaining("404");
    assertThat(view("https://shop.example").headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://shop.example");
    var strange = view("https://evil.example");
    assertThat(strange.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(strange.body()).contains("\"ar\":\"أهلًا\"").contains("#0d5c63");
  }

  private HttpResponse<String> view(String origin) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(ChatAlone.origin() + "/api/chat/" + entry))
            .header("Origin", origin)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatIsNoFrameEndsTheSocket() {
    for (var nonsense :
        List.of(
            "{",
            "[]",
            "{\"type\":\"unknown\"}",
            "{\"type\":\"send\",\"id\":\"1\",\"text\":\"x\"}",
            "\"hello\"",
            "x".repeat(70_000)))
      try (var widget = stranger()) {
        try {
          widget.raw(nonsense);
        } catch (RuntimeException cutWhileWriting) {
          continue;
        }
        Await.until(() -> widget.closeCode != 0);
      }
  }

  @Test
  void aFloodIsRefusedAndThenCutOff() {
    try (var widget = stranger()) {
      widget.tell("hello");
      for (int i = 0; i < 80; i++) widget.send(UUID.randomUUID(), "flood " + i);
      assertThat(widget.await("refused").path("code").asString()).isEqualTo("too-fast");
      assertThat(widget.await("refused").path("retry").asBoolean()).isTrue();
    }
  }

  @Test
  void everyWidgetHearsHeartbeats() {
    try (var widget = stranger()) {
      assertThat(widget.await("heartbeat").path("healthy").asBoolean()).isTrue();
    }
  }
}
