package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What an agent does during a call, through the whole application.
@Tag("voice")
class CallControlTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final Clip MUSIC = Likeness.HOLD_MUSIC;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.ANNOUNCED);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  CallControlTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void theAgentHoldsMutesAndPressesKeys() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      bothHear(call);

      agent.put(id, "held", Map.of("held", true)).ok();
      Await.until(() -> Likeness.of(call.customer.lately(), MUSIC) > 0.98);
      Await.until(agent.browser::hearsNothing);
      agent.shows(id, "state", "HELD");
      agent.put(id, "held", Map.of("held", false)).ok();
      bothHear(call);

      agent.put(id, "muted", Map.of("muted", true)).ok();
      Await.until(() -> call.customer.hearsNothingOf(AGENT));
      Await.until(() -> agent.call(id).get("muted").asBoolean());
      Await.until(() -> agent.browser.hears(CUSTOMER));
      agent.post(id, "keys", Map.of("keys", "4#")).ok();
      Await.until(() -> call.customer.keys().contains(11));
      assertThat(call.customer.keys()).contains(4, 11).isSubsetOf(4, 11);
      agent.put(id, "muted", Map.of("muted", false)).ok();
      bothHear(call);
      agent.shows(id, "state", "CONNECTED");
      Await.until(() -> sounds(id).equals("FINE"));
    }
  }

  @Test
  void theCustomerIsToldThenRecordedAndAPauseIsSilent() throws Exception {
    agent.ready();
    var announcement = Sounds.ours().recorded("en");
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      agent.shows(id, "recording", "ANNOUNCING");
      Await.until(() -> call.customer.hasHeard(announcement));
      agent.shows(id, "recording", "ON");
      bothHear(call);
      pass(call);
      agent.put(id, "muted", Map.of("muted", true)).ok();
      pass(call);
      agent.put(id, "muted", Map.of("muted", false)).ok();
      agent.put(id, "recording", Map.of("state", "PAUSED")).ok();
      agent.shows(id, "recording", "PAUSED");
      pass(call);
      agent.put(id, "recording", Map.of("state", "ON")).ok();
      agent.shows(id, "recording", "ON");
      pass(call);
      agent.put(id, "recording", Map.of("state", "OFF")).ok();
      agent.shows(id, "recording", "OFF");
      call.hangUp();

      var recording = recorded(id);
      assertThat(recording.pauses()).isEqualTo(1);
      var path = "/api/recordings/" + recording.id() + "/waveform";
      var waveform = agent.agent.get(path).ok().body();
      assertThat(waveform.get("seconds").asDouble()).isGreaterThan(4);
      assertThat(longest(waveform, true, true)).as("both talk").isGreaterThan(5);
      assertThat(longest(waveform, false, true)).as("the agent is muted").isGreaterThan(5);
      assertThat(longest(waveform, false, false)).as("paused").isGreaterThan(5);
    }
  }

  /// How many tenths of a second in a row agent and customer are heard, or not.
  private static int longest(JsonNode waveform, boolean agent, boolean customer) {
    int longest = 0;
    int now = 0;
    for (var peak : waveform.get("peaks")) {
      boolean fits = heard(peak.get(0)) == agent && heard(peak.get(1)) == customer;
      now = fits ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }

  private static boolean heard(JsonNode peak) {
    return peak.asInt() > 5;
  }

  /// Waits for three seconds of sound.
  private static void pass(Telephone.Talk call) {
    var before = call.customer.packets();
    Await.until(() -> call.customer.packets() >= before + 150);
  }

  @Test
  void whoseCallItIsNotFindsNone() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567");
        var other = centre.agent("basim", 700)) {
      var id = agent.accepts();
      bothHear(call);
      assertThat(other.put(id, "held", Map.of("held", true)).status()).isEqualTo(404);
      assertThat(agent.post(id, "keys", Map.of("keys", "x")).problem()).isEqualTo("bad-keys");
      agent.put(id, "held", Map.of("held", true)).ok();
      call.hangUp();
      agent.shows(id, "state", "ENDED");
      assertThat(agent.put(id, "held", Map.of("held", true)).status()).isIn(404, 409);
    }
  }

  @Test
  void anotherBrowserOfTheAgentTakesOverTheCall() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      agent.accepts();
      bothHear(call);
      agent.connect();
      bothHear(call);
    }
  }

  @Test
  void aMicrophoneFromWhichNothingComesIsSaidInWords() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      bothHear(call);
      agent.browser.rest();
      Await.until(() -> sounds(id).equals("NOTHING_ARRIVES"));
      agent.browser.speak();
      Await.until(() -> sounds(id).equals("FINE"));
    }
  }

  private String sounds(String id) {
    return agent.call(id).get("quality").path("kind").asString("");
  }

  private CallRecording recorded(String id) {
    var store = CallWorkspace.bean(RecordingStore.class);
    var calls = java.util.List.of(InteractionId.of(id));
    Await.until(
        () ->
            store.ofCalls(centre.id(), calls).stream()
                .anyMatch(recording -> recording.length() != null));
    return store.ofCalls(centre.id(), calls).getFirst();
  }

  private void bothHear(Telephone.Talk call) {
    Await.until(() -> agent.browser.hears(CUSTOMER));
    Await.until(() -> call.customer.hears(AGENT));
  }
}
