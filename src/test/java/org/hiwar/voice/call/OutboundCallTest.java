package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.sip.SipEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls that an agent makes, through the whole application, to telephones behind a trunk.
@Tag("voice")
class OutboundCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final String NUMBER = "+49 30 (901) 820-22";

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  OutboundCallTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void theAgentCallsHearsItRingTalksAndEnds() throws Exception {
    agent.connect();
    var key = UUID.randomUUID();
    var id = calls(key).ok().body().get("interaction").asString();
    assertThat(calls(key).ok().body().get("interaction").asString()).isEqualTo(id);

    try (var talk = centre.telephone().called()) {
      assertThat(talk.number()).isEqualTo("+493090182022");
      assertThat(calls(UUID.randomUUID()).problem()).isEqualTo("on-a-call");
      agent.shows(id, "state", "DIALLING");
      talk.rings();
      agent.shows(id, "state", "RINGING");
      Await.until(() -> agent.browser.hears(425));
      talk.answer();

      agent.shows(id, "state", "CONNECTED");
      Await.until(() -> agent.browser.hears(CUSTOMER));
      Await.until(() -> talk.customer.hears(AGENT));
      agent.agent.end(id).ok();
      talk.ended();
    }
    assertThat(ended(id).result()).isNull();
    assertThat(ended(id).answered()).isNotNull();
  }

  @Test
  void anAnnouncementOfTheNetworkIsHeardBeforeTheAnswer() throws Exception {
    agent.connect();
    var id = begins();
    try (var talk = centre.telephone().called()) {
      talk.talkEarly();
      Await.until(() -> agent.browser.hears(CUSTOMER));
      agent.shows(id, "state", "RINGING");
      assertThat(ended(id, false).answered()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "486, BUSY",
    "480, NO_ANSWER",
    "603, DECLINED",
    "404, NO_SUCH_NUMBER",
    "503, UNREACHABLE",
    "403, NOT_ALLOWED"
  })
  void whoCannotBeReachedIsAResult(int status, String result) throws Exception {
    agent.connect();
    var id = begins();
    try (var talk = centre.telephone().called()) {
      talk.refuse(status);
      agent.shows(id, "state", "ENDED");
      agent.shows(id, "result", result);
    }
    assertThat(ended(id).result()).isEqualTo(CallResult.valueOf(result));
    assertThat(ended(id).joined()).isNull();
  }

  @Test
  void theAgentGivesUpWhileItRings() throws Exception {
    agent.connect();
    var id = begins();
    try (var talk = centre.telephone().called()) {
      talk.rings();
      agent.shows(id, "state", "RINGING");
      agent.agent.end(id).ok();
      assertThat(talk.ended().cause()).isEqualTo(SipEvent.Cause.CANCELLED);
    }
    assertThat(ended(id).result()).isEqualTo(CallResult.CANCELLED);
  }

  @Test
  void whatCannotBeDialledIsSaid() {
    assertThat(calls(UUID.randomUUID()).problem()).isEqualTo("no-device");
    agent.connect();
    assertThat(calls("hello", service()).problem()).isEqualTo("bad-number");
    assertThat(calls("+49309018", "1").problem()).isEqualTo("unknown-service");
    assertThat(calls("+12125550100", service()).problem()).isEqualTo("destination-closed");
    assertThat(agent.agent.get("/api/calls/services").ok().body().get(0).get("id").asString())
        .isEqualTo(service());
  }

  private Answer calls(String number, String service) {
    return agent.agent.send("POST", "/api/calls", Map.of("number", number, "service", service));
  }

  private String begins() {
    return calls(UUID.randomUUID()).ok().body().get("interaction").asString();
  }

  private Answer calls(UUID key) {
    return agent.agent.send(
        "POST", "/api/calls", Map.of("number", NUMBER, "service", service()), key);
  }

  private String service() {
    return centre.service().id().toString();
  }

  private CallDetail ended(String id) {
    return ended(id, true);
  }

  private CallDetail ended(String id, boolean wait) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var call = InteractionId.of(id);
    if (wait) Await.until(() -> store.find(centre.id(), call).orElseThrow().ended() != null);
    return store.find(centre.id(), call).orElseThrow();
  }
}
