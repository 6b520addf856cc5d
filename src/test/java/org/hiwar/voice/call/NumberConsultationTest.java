package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An agent asks a number into a call, through the whole application.
@Tag("voice")
class NumberConsultationTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int OTHER = 640;
  private static final String NUMBER = "+493090182033";

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.ON);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  NumberConsultationTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  @Requirement("S0-28")
  void aNumberIsConsultedThenTalksToTheCustomer() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      ask(id).ok();
      try (var third = centre.telephone().called()) {
        assertThat(third.number()).isEqualTo(NUMBER);
        third.rings();
        agent.consultation(id, "RINGING");
        third.answer();
        agent.consultation(id, "CONNECTED");
        Await.until(() -> agent.browser.hears(OTHER));
        Await.until(() -> third.customer.hears(AGENT));
        Await.until(() -> third.customer.hearsNothingOf(CUSTOMER));
        Await.until(() -> hearsMusic(call));
        agent.post(id, "keys", Map.of("keys", "7")).ok();
        Await.until(() -> third.customer.keys().contains(7));
        assertThat(call.customer.keys()).isEmpty();

        agent.talksTo(id, "CUSTOMER").ok();
        Await.until(() -> agent.browser.hears(CUSTOMER));
        Await.until(() -> call.customer.hears(AGENT));
        Await.until(() -> hearsMusic(third));

        agent.post(id, "consultation/complete", Map.of()).ok();
        Await.until(() -> call.customer.hears(OTHER));
        Await.until(() -> third.customer.hears(CUSTOMER));
        Await.until(agent.browser::hearsNothing);
        Await.until(
            () -> agent.interaction(id).orElseThrow().get("state").asString().equals("WRAP_UP"));
        third.hangUp();
        call.ended();
      }
      var ended = ended(id);
      assertThat(ended.forwardedTo()).isEqualTo(NUMBER);
      var past = consultation(id);
      assertThat(past.get("number").asString()).isEqualTo(NUMBER);
      assertThat(past.get("outcome").asString()).isEqualTo("TRANSFERRED");
    }
  }

  @Test
  void aConferenceIsRecordedWithTheCustomerAtOneSideAndTheOthersAtTheOther() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      ask(id).ok();
      try (var third = centre.telephone().called()) {
        third.answer();
        agent.consultation(id, "CONNECTED");
        agent.talksTo(id, "ALL").ok();
        Await.until(() -> call.customer.hears(AGENT));
        Await.until(() -> call.customer.hears(OTHER));
        Await.until(() -> third.customer.hears(AGENT));
        Await.until(() -> third.customer.hears(CUSTOMER));
        Await.until(() -> agent.browser.hearsAlso(OTHER));
        Await.until(() -> agent.browser.hearsAlso(CUSTOMER));
        agent.put(id, "muted", Map.of("muted", true)).ok();
        Await.until(() -> third.customer.hearsNothingOf(AGENT));
        var before = call.customer.packets();
        Await.until(() -> call.customer.packets() >= before + 200);
        third.hangUp();
        Await.until(() -> agent.call(id).get("consultation").isNull());
        agent.shows(id, "state", "CONNECTED");
        agent.put(id, "muted", Map.of("muted", false)).ok();
        Await.until(() -> call.customer.hears(AGENT));
        Await.until(() -> call.customer.hearsNothingOf(OTHER));
      }
      call.hangUp();
      ended(id);
      assertThat(consultation(id).get("outcome").asString()).isEqualTo("CONFERENCE");
      var recording = recorded(id);
      var peaks = agent.agent.get("/api/recordings/" + recording.id() + "/waveform").ok().body();
      assertThat(longestTogether(peaks))
          .as("customer and number, while the agent is muted")
          .isGreaterThan(10);
    }
  }

  /// Whoever is asked into the call is not told what the customer types, nor what is typed for the
  /// customer's side.
  @Test
  void inAConferenceKeysGoBetweenAgentAndCustomer() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      ask(id).ok();
      try (var third = centre.telephone().called()) {
        third.answer();
        agent.consultation(id, "CONNECTED");
        agent.talksTo(id, "ALL").ok();
        Await.until(() -> third.customer.hears(CUSTOMER));
        agent.post(id, "keys", Map.of("keys", "58")).ok();
        Await.until(() -> call.customer.keys().contains(8));
        assertThat(call.customer.keys()).contains(5, 8).isSubsetOf(5, 8);
        call.customer.press(4);
        Await.until(() -> !call.customer.isPressing());
        agent.shows(id, "keys", "4");
        Await.until(() -> call.customer.hears(AGENT));
        Await.until(() -> third.customer.hears(CUSTOMER));
        assertThat(third.customer.keys()).isEmpty();
      }
    }
  }

  @Test
  void aNumberThatDoesNotComeLeavesTheCustomerOnHold() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      ask(id).ok();
      try (var third = centre.telephone().called()) {
        third.refuse(486);
        agent.consultation(id, "ENDED");
        assertThat(agent.call(id).at("/consultation/result").asString()).isEqualTo("BUSY");
        agent.shows(id, "state", "HELD");
        Await.until(() -> hearsMusic(call));
      }
      agent.put(id, "held", Map.of("held", false)).ok();
      Await.until(() -> call.customer.hears(AGENT));
      assertThat(agent.call(id).get("answeredAt").isNull()).isFalse();
      assertThat(agent.talksTo(id, "ALL").problem()).isEqualTo("no-call");
    }
  }

  private String talking(Telephone.Talk call) {
    var id = agent.accepts();
    Await.until(() -> call.customer.hears(AGENT));
    centre.telephone().speaksAt(OTHER);
    return id;
  }

  private Answer ask(String id) {
    return agent.post(id, "consultation", Map.of("number", NUMBER));
  }

  private static boolean hearsMusic(Telephone.Talk call) {
    return Likeness.of(call.customer.lately(), Likeness.HOLD_MUSIC) > 0.98;
  }

  private CallDetail ended(String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var key = InteractionId.of(id);
    Await.until(() -> store.find(centre.id(), key).orElseThrow().ended() != null);
    return store.find(centre.id(), key).orElseThrow();
  }

  private JsonNode consultation(String id) {
    Await.until(() -> !consultations(id).path(0).path("outcome").isNull());
    assertThat(consultations(id)).hasSize(1);
    return consultations(id).get(0);
  }

  private JsonNode consultations(String id) {
    return agent.agent.get("/api/activities/" + id).ok().body().at("/activity/consultations");
  }

  private CallRecording recorded(String id) {
    var store = CallWorkspace.bean(RecordingStore.class);
    var calls = List.of(InteractionId.of(id));
    Await.until(
        () -> store.ofCalls(centre.id(), calls).stream().anyMatch(each -> each.length() != null));
    return store.ofCalls(centre.id(), calls).getFirst();
  }

  /// How many tenths of a second in a row both sides are heard.
  private static int longestTogether(JsonNode waveform) {
    int longest = 0;
    int now = 0;
    for (var peak : waveform.get("peaks")) {
      now = peak.get(0).asInt() > 5 && peak.get(1).asInt() > 5 ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }
}
