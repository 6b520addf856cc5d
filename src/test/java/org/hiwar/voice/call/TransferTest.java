package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A customer is sent on, through the whole application.
@Tag("voice")
class TransferTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int OTHER = 640;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  TransferTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void theCustomerTalksToANumberAndTheAgentHasLeft() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      centre.telephone().speaksAt(OTHER);
      agent.post(id, "transfer", Map.of("number", "+493090182033")).ok();
      agent.shows(id, "state", "HELD");

      try (var third = centre.telephone().called()) {
        assertThat(third.number()).isEqualTo("+493090182033");
        third.rings();
        third.answer();
        Await.until(() -> call.customer.hears(OTHER));
        Await.until(() -> third.customer.hears(CUSTOMER));
        Await.until(agent.browser::hearsNothing);
        Await.until(
            () -> agent.interaction(id).orElseThrow().get("state").asString().equals("WRAP_UP"));
        third.hangUp();
        call.ended();
      }
      var store = CallWorkspace.bean(CallDetailStore.class);
      var key = InteractionId.of(id);
      Await.until(() -> store.find(centre.id(), key).orElseThrow().ended() != null);
      assertThat(store.find(centre.id(), key).orElseThrow().forwardedTo())
          .isEqualTo("+493090182033");
    }
  }

  @Test
  void aNumberThatIsBusyGivesTheCustomerBackToTheAgent() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      agent.post(id, "transfer", Map.of("number", "+493090182033")).ok();
      try (var third = centre.telephone().called()) {
        third.refuse(486);
        agent.shows(id, "result", "BUSY");
        agent.shows(id, "state", "CONNECTED");
        Await.until(() -> call.customer.hears(AGENT));
      }
    }
  }

  @Test
  void theCustomerWaitsWithMusicForAnAgentOfAnotherService() throws Exception {
    var second = centre.service("Returns by phone", Rule.OFF);
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567");
        var other = centre.agent("basim", OTHER, second)) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      agent.post(id, "transfer", Map.of("service", second.id().toString())).ok();
      Await.until(() -> Likeness.of(call.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);
      other.ready();
      assertThat(other.accepts()).isEqualTo(id);
      Await.until(() -> call.customer.hears(OTHER));
      Await.until(() -> other.browser.hears(CUSTOMER));
    }
  }

  /// The agent's telephone is away for longer than the customer is asked to wait for it.
  @Test
  void aCallWhoseAgentStaysAwayGoesToAnother() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567");
        var other = centre.agent("basim", OTHER)) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      other.ready();
      agent.agent.send("DELETE", "/api/phone", null).ok();
      Await.until(() -> Likeness.of(call.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);

      Awaitility.await().atMost(CallLimits.STRANDED.multipliedBy(2)).until(other::isOffered);
      assertThat(other.accepts()).isEqualTo(id);
      Await.until(() -> call.customer.hears(OTHER));
    }
  }
}
