package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Calls that customers raise from their chats, through the whole application: a Chromium on each
/// side, and the tone of each measured at the other.
@Tag("voice")
class WebCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.ON);
  private final DeskPhone agent =
      centre.agent("amal", AGENT, centre.entry(), centre.service()).ready();
  private final PagePhone customer = new PagePhone(centre, CUSTOMER);

  WebCallTest() throws IOException {}

  @AfterEach
  void close() {
    customer.close();
    agent.close();
    centre.close();
  }

  /// An agent who could take both is there, too, and is not asked: the chat's owner is.
  @Test
  void aCallFromTheChatReachesItsAgentInTheSameConversationAndTheChatGoesOn() throws Exception {
    customer.visitor.say("I would rather talk.");
    var chat = agent.accepts();
    try (var other = centre.agent("basim", 700).ready()) {
      customer.calls();
      customer.isTold("WAITING");
      Await.until(() -> !customer.browser.hearsNothing());
      var call = agent.accepts();
      assertThat(other.isOffered()).isFalse();

      bothHear();
      customer.isTold("TALKING");
      assertThat(customer.told("agent")).isEqualTo("amal");
      assertThat(agent.conversationOf(call)).isEqualTo(agent.conversationOf(chat));
      var shown = agent.interaction(call).orElseThrow();
      assertThat(shown.get("channel").asString()).isEqualTo("web-call");
      assertThat(shown.get("party").isNull()).isTrue();

      customer.visitor.say("We can write, too.");
      agent.agent.say(agent.conversationOf(chat), chat, UUID.randomUUID(), "Yes.").ok();
      Await.until(() -> !customer.visitor.heard("message").isEmpty());

      agent.put(call, "held", Map.of("held", true)).ok();
      customer.isTold("HELD");
      Await.until(agent.browser::hearsNothing);
      agent.put(call, "held", Map.of("held", false)).ok();
      bothHear();

      agent.agent.end(call).ok();
      customer.isTold("ENDED");
      assertThat(customer.told("end")).isEqualTo("HUNG_UP");
      assertThat(customer.visitor.state()).isEqualTo("ACTIVE");
      assertThat(ended(call).endedBy()).isEqualTo(EndedBy.AGENT);
    }
  }

  @Test
  void theCustomerHangsUpAndTheRecordAndTheRecordingAreThere() {
    customer.calls();
    var call = agent.accepts();
    bothHear();
    customer.hangsUp();

    customer.isTold("ENDED");
    var detail = ended(call);
    assertThat(detail.endedBy()).isEqualTo(EndedBy.CUSTOMER);
    assertThat(detail.cause()).isEqualTo(CallEnd.Cause.HUNG_UP);
    assertThat(detail.result()).isNull();
    assertThat(detail.caller()).isEmpty();
    assertThat(detail.called()).isEqualTo("web");
    assertThat(detail.talked()).isPositive();
    agent.shows(call, "state", "ENDED");
    var recordings = CallWorkspace.bean(RecordingStore.class);
    Await.until(
        () ->
            recordings.ofCalls(centre.id(), List.of(InteractionId.of(call))).stream()
                .anyMatch(one -> one.length() != null && !one.failed()));
  }

  /// Whoever closes the page, or loads it anew, is gone at once: nobody talks to an empty room.
  @Test
  void aPageThatIsLeftEndsItsCall() {
    customer.calls();
    var call = agent.accepts();
    bothHear();
    customer.browser.hangUp();

    customer.isTold("ENDED");
    assertThat(ended(call).endedBy()).isEqualTo(EndedBy.CUSTOMER);
  }

  @Test
  void aCustomerWhoHangsUpInTheQueueIsNotOfferedAnyMore() {
    agent.agent.leaveFloor().ok();
    customer.calls();
    customer.isTold("WAITING");
    customer.hangsUp();
    customer.isTold("ENDED");
    var interactions = CallWorkspace.bean(InteractionStore.class);
    Await.until(() -> interactions.open(centre.id()).isEmpty());
    agent.agent.ready().ok();
    assertThat(agent.isOffered()).isFalse();
  }

  private void bothHear() {
    Await.until(() -> agent.browser.hears(CUSTOMER));
    Await.until(() -> customer.browser.hears(AGENT));
  }

  private CallDetail ended(String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var call = InteractionId.of(id);
    Await.until(() -> store.find(centre.id(), call).orElseThrow().ended() != null);
    return store.find(centre.id(), call).orElseThrow();
  }
}
