package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Users call each other, through the whole application.
@Tag("voice")
class InternalCallTest {
  private static final int AMAL = 1_710;
  private static final int BASIM = 640;

  private final CallWorkspace centre = new CallWorkspace(1_013, Rule.OFF);
  private final DeskPhone amal = centre.agent("amal", AMAL);
  private final DeskPhone basim = centre.agent("basim", BASIM);

  InternalCallTest() throws IOException {}

  @AfterEach
  void close() {
    basim.close();
    amal.close();
    centre.close();
  }

  @Test
  @Requirement("S0-6")
  void usersTalkAndItIsNoConversation() {
    amal.connect();
    basim.connect();
    calls().ok();
    basim.sideCall("RINGING");
    assertThat(basim.sideCall().get("kind").asString()).isEqualTo("INTERNAL");
    assertThat(basim.sideCall().get("direction").asString()).isEqualTo("IN");
    assertThat(basim.sideCall().get("about").isNull()).isTrue();
    assertThat(amal.sideCall().get("direction").asString()).isEqualTo("OUT");
    Await.until(() -> amal.browser.hears(425));
    assertThat(calls().problem()).isEqualTo("on-a-call");

    basim.side("answer").ok();
    amal.sideCall("CONNECTED");
    Await.until(() -> amal.browser.hears(BASIM));
    Await.until(() -> basim.browser.hears(AMAL));
    amal.muteSide(true).ok();
    Await.until(basim.browser::hearsNothing);
    Await.until(() -> amal.browser.hears(BASIM));
    assertThat(amal.sideCall().get("muted").asBoolean()).isTrue();
    amal.muteSide(false).ok();
    Await.until(() -> basim.browser.hears(AMAL));
    assertThat(amal.agent.snapshot().get("conversations")).isEmpty();
    assertThat(basim.agent.snapshot().get("conversations")).isEmpty();

    basim.side("end").ok();
    Await.until(() -> amal.sideCall().isNull() && basim.sideCall().isNull());
    Await.until(amal.browser::hearsNothing);
    assertThat(last(amal).get("direction").asString()).isEqualTo("OUT");
    assertThat(last(amal).at("/with/id").asString()).isEqualTo(basim.agent.id());
    assertThat(last(basim).get("direction").asString()).isEqualTo("IN");
    assertThat(last(basim).get("seconds").asInt(-1)).isNotNegative();
    assertThat(last(basim).get("result").isNull()).isTrue();
  }

  @Test
  void reloadingThePageKeepsTheCall() {
    amal.connect();
    basim.connect();
    calls().ok();
    basim.sideCall("RINGING");
    basim.side("answer").ok();
    Await.until(() -> basim.browser.hears(AMAL));
    amal.muteSide(true).ok();
    Await.until(basim.browser::hearsNothing);

    amal.agent.send("DELETE", "/api/phone", null).ok();
    Await.until(() -> !basim.browser.hearsNothing());
    assertThat(basim.sideCall().get("state").asString()).isEqualTo("CONNECTED");
    amal.connect();
    Await.until(() -> amal.browser.hears(BASIM));
    Await.until(basim.browser::hearsNothing);
    amal.muteSide(false).ok();
    Await.until(() -> basim.browser.hears(AMAL));

    basim.connect();
    Await.until(() -> basim.browser.hears(AMAL));
    Await.until(() -> amal.browser.hears(BASIM));
    amal.side("end").ok();
    Await.until(() -> basim.sideCall().isNull());
    assertThat(last(amal).get("result").isNull()).isTrue();
  }

  @Test
  void aCallThatIsDeclinedIsSoForBoth() {
    amal.connect();
    assertThat(calls().problem()).isEqualTo("colleague-unavailable");
    basim.connect();
    Await.until(() -> calls().status() == 201);
    basim.sideCall("RINGING");
    basim.side("decline").ok();
    amal.sideCall("ENDED");
    assertThat(amal.sideCall().get("result").asString()).isEqualTo("DECLINED");
    assertThat(last(amal).get("result").asString()).isEqualTo("DECLINED");
    assertThat(amal.side("answer").problem()).isEqualTo("no-call");

    Await.until(() -> calls().status() == 201);
    basim.sideCall("RINGING");
    basim.agent.send("DELETE", "/api/phone", null).ok();
    amal.sideCall("ENDED");
    assertThat(last(amal).get("result").asString()).isEqualTo("UNREACHABLE");
  }

  /// What a process that was killed leaves behind.
  @Test
  void aCallWithoutAnEndGetsOne() {
    var store = CallWorkspace.bean(InternalCallStore.class);
    var now = Instant.now();
    store.begin(
        centre.id(),
        new InternalCallDetail(
            new SideId(CallWorkspace.bean(CallOffice.class).ids().next()),
            UserId.of(amal.agent.id()),
            UserId.of(basim.agent.id()),
            now.minus(Duration.ofMinutes(1)),
            null,
            null,
            null));
    store.endLost(centre.id(), now, now);
    assertThat(last(amal).get("result").asString()).isEqualTo("DROPPED");
  }

  private Answer calls() {
    return amal.agent.send("POST", "/api/internal-calls", Map.of("user", basim.agent.id()));
  }

  private static JsonNode last(DeskPhone desk) {
    return desk.agent.get("/api/internal-calls").ok().body().get(0);
  }
}
