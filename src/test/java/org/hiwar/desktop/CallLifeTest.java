package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.BegunCall;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.OutgoingPhoneCall;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an agent sees of calls, from their beginning to the history of the contact. The telephone
/// itself is played by the test.
@Tag("api")
class CallLifeTest {
  private static final String NUMBER = "+493012345678";
  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private OpenDesk callable(String login) {
    var desk = OpenDesk.of(shop.agent(login, "en")).ready();
    assertThat(ask(new Command.DeviceReady(user(desk)))).isEqualTo(Answer.DONE);
    return desk;
  }

  private static UserId user(OpenDesk desk) {
    return UserId.of(desk.agent().id());
  }

  private Answer ask(Command command) {
    var reply = RunningHiwar.bean(Floors.class).submit(shop.workspace(), command, "").join();
    return ((Reply.Answered) reply).answer();
  }

  private Arrival call(@Nullable String number) {
    var calls = RunningHiwar.bean(Calls.class);
    var call = new IncomingPhoneCall(shop.voice(), number, "+4930901820", "en", Instant.now());
    var arrival = calls.arrive(shop.workspace(), call, _ -> List.of());
    calls.announce(shop.workspace(), arrival);
    return arrival;
  }

  private BegunCall begin(OpenDesk desk, String number, String conversation) {
    var begun =
        RunningHiwar.bean(Calls.class)
            .begin(
                shop.workspace(),
                new OutgoingPhoneCall(
                    user(desk),
                    shop.voice(),
                    number,
                    null,
                    ConversationId.of(conversation),
                    Instant.now()));
    var work =
        Work.plain(
            new WorkId(begun.interaction().value()), shop.voice(), Medium.VOICE, Instant.now());
    assertThat(ask(new Command.Begin(work, user(desk)))).isEqualTo(Answer.DONE);
    return begun;
  }

  private void hangUp(InteractionId call) {
    assertThat(
            RunningHiwar.bean(Departures.class)
                .leave(shop.workspace(), call, EndedBy.CUSTOMER)
                .join())
        .isTrue();
  }

  private ContactId jane() {
    var contacts = RunningHiwar.bean(ContactStore.class);
    var jane = contacts.create(shop.workspace(), "Jane Doe", "en").id();
    var unused =
        contacts.addAddress(
            shop.workspace(), jane, new Address(AddressKind.PHONE, NUMBER, Trust.CONFIRMED));
    return jane;
  }

  private static JsonNode newestActivity(OpenDesk desk, ContactId contact) {
    return desk.agent().get("/api/contacts/" + contact + "/activities").ok().body().at("/items/0");
  }

  @Test
  @Requirement({"S0-37", "S0-40"})
  void aCallOfAKnownCustomerShowsTheNameAndIsHandledLikeEveryOtherInteraction() {
    var jane = jane();
    try (var amal = callable("amal")) {
      var call = call(NUMBER);
      var shown = amal.acceptOffer();
      assertThat(shown.at("/contact/name").asString()).isEqualTo("Jane Doe");
      assertThat(shown.at("/interactions/0/medium").asString()).isEqualTo("VOICE");
      assertThat(shown.at("/interactions/0/channel").asString()).isEqualTo("phone");
      assertThat(shown.at("/interactions/0/party").asString()).isEqualTo(NUMBER);
      assertThat(shown.at("/interactions/0/direction").asString()).isEqualTo("INBOUND");

      hangUp(call.interaction());
      amal.conversation("WRAP_UP");
      amal.agent().complete(id(shown), 0, shop.resolved(), "asked for the price").ok();
      amal.isEmpty();
      var kept = newestActivity(amal, jane);
      assertThat(kept.get("medium").asString()).isEqualTo("VOICE");
      assertThat(kept.get("party").asString()).isEqualTo(NUMBER);
      assertThat(kept.get("outcome").asString()).isEqualTo("HANDLED");
      assertThat(kept.get("notes").asString()).isEqualTo("asked for the price");
    }
  }

  @Test
  @Requirement({"S0-54", "S0-55"})
  void whoCallsFromASharedNumberIsOfferedAndNotChosenUntilTheAgentDoes() {
    var jane = jane();
    var john = jane();
    try (var amal = callable("amal")) {
      call(NUMBER);
      var shown = amal.acceptOffer();
      assertThat(shown.at("/contact/name").isNull()).isTrue();
      var unknown = "/api/contacts/" + shown.at("/contact/id").asString();
      assertThat(amal.agent().get(unknown + "/candidates").ok().body().valueStream())
          .extracting(one -> one.get("id").asString())
          .containsExactlyInAnyOrder(jane.toString(), john.toString());

      var who = "/api/conversations/" + id(shown) + "/contact";
      amal.verifyAction(
          () -> amal.agent().send("PUT", who, Map.of("contact", jane.toString())).ok(),
          "the contact that was chosen",
          s -> s.at("/conversations/0/contact/id").asString("").equals(jane.toString()));
      assertThat(newestActivity(amal, jane).get("party").asString()).isEqualTo(NUMBER);
    }
  }

