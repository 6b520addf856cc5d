package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.conversation.Scene.now;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.Ended;
import org.hiwar.conversation.InteractionChange.LiveEnded;
import org.hiwar.conversation.InteractionChange.Requeued;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls as interactions: whose they are, and what they join.
class CallsTest {
  private static final String NUMBER = "+493012345678";
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private ContactId contact(String name, Trust trust) {
    var contact = scene.contacts.create(scene.workspace, name, null).id();
    var unused =
        scene.contacts.addAddress(
            scene.workspace, contact, new Address(AddressKind.PHONE, NUMBER, trust));
    return contact;
  }

  private List<Address> addresses(ContactId contact) {
    return scene.contacts.find(scene.workspace, contact).orElseThrow().addresses();
  }

  private void accept(InteractionId interaction) {
    scene.commit(new Accepted(interaction, scene.amal, now()));
  }

  private void hangUp(InteractionId interaction) {
    scene.commit(new LiveEnded(interaction, EndedBy.CUSTOMER, now()));
  }

  @Test
  void aCallArrivesAsAnInteractionThatWaitsForAnAgent() {
    var call = scene.call(NUMBER);
    assertThat(scene.arrivals).containsExactly(call);
    assertThat(scene.interactions.waiting(scene.workspace)).containsExactly(call);
    var stored = scene.interaction(call.interaction());
    assertThat(stored.medium()).isEqualTo(Medium.VOICE);
    assertThat(stored.channel()).isEqualTo("phone");
    assertThat(stored.direction()).isEqualTo(Direction.INBOUND);
    assertThat(stored.party()).isEqualTo(NUMBER);
    assertThat(stored.trust()).isEqualTo(Trust.PRESENTED);
    assertThat(stored.service()).isEqualTo(scene.voice);
    assertThat(addresses(call.contact()))
        .containsExactly(new Address(AddressKind.PHONE, NUMBER, Trust.PRESENTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"004930 12345678", "+49 30 12345678", "+49 (30) 1234-5678", "٠٠٤٩٣٠١٢٣٤٥٦٧٨"})
  @Requirement("S0-22")
  void oneNumberFindsOneContactHoweverItIsSpelled(String spelled) {
    var known = contact("Jane", Trust.CONFIRMED);
    var call = scene.call(spelled);
    assertThat(call.contact()).isEqualTo(known);
    assertThat(call.party()).isEqualTo(NUMBER);
    assertThat(scene.dial(spelled, null).contact()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ATTESTED", "CONFIRMED", "PRESENTED"})
  void oneMatchIsTheCaller(Trust trust) {
    var known = contact("Jane", trust);
    assertThat(scene.call(NUMBER).contact()).isEqualTo(known);
  }

  @Test
  void whoOnlyClaimsANumberIsNotItsCaller() {
    var impostor = contact("Jane", Trust.CLAIMED);
    var call = scene.call(NUMBER);
    assertThat(call.contact()).isNotEqualTo(impostor);
    assertThat(scene.call(NUMBER).contact()).isEqualTo(call.contact());
  }

  @Test
  void aNumberOfSeveralContactsIsNoneOfThemAndTheNextCallFindsTheSame() {
    var jane = contact("Jane", Trust.CONFIRMED);
    var john = contact("John", Trust.CONFIRMED);
    var first = scene.call(NUMBER).contact();
    assertThat(first).isNotIn(jane, john);
    assertThat(scene.call(NUMBER).contact()).isEqualTo(first);
  }

  @Test
  @Requirement("S0-54")
  void aWithheldNumberMatchesNobody() {
    var first = scene.call(null);
    var second = scene.call(null);
    assertThat(first.contact()).isNotEqualTo(second.contact());
    assertThat(first.party()).isEmpty();
    assertThat(scene.interaction(first.interaction()).trust()).isEqualTo(Trust.PRESENTED);
    var made = scene.contacts.find(scene.workspace, first.contact()).orElseThrow();
    assertThat(made.addresses()).isEmpty();
    assertThat(made.name()).isNull();
  }

  @Test
  void callsFromOneNumberAtOnceAreOneContactAndOneConversation() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          threads.invokeAll(
              IntStream.range(0, 12)
                  .mapToObj(_ -> (Callable<Arrival>) () -> scene.call(NUMBER))
                  .toList());
      var arrivals = new ArrayList<Arrival>();
      for (var call : calls) arrivals.add(call.get());
      assertThat(arrivals).extracting(Arrival::contact).containsOnly(arrivals.getFirst().contact());
      assertThat(arrivals)
          .extracting(Arrival::conversation)
          .containsOnly(arrivals.getFirst().conversation());
      assertThat(arrivals).extracting(Arrival::interaction).doesNotHaveDuplicates();
    }
  }

  @Test
  void aCallJoinsTheOpenConversationAndIsForItsOwner() {
    var call = scene.call(NUMBER);
    accept(call.interaction());
    var second = scene.call(NUMBER);
    assertThat(second.conversation()).isEqualTo(call.conversation());
    assertThat(second.owner()).isEqualTo(scene.amal);
    assertThat(second.continuesOpenConversation()).isTrue();
  }

  @Test
  @Requirement({"S0-12", "S0-13"})
  void aCallFromAChatBelongsToTheConversationOfTheChat() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    accept(call.interaction());
    assertThat(call.conversation()).isEqualTo(chat.conversation());
    assertThat(scene.interactions.ofConversations(scene.workspace, List.of(chat.conversation())))
        .extracting(Interaction::medium)
        .containsExactly(Medium.CHAT, Medium.VOICE);
    var stored = scene.interaction(call.interaction());
    assertThat(stored.direction()).isEqualTo(Direction.OUTBOUND);
    assertThat(stored.trust()).isEqualTo(Trust.CONFIRMED);
    assertThat(scene.interaction(chat.interaction()).trust()).isEqualTo(Trust.ATTESTED);
    assertThat(stored.party()).isEqualTo(NUMBER);
    assertThat(stored.contact()).isEqualTo(call.contact());
  }

