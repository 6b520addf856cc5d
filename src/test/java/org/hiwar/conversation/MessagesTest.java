package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What senders are promised, on a real database.
class MessagesTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theFirstMessageBeginsAConversationAndIsNumberOne() {
    var first = scene.customerWrites("v1", "hello");
    assertThat(first.seq()).isEqualTo(1);
    assertThat(scene.arrivals)
        .singleElement()
        .satisfies(
            arrival -> {
              assertThat(arrival.interaction()).isEqualTo(first.interaction());
              assertThat(arrival.party()).isEqualTo("v1");
              assertThat(arrival.continuesOpenConversation()).isFalse();
            });
    assertThat(scene.stored.last(scene.workspace, first.conversation(), 100))
        .containsExactly(first);
  }

  @Test
  void messagesOfManySendersAreNumberedWithoutHolesAndPublishedInOrder() {
    var chat = scene.acceptedChat("v1");
    var sends =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    scene.messages.send(
                        scene.workspace,
                        scene.from(
                            i % 2 == 0 ? Author.CUSTOMER : Author.agent(scene.amal),
                            chat,
                            "message " + i)))
            .toList();
    var numbers = sends.stream().map(Scene::storedBy).map(Message::seq).sorted().toList();
    assertThat(numbers).containsExactlyElementsOf(LongStream.rangeClosed(2, 501).boxed().toList());
    assertThat(scene.published.stream().map(Message::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 501).boxed().toList());
  }

  @Test
  void aRepeatedSendIsStoredOnceAndBurnsNoNumber() {
    var chat = scene.acceptedChat("v1");
    var message = scene.from(Author.CUSTOMER, chat, "once");
    var answers = new ArrayList<CompletableFuture<Sent>>();
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            _ -> {
              var answer = scene.messages.send(scene.workspace, message);
              synchronized (answers) {
                answers.add(answer);
              }
            });
    assertThat(answers.stream().map(Scene::storedBy).map(Message::seq)).containsOnly(2L);
    assertThat(scene.send(message))
        .isInstanceOfSatisfying(
            Sent.Stored.class, stored -> assertThat(stored.duplicate()).isTrue());
    assertThat(
            Scene.storedBy(
                    scene.messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "next")))
                .seq())
        .isEqualTo(3);
    assertThat(scene.published).hasSize(3);
  }

  @Test
  void aRepeatedFirstMessageBeginsOneInteraction() {
    var id = UUID.randomUUID();
    var answers =
        IntStream.range(0, 20)
            .mapToObj(
                _ -> scene.messages.receive(scene.workspace, scene.inbound("v1", id, "hello")))
            .toList();
    assertThat(answers.stream().map(Scene::storedBy).distinct()).hasSize(1);
    assertThat(scene.arrivals).hasSize(1);
  }

  @Test
  void aRepeatedFirstMessageIsKnownAfterItsChatHasEnded() {
    var id = UUID.randomUUID();
    var first =
        Scene.storedBy(scene.messages.receive(scene.workspace, scene.inbound("v1", id, "hello")));
    scene.commit(
        new InteractionChange.Ended(
            first.interaction(), Outcome.ABANDONED, EndedBy.CUSTOMER, Scene.now()));
    assertThat(
            Scene.storedBy(
                scene.messages.receive(scene.workspace, scene.inbound("v1", id, "hello"))))
        .isEqualTo(first);
    assertThat(scene.arrivals).hasSize(1);
  }

  @Test
  void twoFirstMessagesAreOneChat() {
    var one =
        scene.messages.receive(scene.workspace, scene.inbound("v1", UUID.randomUUID(), "hello"));
    var two =
        scene.messages.receive(
            scene.workspace, scene.inbound("v1", UUID.randomUUID(), "are you there?"));
    assertThat(Scene.storedBy(two).interaction()).isEqualTo(Scene.storedBy(one).interaction());
    assertThat(Scene.storedBy(two).seq()).isEqualTo(2);
  }

  /// Two processes of one installation: nothing but the database is between them.
  @Test
  void visitorsWhoWriteThroughTwoProcessesHaveOneContactAndOneConversation() {
    try (var other =
        new Messages(
            Scene.direct(), org.hiwar.testing.TestDatabase.ids(), java.time.Clock.systemUTC())) {
      for (int round = 0; round < 20; round++) {
        var visitor = "both-" + round;
        var one =
            scene.messages.receive(
                scene.workspace, scene.inbound(visitor, UUID.randomUUID(), "left"));
        var two =
            other.receive(scene.workspace, scene.inbound(visitor, UUID.randomUUID(), "right"));
        assertThat(List.of(Scene.storedBy(one).seq(), Scene.storedBy(two).seq()))
            .containsExactlyInAnyOrder(1L, 2L);
        assertThat(Scene.storedBy(two).conversation())
            .isEqualTo(Scene.storedBy(one).conversation());
      }
    }
  }

  @Test
  void afterTheEndNobodyWritesIntoTheChat() {
    var chat = scene.acceptedChat("v1");
    scene.commit(
        new InteractionChange.LiveEnded(chat.interaction(), EndedBy.CUSTOMER, Scene.now()));
    assertThat(scene.send(scene.from(Author.agent(scene.amal), chat, "bye")))
        .isEqualTo(new Sent.Refused(Refusal.CHAT_ENDED));
    assertThat(scene.send(scene.from(Author.CUSTOMER, chat, "wait")))
        .isEqualTo(new Sent.Refused(Refusal.CHAT_ENDED));
    var again = scene.customerWrites("v1", "wait");
    assertThat(again.conversation()).as("wrap-up is not over").isEqualTo(chat.conversation());
    assertThat(again.interaction()).isNotEqualTo(chat.interaction());
    assertThat(scene.arrivals.getLast().owner()).isEqualTo(scene.amal);
  }

  @Test
  void onlyTheAgentOfAChatWritesIntoIt() {
    var chat = scene.acceptedChat("v1");
    assertThat(scene.send(scene.from(Author.agent(scene.sam), chat, "hi")))
        .isEqualTo(new Sent.Refused(Refusal.NOT_THE_AGENT));
    assertThat(
            scene.send(
                new NewMessage(
                    chat.conversation(),
                    new InteractionId(1),
                    UUID.randomUUID(),
                    Author.CUSTOMER,
                    "hi")))
        .isEqualTo(new Sent.Refused(Refusal.UNKNOWN_INTERACTION));
  }

  @Test
  void aTextThatCannotBeStoredIsRefused() {
    var chat = scene.acceptedChat("v1");
    for (var text : List.of("", "  ", "x".repeat(4_001), "a\0b", "\ud800"))
      assertThat(scene.send(scene.from(Author.CUSTOMER, chat, text)))
          .isEqualTo(new Sent.Refused(Refusal.INVALID_TEXT));
    var longest = "ش".repeat(4_000);
    assertThat(
            Scene.storedBy(
                    scene.messages.send(
                        scene.workspace, scene.from(Author.CUSTOMER, chat, longest)))
                .text())
        .isEqualTo(longest);
  }

  @Test
  void aRefusedMessageBurnsNoNumberAndItsNeighboursAreStored() {
    var good = scene.acceptedChat("v1");
    var ended = scene.acceptedChat("v2");
    scene.commit(new InteractionChange.LiveEnded(ended.interaction(), EndedBy.AGENT, Scene.now()));
    var sends = new ArrayList<CompletableFuture<Sent>>();
    for (int i = 0; i < 100; i++) {
      sends.add(
          scene.messages.send(scene.workspace, scene.from(Author.CUSTOMER, ended, "late " + i)));
      sends.add(
          scene.messages.send(scene.workspace, scene.from(Author.CUSTOMER, good, "in time " + i)));
    }
    var stored = sends.stream().map(Scene::answer).filter(Sent.Stored.class::isInstance).toList();
    assertThat(stored).hasSize(100);
    assertThat(
            scene.conversations.find(scene.workspace, good.conversation()).orElseThrow().lastSeq())
        .isEqualTo(101);
    assertThat(
            scene.conversations.find(scene.workspace, ended.conversation()).orElseThrow().lastSeq())
        .isEqualTo(1);
  }

  @Test
  void pagesOfMessagesMeetWithoutGapOrOverlap() {
    var chat = scene.acceptedChat("v1");
    var sends =
        IntStream.range(0, 249)
            .mapToObj(
                i ->
                    scene.messages.send(
                        scene.workspace, scene.from(Author.CUSTOMER, chat, "m" + i)))
            .toList();
    sends.forEach(Scene::storedBy);
    var last = scene.stored.last(scene.workspace, chat.conversation(), 100);
    var before =
        scene.stored.before(scene.workspace, chat.conversation(), last.getFirst().seq(), 100);
    assertThat(before.getFirst().seq()).isEqualTo(51);
    assertThat(before.getLast().seq()).isEqualTo(150);
    assertThat(
            scene.stored.after(scene.workspace, chat.conversation(), 248, 100).stream()
                .map(Message::seq))
        .containsExactly(249L, 250L);
  }
}