  @Test
  @Requirement({"S0-8", "S0-12", "S0-13", "S0-15", "S0-17", "S0-18", "S0-21"})
  void fromAChatTheCustomerIsCalledAndAllOfItIsOneConversation() {
    try (var amal = callable("amal");
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say(UUID.randomUUID(), "Hello", "Jane", null).join();
      var chat = amal.acceptOffer();
      assertThat(chat.at("/interactions/0/party").isNull()).isTrue();
      var call = begin(amal, NUMBER, id(chat));
      var both =
          amal.shows(
              "one conversation with two interactions",
              s ->
                  s.get("conversations").size() == 1
                      && s.at("/conversations/0/interactions").size() == 2
                      && s.at("/conversations/0/interactions/1/state").asString().equals("ACTIVE"));
      assertThat(both.at("/conversations/0/id").asString()).isEqualTo(id(chat));
      assertThat(both.at("/conversations/0/interactions/1/direction").asString())
          .isEqualTo("OUTBOUND");
      visitor.say("My telephone rings");

      hangUp(call.interaction());
      var after =
          amal.shows(
              "the call is in wrap-up, the conversation goes on",
              s ->
                  s.at("/conversations/0/interactions/1/state").asString().equals("WRAP_UP")
                      && s.at("/conversations/0/state").asString().equals("ACTIVE"));
      assertThat(after.at("/conversations/0/interactions/0/state").asString()).isEqualTo("ACTIVE");
      visitor.say("Thank you");
      amal.agent().say(id(chat), interaction(chat), UUID.randomUUID(), "Goodbye").ok();
      amal.shows(
          "the transcript without a break", s -> s.at("/conversations/0/lastSeq").asLong() == 4);
      assertThat(texts(amal.state().at("/conversations/0")))
          .containsExactly("Hello", "My telephone rings", "Thank you", "Goodbye");

      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(id(chat), 4, shop.resolved(), "called back").ok();
      amal.isEmpty();
    }
  }

  @Test
  @Requirement({"S0-16", "S0-22"})
  void theNumberEnteredForAnAnonymousChatIsKeptAndFindsTheContactHoweverItIsSpelled() {
    try (var amal = callable("amal");
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = amal.acceptOffer();
      var contact = chat.at("/contact/id").asString();
      assertThat(numbers(amal, contact)).isEmpty();

      var out = begin(amal, "0049 (30) 1234-5678", id(chat));
      assertThat(numbers(amal, contact)).containsExactly(NUMBER + " CONFIRMED");
      hangUp(out.interaction());
      visitor.end();
      amal.conversation("WRAP_UP");
      amal.agent().complete(id(chat), 1, shop.resolved(), "").ok();
      amal.isEmpty();

      for (var spelled : List.of(NUMBER, "004930 12345678", "+49 30 1234 5678", "٠٠٤٩٣٠١٢٣٤٥٦٧٨")) {
        var back = call(spelled);
        assertThat(back.contact().toString()).as(spelled).isEqualTo(contact);
        hangUp(back.interaction());
      }
      amal.isEmpty();
      assertThat(numbers(amal, contact)).containsExactly(NUMBER + " CONFIRMED");
    }
  }

  private static List<String> numbers(OpenDesk desk, String contact) {
    return desk.agent()
        .get("/api/contacts/" + contact)
        .ok()
        .body()
        .get("addresses")
        .valueStream()
        .filter(one -> one.get("kind").asString().equals("PHONE"))
        .map(one -> one.get("value").asString() + " " + one.get("trust").asString())
        .toList();
  }

  /// What agents type in different ways is one address; addresses that differ stay apart.
  @Test
  @Requirement("S0-22")
  void oneAddressIsOneHoweverItIsTyped() {
    var jane = jane();
    try (var amal = callable("amal")) {
      var addresses = "/api/contacts/" + jane + "/addresses";
      for (var typed : List.of("0049 30 12345678", "+49 (30) 12345678", "+493012345679"))
        amal.agent().send("POST", addresses, Map.of("kind", "PHONE", "value", typed)).ok();
      for (var typed : List.of("Jane@Example.ORG", " jane@example.org", "j@example.org"))
        amal.agent().send("POST", addresses, Map.of("kind", "EMAIL", "value", typed)).ok();

      var kept = amal.agent().get("/api/contacts/" + jane).ok().body().get("addresses");
      assertThat(kept.valueStream())
          .extracting(one -> one.get("value").asString())
          .containsExactlyInAnyOrder(NUMBER, "+493012345679", "jane@example.org", "j@example.org");
    }
  }

  @Test
  @Requirement({"S0-33", "S0-54"})
  void aMissedCallIsKeptWithItsNumberUnlessThatIsWithheld() {
    try (var amal = OpenDesk.of(shop.agent("amal", "en")).ready()) {
      var known = call(NUMBER);
      var withheld = call(null);
      hangUp(known.interaction());
      hangUp(withheld.interaction());
      amal.isEmpty();
      var missed = newestActivity(amal, known.contact());
      assertThat(missed.get("medium").asString()).isEqualTo("VOICE");
      assertThat(missed.get("direction").asString()).isEqualTo("INBOUND");
      assertThat(missed.get("outcome").asString()).isEqualTo("ABANDONED");
      assertThat(missed.get("party").asString()).isEqualTo(NUMBER);
      assertThat(missed.get("agent").isNull()).isTrue();
      assertThat(newestActivity(amal, withheld.contact()).get("party").isNull()).isTrue();
      assertThat(withheld.contact()).isNotEqualTo(known.contact());
    }
  }

  @Test
  void aCallThatRingsGoesOnToTheNextAgentWhenTheTelephoneIsLost() {
    try (var amal = callable("amal")) {
      call(NUMBER);
      amal.conversation("OFFERED");
      try (var sam = callable("sam")) {
        assertThat(ask(new Command.DeviceGone(user(amal)))).isEqualTo(Answer.DONE);
        sam.conversation("OFFERED");
        amal.shows(
            "not ready, without a telephone",
            s ->
                s.get("conversations").isEmpty()
                    && s.at("/presence/state").asString().equals("NOT_READY")
                    && s.at("/presence/reason").asString().equals("NO_DEVICE"));
      }
    }
  }
}
