package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.CallLimitsStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Agents whose calls come to a number of their own, over the workspace's trunk.
@Tag("voice")
class NumberDeviceTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final PhoneDesk desk = new PhoneDesk(centre.client("amal"));

  NumberDeviceTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
    centre.close();
  }

  @Test
  void callsComeToTheNumberAndEndThere() throws Exception {
    var chosen = desk.choose("NUMBER", null, "(0170) 765 43 21").ok().body();
    assertThat(chosen.get("number").asString()).isEqualTo("+491707654321");
    assertThat(chosen.get("ready").asBoolean()).isTrue();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      centre.telephone().speaksAt(AGENT);
      desk.accepts();
      try (var mobile = centre.telephone().called()) {
        assertThat(mobile.number()).isEqualTo("+491707654321");
        mobile.answer();
        Await.until(() -> mobile.customer.hears(CUSTOMER));
        Await.until(() -> call.customer.hears(AGENT));
        mobile.hangUp();
        call.ended();
      }
    }
  }

  @Test
  void aCallThatTheAgentMakesGoesToTheAgentsNumberFirst() throws Exception {
    desk.choose("NUMBER", null, "+491707654321").ok();
    centre.telephone().speaksAt(AGENT);
    var begun = desk.calls("+493090182022", centre.service().id().toString()).ok();
    try (var mobile = centre.telephone().called()) {
      assertThat(mobile.number()).isEqualTo("+491707654321");
      mobile.answer();
      centre.telephone().speaksAt(CUSTOMER);
      try (var talk = centre.telephone().called()) {
        assertThat(talk.number()).isEqualTo("+493090182022");
        talk.answer();
        Await.until(() -> mobile.customer.hears(CUSTOMER));
        Await.until(() -> talk.customer.hears(AGENT));
        desk.agent.end(begun.body().get("interaction").asString()).ok();
        talk.ended();
        mobile.ended();
      }
    }
  }

  /// What an administrator has closed since is not dialled: the call goes back to the queue, and
  /// its agent cannot be reached.
  @Test
  void theNumberIsHeldToTheLimitsAtEachCall() throws Exception {
    desk.choose("NUMBER", null, "+491707654321").ok();
    desk.agent.ready().ok();
    CallWorkspace.bean(CallLimitsStore.class)
        .set(
            centre.id(),
            new org.hiwar.voice.line.CallLimits("FR", Set.of(), false, false, 1_000, 100));
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      desk.isNotReady("NO_ANSWER");
      desk.agent.ready().ok();
      assertThat(desk.accepts()).isEqualTo(id);
      desk.isNotReady("NO_ANSWER");
      call.hangUp();
    }
  }

  @Test
  void whatIsNoNumberForThisIsSaid() {
    assertThat(desk.choose("NUMBER", null, "112").problem()).isEqualTo("number-not-for-this");
    assertThat(desk.choose("NUMBER", null, "030 90 18 20").problem())
        .isEqualTo("number-not-for-this");
    assertThat(desk.choose("NUMBER", null, "+12125550100").problem())
        .isEqualTo("destination-closed");
    assertThat(desk.choose("NUMBER", null, "hello").problem()).isEqualTo("bad-number");
    assertThat(desk.choose("NUMBER", "1", "+491707654321").problem()).isEqualTo("bad-device");
    assertThat(desk.choose("PHONE", null, null).problem()).isEqualTo("bad-device");
    assertThat(desk.choose("PHONE", "1", null).problem()).isEqualTo("unknown-phone");
    assertThat(desk.device().get("kind").asString()).isEqualTo("BROWSER");
  }
}
