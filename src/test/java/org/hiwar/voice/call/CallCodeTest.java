package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hiwar.Requirement;
import org.hiwar.conversation.Activity;
import org.hiwar.conversation.ActivityStore;
import org.hiwar.conversation.CallCodeStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Inbound;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.Outcome;
import org.hiwar.conversation.Sent;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The number given in a chat, through the whole application: the customer of the chat calls it and
/// goes on with the same agent. How much of the question for the code is heard is measured.
@Tag("voice")
class CallCodeTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int OTHER = 640;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final Service chats = chats();
  private final DeskPhone agent = centre.agent("amal", AGENT, centre.service(), chats);

  CallCodeTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  private Service chats() {
    var made =
        new Service(
            new ServiceId(TestDatabase.ids().next()),
            "Orders by chat",
            Medium.CHAT,
            false,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            false,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            false);
    CallWorkspace.bean(ServiceStore.class).add(centre.id(), made);
    return made;
  }

  /// A customer writes and the agent has it; the conversation.
  private ConversationId chat(String visitor) throws Exception {
    var written =
        new Inbound(
            visitor,
            Medium.CHAT,
            "web",
            chats.id(),
            null,
            "en",
            Inbound.Claims.NONE,
            UUID.randomUUID(),
            "I have to drive now.");
    var sent =
        CallWorkspace.bean(Messages.class).receive(centre.id(), written).get(30, TimeUnit.SECONDS);
    agent.accepts();
    return ((Sent.Stored) sent).message().conversation();
  }

  private JsonNode give(ConversationId conversation) {
    return agent
        .agent
        .send("POST", "/api/conversations/" + conversation + "/call-code", null)
        .ok()
        .body();
  }

  private static void dial(Telephone.Talk call, String digits) {
    for (var digit : digits.toCharArray()) {
      call.customer.press("0123456789*#".indexOf(digit));
      Await.until(() -> !call.customer.isPressing());
    }
  }

  private void isAsked(Telephone.Talk call) {
    var question = Sounds.ours().askedForCode(null);
    Await.until(() -> call.customer.hasHeard(question));
  }

  private ConversationId conversationOf(String interaction) {
    return CallWorkspace.bean(InteractionStore.class)
        .find(centre.id(), org.hiwar.conversation.InteractionId.of(interaction))
        .orElseThrow()
        .conversation();
  }

  @Test
  @Requirement({"S0-76", "S0-77", "S0-79", "S0-80"})
  void theCustomerOfAChatCallsTheNumberGivenAndGoesOnWithTheSameAgentHoweverBusyWithChats()
      throws Exception {
    agent.ready();
    var driving = chat("v1");
    chat("v2");
    chat("v3");
    var given = give(driving);
    assertThat(given.get("number").asString()).isEqualTo(CallWorkspace.NUMBER);
    assertThat(given.get("language").asString()).isEqualTo("en");
    var code = given.get("code").asString();
    assertThat(given.get("link").asString()).isEqualTo("tel:" + CallWorkspace.NUMBER + ",," + code);

    try (var call = centre.telephone().calls("")) {
      isAsked(call);
      dial(call, code);
      var id = agent.accepts();
      assertThat(conversationOf(id)).isEqualTo(driving);
      Await.until(() -> call.customer.hears(AGENT));
      Await.until(() -> agent.browser.hears(CUSTOMER));
      assertThat(agent.agent.snapshot().get("conversations")).hasSize(3);
    }
  }

  @Test
  @Requirement("S0-77")
  void aCallFromTheNumberOfTheContactNeedsNoCode() throws Exception {
    agent.ready();
    var driving = chat("v1");
    var code = give(driving).get("code").asString();
    try (var first = centre.telephone().calls("+491701234567")) {
      isAsked(first);
      dial(first, code);
      agent.accepts();
      Await.until(() -> first.customer.hears(AGENT));
    }
    try (var again = centre.telephone().calls("+491701234567")) {
      Await.until(() -> Likeness.of(again.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);
      assertThat(conversationOf(agent.accepts())).isEqualTo(driving);
      Await.until(() -> again.customer.hears(AGENT));
      assertThat(again.customer.hasHeard(Sounds.ours().askedForCode(null))).isFalse();
    }
  }

  /// Nobody who has no code waits for one for long, or is told that digits were wrong.
  @Test
  @Requirement("S0-78")
  void aCallerWithoutTheCodeIsInTheQueueOfTheService() throws Exception {
    agent.ready();
    var driving = chat("v1");
    var right = give(driving).get("code").asString();
    try (var call = centre.telephone().calls("");
        var other = centre.telephone().calls("+491709999999")) {
      isAsked(call);
      dial(call, right.startsWith("1") ? "222222" : "111111");
      var id = agent.accepts();
      assertThat(conversationOf(id)).isNotEqualTo(driving);
      Await.until(() -> call.customer.hears(AGENT));
      call.hangUp();
      Await.until(() -> Likeness.of(other.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);
    }
  }

  @Test
  @Requirement("S0-78")
  void whenTheAgentIsAwayAnotherTakesTheCallAndReadsTheChat() throws Exception {
    agent.ready();
    var driving = chat("v1");
    var code = give(driving).get("code").asString();
    agent.agent.leaveFloor().ok();
    try (var other = centre.agent("basim", OTHER);
        var call = centre.telephone().calls("")) {
      other.ready();
      isAsked(call);
      dial(call, code);
      var id = other.accepts();
      assertThat(conversationOf(id)).isEqualTo(driving);
      Await.until(() -> call.customer.hears(OTHER));
      var messages = other.agent.snapshot().get("conversations").get(0).get("messages");
      assertThat(messages.get(0).get("text").asString()).isEqualTo("I have to drive now.");
    }
  }

  @Test
  @Requirement("S0-33")
  void whoHangsUpWhileAskedIsKeptAsACallThatWasMissed() throws Exception {
    agent.ready();
    give(chat("v1"));
    try (var call = centre.telephone().calls("+491701234567")) {
      isAsked(call);
    }
    Await.until(() -> missed("+491701234567").isPresent());
    var kept = missed("+491701234567").orElseThrow().interaction();
    var details = CallWorkspace.bean(CallDetailStore.class);
    Await.until(
        () -> details.find(centre.id(), kept.id()).orElseThrow().cause() == CallEnd.Cause.HUNG_UP);
  }

  private Optional<Activity> missed(String number) {
    return TestDatabase.database()
        .in(
            centre.id().value(),
            db ->
                db.sql("select contact from contact_address where workspace = ? and value = ?")
                    .params(centre.id().value(), number)
                    .query(Long.class)
                    .list())
        .stream()
        .flatMap(contact -> activities(contact).stream())
        .filter(one -> one.interaction().outcome() == Outcome.ABANDONED)
        .findFirst();
  }

  private List<Activity> activities(long contact) {
    return CallWorkspace.bean(ActivityStore.class)
        .page(centre.id(), new org.hiwar.contact.ContactId(contact), Optional.empty(), 10)
        .items();
  }

  @Test
  void anotherAgentGivesNoNumberForTheConversation() throws Exception {
    agent.ready();
    var driving = chat("v1");
    try (var other = centre.agent("basim", OTHER)) {
      var answer = other.agent.send("POST", "/api/conversations/" + driving + "/call-code", null);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(CallWorkspace.bean(CallCodeStore.class).anyFor(centre.id(), centre.service().id()))
          .isFalse();
    }
  }
}