  @Test
  @Requirement("S0-14")
  void anyNumberCanBeCalledAndTheContactsOwnStaysTheContacts() {
    var jane = contact("Jane", Trust.CONFIRMED);
    var call = scene.call(NUMBER);
    assertThat(call.contact()).isEqualTo(jane);
    accept(call.interaction());
    hangUp(call.interaction());
    var other = scene.dial("+493087654321", call.conversation());
    assertThat(other.contact()).isEqualTo(jane);
    assertThat(other.conversation()).isEqualTo(call.conversation());
    assertThat(scene.interaction(other.interaction()).party()).isEqualTo("+493087654321");
    assertThat(addresses(jane)).extracting(Address::value).containsExactly(NUMBER);
  }

  @Test
  @Requirement("S0-16")
  void theNumberEnteredForAnAnonymousChatIsKeptWithTheContact() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial("0049 30 12345678", chat.conversation());
    assertThat(addresses(call.contact()))
        .contains(new Address(AddressKind.PHONE, NUMBER, Trust.CONFIRMED));
    accept(call.interaction());
    hangUp(call.interaction());
    assertThat(scene.call(NUMBER).conversation())
        .as("and whoever calls back from it is the same customer")
        .isEqualTo(chat.conversation());
  }

  @Test
  @Requirement("S0-15")
  void theChatGoesOnDuringTheCallAndItsTranscriptHasNoBreak() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    accept(call.interaction());
    assertThat(scene.customerWrites("v1", "can you hear me?").interaction())
        .isEqualTo(chat.interaction());
    assertThat(scene.send(scene.from(Author.agent(scene.amal), chat, "yes")))
        .isInstanceOf(Sent.Stored.class);
    hangUp(call.interaction());
    scene.customerWrites("v1", "thanks");
    assertThat(
            scene.stored.before(scene.workspace, chat.conversation(), Long.MAX_VALUE, 10).stream())
        .extracting(Message::seq)
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  @Requirement("S0-17")
  void whoHangsUpEndsOnlyTheCall() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    accept(call.interaction());
    hangUp(call.interaction());
    scene.commit(new Ended(call.interaction(), Outcome.HANDLED, EndedBy.SYSTEM, now()));
    assertThat(scene.interaction(call.interaction()).endedBy()).isEqualTo(EndedBy.CUSTOMER);
    assertThat(scene.interaction(chat.interaction()).live()).isTrue();
    var conversation = scene.conversation(chat.conversation());
    assertThat(conversation.closedAt()).isNull();
    assertThat(conversation.endedAt()).isNull();
    assertThat(conversation.owner()).isEqualTo(scene.amal);
  }

  @Test
  @Requirement("S0-18")
  void whatTheCustomerWritesAfterTheCallReachesTheSameAgentInTheSameConversation() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    accept(call.interaction());
    scene.commit(new LiveEnded(chat.interaction(), EndedBy.CUSTOMER, now()));
    scene.commit(new Ended(chat.interaction(), Outcome.HANDLED, EndedBy.SYSTEM, now()));
    hangUp(call.interaction());
    scene.arrivals.clear();
    var more = scene.customerWrites("v1", "one more thing");
    assertThat(more.conversation()).isEqualTo(chat.conversation());
    assertThat(scene.arrivals).singleElement().returns(scene.amal, Arrival::owner);
  }

  @Test
  void aCallHasNoMessages() {
    var call = scene.call(NUMBER);
    accept(call.interaction());
    var written =
        scene.send(
            new NewMessage(
                call.conversation(),
                call.interaction(),
                UUID.randomUUID(),
                Author.agent(scene.amal),
                "hello"));
    assertThat(written).isEqualTo(new Sent.Refused(Refusal.UNKNOWN_INTERACTION));
  }

  @Test
  void anotherAgentsConversationIsNotJoined() {
    var call = scene.call(NUMBER);
    accept(call.interaction());
    var sams = scene.dial(scene.sam, NUMBER, null);
    assertThat(sams.contact()).isEqualTo(call.contact());
    assertThat(sams.conversation()).isNotEqualTo(call.conversation());
    scene.commit(new Accepted(sams.interaction(), scene.sam, now()));
    assertThat(scene.conversation(sams.conversation()).owner()).isEqualTo(scene.sam);
    assertThat(scene.conversation(call.conversation()).owner()).isEqualTo(scene.amal);
    assertThat(scene.call(NUMBER).conversation())
        .as("what comes in joins the one that was there before")
        .isEqualTo(call.conversation());
    hangUp(sams.interaction());
    assertThat(scene.dial(scene.sam, NUMBER, sams.conversation()).conversation())
        .as("the next attempt of the same agent")
        .isEqualTo(sams.conversation());
  }

  @Test
  void aCallThatTheFloorHasNotTakenIsNobodysWork() {
    var call = scene.dial(NUMBER, null);
    assertThat(scene.interactions.waiting(scene.workspace)).isEmpty();
    assertThat(scene.interactions.ofConversations(scene.workspace, List.of(call.conversation())))
        .isEmpty();
    accept(call.interaction());
    assertThat(scene.interactions.ofConversations(scene.workspace, List.of(call.conversation())))
        .extracting(Interaction::id)
        .containsExactly(call.interaction());
  }

  @Test
  void whatTheFloorRefusesIsWithdrawnAndItsConversationIsOver() {
    var call = scene.dial(NUMBER, null);
    assertThat(scene.calls.withdraw(scene.workspace, call.interaction())).isTrue();
    assertThat(scene.interaction(call.interaction()))
        .returns(Outcome.ABANDONED, Interaction::outcome)
        .returns(EndedBy.SYSTEM, Interaction::endedBy);
    assertThat(scene.conversation(call.conversation()).endedAt()).isNotNull();
    assertThat(scene.calls.withdraw(scene.workspace, call.interaction())).isFalse();
  }

  @Test
  void aRefusedCallLeavesTheConversationThatItWasBegunFrom() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    assertThat(scene.calls.withdraw(scene.workspace, call.interaction())).isTrue();
    assertThat(scene.conversation(chat.conversation()))
        .returns(null, Conversation::closedAt)
        .returns(scene.amal, Conversation::owner);
    assertThat(scene.interactions.ofConversations(scene.workspace, List.of(chat.conversation())))
        .extracting(Interaction::id)
        .containsExactly(chat.interaction());
  }

  @Test
  void whatTheFloorTookIsNotWithdrawn() {
    var call = scene.dial(NUMBER, null);
    accept(call.interaction());
    assertThat(scene.calls.withdraw(scene.workspace, call.interaction())).isFalse();
    assertThat(scene.interaction(call.interaction()).live()).isTrue();
  }

  @Test
  void aCallThatTheFloorNeverTookIsClosedAfterItsTimeAlsoByTheNextProcess() {
    var refused = scene.dial(NUMBER, null);
    var taken = scene.dial("+493087654321", null);
    accept(taken.interaction());
    var back = scene.dial("+493011112222", null);
    accept(back.interaction());
    scene.commit(new Requeued(back.interaction(), scene.voice, now()));
    var next = new Calls(scene.database, scene.messages, TestDatabase.ids(), Clock.systemUTC());
    next.look(scene.workspace);

    next.closeOverdue(now().plusSeconds(55));
    assertThat(scene.interaction(refused.interaction()).endedAt()).isNull();
    next.closeOverdue(now().plusSeconds(61));
    assertThat(scene.interaction(refused.interaction()))
        .returns(Outcome.ABANDONED, Interaction::outcome)
        .returns(EndedBy.SYSTEM, Interaction::endedBy);
    assertThat(scene.conversation(refused.conversation()).endedAt()).isNotNull();
    assertThat(scene.interaction(taken.interaction()).live()).isTrue();
    assertThat(scene.interaction(back.interaction()).live())
        .as("what the agent gave back waits like any other")
        .isTrue();
    assertThat(scene.interactions.waiting(scene.workspace))
        .extracting(Arrival::interaction)
        .containsExactly(back.interaction());
  }

  @Test
  @Requirement({"S0-54", "S0-55"})
  void aCallerWhoseNumberSeveralHaveIsWhoTheAgentSays() {
    var jane = contact("Jane", Trust.CONFIRMED);
    var john = contact("John", Trust.CONFIRMED);
    contact("Impostor", Trust.CLAIMED);
    var call = scene.call(NUMBER);
    accept(call.interaction());
    assertThat(scene.contacts.sharing(scene.workspace, call.contact()))
        .extracting(ContactSummary::id)
        .containsExactlyInAnyOrder(jane, john);

    assertThat(attach(call.conversation(), scene.sam, jane)).isEqualTo(Attached.NOT_YOURS);
    assertThat(attach(call.conversation(), scene.amal, jane)).isEqualTo(Attached.DONE);
    assertThat(scene.interaction(call.interaction()).contact()).isEqualTo(jane);
    assertThat(scene.conversation(call.conversation()).contact()).isEqualTo(jane);
    assertThat(scene.activities.page(scene.workspace, jane, Optional.empty(), 10).items())
        .hasSize(1);
    assertThat(addresses(jane)).as("her number is as sure as it was").hasSize(1);
  }

  @Test
  void aContactHasOneOpenConversationAndAVisitorIsKnown() {
    var jane = contact("Jane", Trust.CONFIRMED);
    var first = scene.call(NUMBER);
    accept(first.interaction());
    var second = scene.call(null);
    accept(second.interaction());
    assertThat(attach(second.conversation(), scene.amal, jane)).isEqualTo(Attached.CONTACT_BUSY);
    assertThat(scene.conversation(second.conversation()).contact()).isEqualTo(second.contact());

    var chat = scene.acceptedChat("v1");
    assertThat(attach(chat.conversation(), scene.amal, jane)).isEqualTo(Attached.KNOWN);
    var nobody = new ContactId(TestDatabase.ids().next());
    assertThat(attach(second.conversation(), scene.amal, nobody))
        .isEqualTo(Attached.NO_SUCH_CONTACT);
  }

  private Attached attach(ConversationId conversation, UserId agent, ContactId contact) {
    return scene.conversations.attach(scene.workspace, conversation, agent, contact);
  }

  @Test
  @Requirement("S0-33")
  void aMissedCallIsKeptWithItsResult() {
    var call = scene.call(NUMBER);
    scene.commit(new Ended(call.interaction(), Outcome.ABANDONED, EndedBy.CUSTOMER, now()));
    var kept = scene.activities.page(scene.workspace, call.contact(), Optional.empty(), 10).items();
    assertThat(kept)
        .singleElement()
        .extracting(Activity::interaction)
        .returns(Medium.VOICE, Interaction::medium)
        .returns(Direction.INBOUND, Interaction::direction)
        .returns(Outcome.ABANDONED, Interaction::outcome)
        .returns(EndedBy.CUSTOMER, Interaction::endedBy)
        .returns(null, Interaction::agent);
  }

  @Test
  @Requirement("S0-21")
  void oneCompleteEndsTheWrapUpOfChatAndCallAndEachKeepsItsNotes() {
    var chat = scene.acceptedChat("v1");
    var call = scene.dial(NUMBER, chat.conversation());
    accept(call.interaction());
    hangUp(call.interaction());
    assertThat(
            scene.conversations.saveNotes(
                scene.workspace, chat.interaction(), scene.amal, "about the chat", null))
        .isInstanceOf(NotesSaved.Saved.class);
    assertThat(complete(chat.conversation(), 1)).isEqualTo(new Completion.StillLive());
    assertThat(scene.send(scene.from(Author.agent(scene.amal), chat, "goodbye")))
        .as("the wrap-up of the call does not block the chat")
        .isInstanceOf(Sent.Stored.class);

    hangUp(chat.interaction());
    assertThat(complete(chat.conversation(), 2))
        .isEqualTo(new Completion.Granted(List.of(chat.interaction(), call.interaction())));
    assertThat(scene.interaction(chat.interaction()).notes()).isEqualTo("about the chat");
    assertThat(scene.interaction(call.interaction()).notes()).isEqualTo("about the call");
    assertThat(scene.conversation(chat.conversation()).closedAt()).isNotNull();
  }

  private Completion complete(ConversationId conversation, long seen) {
    return scene.conversations.complete(
        scene.workspace,
        new Complete(conversation, scene.amal, seen, null, false, "about the call"));
  }
}
