package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The end of interactions and conversations, and what comes in at that moment.
class EndAndCompleteTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private Completion complete(Message chat, UserId agent, long seen) {
    return scene.conversations.complete(
        scene.workspace, new Complete(chat.conversation(), agent, seen, null, false, "done"));
  }

  private void wrapUp(Message chat) {
    scene.commit(
        new InteractionChange.LiveEnded(chat.interaction(), EndedBy.CUSTOMER, Scene.now()));
  }

  private void dispose(InteractionId interaction) {
    scene.commit(
        new InteractionChange.Ended(interaction, Outcome.HANDLED, EndedBy.AGENT, Scene.now()));
  }

  private Interaction interaction(Message chat) {
    return scene.interactions.find(scene.workspace, chat.interaction()).orElseThrow();
  }

  private Conversation conversation(Message chat) {
    return scene.conversations.find(scene.workspace, chat.conversation()).orElseThrow();
  }

  @Test
  void theFloorsChangesAreTheHistory() {
    var chat = scene.customerWrites("v1", "hello");
    assertThat(interaction(chat).agent()).isNull();
    var accepted = Scene.now();
    scene.commit(new InteractionChange.Accepted(chat.interaction(), scene.amal, accepted));
    assertThat(interaction(chat))
        .satisfies(
            i -> {
              assertThat(i.agent()).isEqualTo(scene.amal);
              assertThat(i.acceptedAt()).isEqualTo(accepted);
              assertThat(i.live()).isTrue();
            });
    assertThat(conversation(chat).owner()).isEqualTo(scene.amal);
    var ended = Scene.now();
    scene.commit(new InteractionChange.LiveEnded(chat.interaction(), EndedBy.CUSTOMER, ended));
    assertThat(interaction(chat).liveUntil()).isEqualTo(ended);
    assertThat(conversation(chat).endedAt()).isNull();
    var done = Scene.now();
    scene.commit(
        new InteractionChange.Ended(chat.interaction(), Outcome.HANDLED, EndedBy.AGENT, done));
    assertThat(interaction(chat))
        .satisfies(
            i -> {
              assertThat(i.endedBy())
                  .as("the customer had ended it before")
                  .isEqualTo(EndedBy.CUSTOMER);
              assertThat(i.liveUntil()).isEqualTo(ended);
              assertThat(i.endedAt()).isEqualTo(done);
              assertThat(i.outcome()).isEqualTo(Outcome.HANDLED);
            });
    assertThat(conversation(chat).endedAt()).isEqualTo(done);
    assertThat(conversation(chat).owner()).isEqualTo(scene.amal);
  }

  @Test
  void severalChangesOfOneInteractionInOneBatchAreItsLastState() {
    var chat = scene.customerWrites("v1", "hello");
    var at = Scene.now();
    scene.commit(
        new InteractionChange.Accepted(chat.interaction(), scene.amal, at),
        new InteractionChange.Requeued(chat.interaction(), scene.service, at),
        new InteractionChange.Accepted(chat.interaction(), scene.sam, at),
        new InteractionChange.LiveEnded(chat.interaction(), EndedBy.AGENT, at),
        new InteractionChange.Ended(chat.interaction(), Outcome.HANDLED, EndedBy.SYSTEM, at));
    assertThat(interaction(chat).agent()).isEqualTo(scene.sam);
    assertThat(interaction(chat).endedBy()).isEqualTo(EndedBy.AGENT);
    assertThat(conversation(chat).endedAt()).isEqualTo(at);
  }

  @Test
  void whatGoesBackToTheQueueHasNobodyAndAnEndedOneNeverComesBack() {
    var chat = scene.acceptedChat("v1");
    scene.commit(new InteractionChange.Requeued(chat.interaction(), scene.service, Scene.now()));
    assertThat(interaction(chat).agent()).isNull();
    assertThat(conversation(chat).owner()).isNull();
    assertThat(scene.interactions.waiting(scene.workspace))
        .extracting(Arrival::interaction)
        .containsExactly(chat.interaction());
    scene.commit(
        new InteractionChange.Ended(
            chat.interaction(), Outcome.ABANDONED, EndedBy.CUSTOMER, Scene.now()));
    var over = interaction(chat);
    scene.commit(new InteractionChange.Accepted(chat.interaction(), scene.sam, Scene.now()));
    assertThat(interaction(chat)).isEqualTo(over);
    assertThat(scene.interactions.open(scene.workspace)).isEmpty();
  }

  @Test
  void completeEndsTheConversationAndTheNextMessageOpensANewOne() {
    var chat = scene.acceptedChat("v1");
    wrapUp(chat);
    assertThat(complete(chat, scene.amal, 1))
        .isInstanceOfSatisfying(
            Completion.Granted.class, granted -> granted.parts().forEach(this::dispose));
    assertThat(conversation(chat).endedAt()).isNotNull();
    assertThat(interaction(chat).notes()).isEqualTo("done");
    assertThat(interaction(chat).disposition()).isNull();
    assertThat(scene.customerWrites("v1", "one more thing").conversation())
        .isNotEqualTo(chat.conversation());
    assertThat(scene.arrivals.getLast().lastAgent()).isEqualTo(scene.amal);
    assertThat(scene.arrivals.getLast().continuesOpenConversation()).isFalse();
  }

  @Test
  void completeIsRefusedWhileThereIsSomethingTheAgentHasNotSeen() {
    var chat = scene.acceptedChat("v1");
    scene.customerWrites("v1", "and also");
    wrapUp(chat);
    assertThat(complete(chat, scene.amal, 1)).isEqualTo(new Completion.NewMessage(2));
    assertThat(complete(chat, scene.amal, 2)).isInstanceOf(Completion.Granted.class);
  }

  @Test
  void completeIsRefusedWhileTheChatIsLiveOrForSomebodyElse() {
    var chat = scene.acceptedChat("v1");
    assertThat(complete(chat, scene.amal, 1)).isEqualTo(new Completion.StillLive());
    assertThat(complete(chat, scene.sam, 1)).isEqualTo(new Completion.NotFound());
    wrapUp(chat);
    var wish = new Complete(chat.conversation(), scene.amal, 1, null, true, "");
    assertThat(scene.conversations.complete(scene.workspace, wish))
        .isEqualTo(new Completion.DispositionRequired());
    var strange = new Complete(chat.conversation(), scene.amal, 1, new DispositionId(7), false, "");
    assertThat(scene.conversations.complete(scene.workspace, strange))
        .isEqualTo(new Completion.UnknownDisposition());
    assertThat(conversation(chat).closedAt()).isNull();
  }

  @Test
  void completeMayBeRepeatedUntilTheFloorHasDisposedOfTheWork() {
    var chat = scene.acceptedChat("v1");
    wrapUp(chat);
    var granted = complete(chat, scene.amal, 1);
    assertThat(granted).isInstanceOf(Completion.Granted.class);
    assertThat(complete(chat, scene.amal, 1)).isEqualTo(granted);
    dispose(chat.interaction());
    assertThat(complete(chat, scene.amal, 1)).isEqualTo(new Completion.NotFound());
  }

  @Test
  void whatJoinedDuringWrapUpKeepsTheConversationOpenForWhoeverAcceptsIt() {
    var chat = scene.acceptedChat("v1");
    wrapUp(chat);
    var again = scene.customerWrites("v1", "wait");
    assertThat(complete(chat, scene.amal, 1)).isEqualTo(new Completion.NewMessage(2));
    assertThat(complete(chat, scene.amal, 2))
        .isEqualTo(new Completion.Granted(java.util.List.of(chat.interaction())));
    dispose(chat.interaction());
    assertThat(conversation(chat).closedAt()).isNull();
    scene.commit(new InteractionChange.Accepted(again.interaction(), scene.sam, Scene.now()));
    assertThat(conversation(again).owner()).isEqualTo(scene.sam);
    assertThat(conversation(again).endedAt()).isNull();
  }

  @Test
  void notesAreKeptByTheirAgentWhileTheInteractionIsNotOver() {
    var chat = scene.acceptedChat("v1");
    var saved =
        scene.conversations.saveNotes(
            scene.workspace, chat.interaction(), scene.amal, "wants a refund", null);
    assertThat(saved).isEqualTo(new NotesSaved.Saved(2));
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.amal, "wants a refund", null))
        .isEqualTo(saved);
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.sam, "mine", null))
        .isEqualTo(new NotesSaved.NotYours());
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.amal, "", new DispositionId(7)))
        .isEqualTo(new NotesSaved.UnknownDisposition());
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.amal, "x".repeat(10_001), null))
        .isEqualTo(new NotesSaved.InvalidNotes());
    dispose(chat.interaction());
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.amal, "late", null))
        .isEqualTo(new NotesSaved.NotYours());
  }

  @Test
  void theAgentHasNeverReadMoreThanThereIsNorLessThanBefore() {
    var chat = scene.acceptedChat("v1");
    scene.customerWrites("v1", "two");
    assertThat(scene.conversations.read(scene.workspace, chat.conversation(), scene.amal, 99))
        .isTrue();
    assertThat(conversation(chat).agentReadSeq()).isEqualTo(2);
    scene.conversations.read(scene.workspace, chat.conversation(), scene.amal, 1);
    assertThat(conversation(chat).agentReadSeq()).isEqualTo(2);
    assertThat(scene.conversations.read(scene.workspace, chat.conversation(), scene.sam, 1))
        .isFalse();
  }

  /// The customer sends and the chat ends at the same moment, a hundred times: each message is
  /// either before the end or refused, and what is refused opens something new.
  @Test
  void aSendAtTheMomentOfTheEndIsBeforeItOrRefused() {
    for (int round = 0; round < 100; round++) {
      var chat = scene.acceptedChat("race-" + round);
      var sent = scene.messages.send(scene.workspace, scene.from(Author.CUSTOMER, chat, "now?"));
      var ended = CompletableFuture.runAsync(() -> wrapUp(chat));
      var answer = Scene.answer(sent);
      ended.join();
      long last = conversation(chat).lastSeq();
      if (answer instanceof Sent.Stored(var message, _))
        assertThat(message.seq()).isEqualTo(last).isEqualTo(2);
      else assertThat(answer).isEqualTo(new Sent.Refused(Refusal.CHAT_ENDED));
    }
  }

  /// A customer writes and the agent completes at the same moment, a hundred times.
  @Test
  void anArrivalAtTheMomentOfCompleteIsBeforeItOrOpensANewConversation() {
    var outcomes = new ArrayList<String>();
    for (int round = 0; round < 100; round++) {
      var visitor = "race-" + round;
      var chat = scene.acceptedChat(visitor);
      wrapUp(chat);
      var arrival =
          scene.messages.receive(
              scene.workspace, scene.inbound(visitor, UUID.randomUUID(), "wait"));
      var completion =
          CompletableFuture.supplyAsync(
              () -> {
                var answer = complete(chat, scene.amal, 1);
                if (answer instanceof Completion.Granted(var wrapUps))
                  wrapUps.forEach(this::dispose);
                return answer;
              });
      var message = Scene.storedBy(arrival);
      switch (completion.join()) {
        case Completion.Granted _ ->
            assertThat(message.conversation()).isNotEqualTo(chat.conversation());
        case Completion.NewMessage _ ->
            assertThat(message.conversation()).isEqualTo(chat.conversation());
        case Completion other -> throw new AssertionError(other.toString());
      }
      assertThat(conversation(message).endedAt())
          .as("a message is never in a conversation that has ended")
          .isNull();
      outcomes.add(completion.join().getClass().getSimpleName());
    }
    assertThat(outcomes).hasSize(100);
  }

  @Test
  void activitiesAreTheInteractionsOfAllConversationsNewestFirst() {
    var contact = interaction(scene.customerWrites("v1", "first")).contact();
    for (int i = 0; i < 4; i++) {
      var open = scene.interactions.open(scene.workspace).getFirst();
      scene.commit(
          new InteractionChange.Ended(open.id(), Outcome.ABANDONED, EndedBy.CUSTOMER, Scene.now()));
      scene.customerWrites("v1", "again " + i);
    }
    scene.customerWrites("v1", "still there?");
    var one = scene.activities.page(scene.workspace, contact, java.util.Optional.empty(), 3);
    assertThat(one.items())
        .extracting(Activity::firstText)
        .containsExactly("again 3", "again 2", "again 1");
    assertThat(one.items().getFirst().messages()).isEqualTo(2);
    var cursor = one.next().flatMap(c -> ActivityCursor.parse(c.text()));
    var two = scene.activities.page(scene.workspace, contact, cursor, 3);
    assertThat(two.items()).extracting(Activity::firstText).containsExactly("again 0", "first");
    assertThat(two.next()).isEmpty();
    assertThat(two.items().getLast().interaction().outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(scene.activities.find(scene.workspace, two.items().getLast().interaction().id()))
        .contains(two.items().getLast());
  }
}
