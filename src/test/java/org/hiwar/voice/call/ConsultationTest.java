package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An agent asks a colleague into a call, through the whole application: who hears whom, by the
/// tones of their microphones.
@Tag("voice")
class ConsultationTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int COLLEAGUE = 640;
  private static final Clip MUSIC = Likeness.HOLD_MUSIC;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.ON);
  private final DeskPhone agent = centre.agent("amal", AGENT);
  private final DeskPhone colleague = centre.agent("basim", COLLEAGUE);

  ConsultationTest() throws IOException {}

  @AfterEach
  void close() {
    colleague.close();
    agent.close();
    centre.close();
  }

  @Test
  @Requirement("S0-28")
  void aColleagueIsConsultedThenHasTheCall() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      colleague.connect();
      ask(id).ok();
      Await.until(() -> hearsMusic(call));
      Await.until(() -> agent.browser.hears(425));
      agent.consultation(id, "RINGING");
      agent.shows(id, "state", "HELD");
      var side = colleague.sideCall();
      assertThat(side.get("state").asString()).isEqualTo("RINGING");
      assertThat(side.get("kind").asString()).isEqualTo("CONSULTATION");
      assertThat(side.at("/with/id").asString()).isEqualTo(agent.agent.id());
      assertThat(side.at("/about/interaction").asString()).isEqualTo(id);
      assertThat(ask(id).problem()).isEqualTo("no-call");

      colleague.side("answer").ok();
      agent.consultation(id, "CONNECTED");
      Await.until(() -> agent.browser.hears(COLLEAGUE));
      Await.until(() -> colleague.browser.hears(AGENT));
      Await.until(() -> hearsMusic(call));

      agent.talksTo(id, "CUSTOMER").ok();
      agent.consultation(id, "HELD");
      Await.until(() -> call.customer.hears(AGENT));
      Await.until(() -> call.customer.hearsNothingOf(COLLEAGUE));
      Await.until(() -> agent.browser.hears(CUSTOMER));
      Await.until(() -> colleague.browser.hearsNothingOf(AGENT));
      Await.until(() -> colleague.browser.hearsNothingOf(CUSTOMER));

      agent.talksTo(id, "CONSULTED").ok();
      Await.until(() -> agent.browser.hears(COLLEAGUE));
      colleague.muteSide(true).ok();
      Await.until(agent.browser::hearsNothing);
      colleague.muteSide(false).ok();
      Await.until(() -> agent.browser.hears(COLLEAGUE));

      agent.post(id, "consultation/complete", Map.of()).ok();
      Await.until(() -> call.customer.hears(COLLEAGUE));
      Await.until(() -> colleague.browser.hears(CUSTOMER));
      Await.until(agent.browser::hearsNothing);
      Await.until(() -> colleague.sideCall().isNull());
      Await.until(() -> state(colleague, id).equals("ACTIVE"));
      Await.until(() -> state(agent, id).isEmpty());
      colleague.shows(id, "state", "CONNECTED");
      colleague.agent.end(id).ok();
      call.ended();
      var past = consultation(colleague, id);
      assertThat(past.at("/user/id").asString()).isEqualTo(colleague.agent.id());
      assertThat(past.get("outcome").asString()).isEqualTo("TRANSFERRED");
      assertThat(past.get("seconds").asInt(-1)).isNotNegative();
    }
  }

  @Test
  void aConferenceHearsAllAndGoesOnWithoutWhoeverLeaves() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      colleague.connect();
      ask(id).ok();
      colleague.sideCall("RINGING");
      colleague.side("answer").ok();
      agent.talksTo(id, "ALL").ok();
      agent.consultation(id, "CONFERENCE");
      colleague.sideCall("CONFERENCE");
      allHearAll(call);

      agent.put(id, "muted", Map.of("muted", true)).ok();
      Await.until(() -> call.customer.hearsNothingOf(AGENT));
      Await.until(() -> colleague.browser.hearsNothingOf(AGENT));
      Await.until(() -> call.customer.hears(COLLEAGUE));
      agent.put(id, "muted", Map.of("muted", false)).ok();
      colleague.muteSide(true).ok();
      Await.until(() -> call.customer.hearsNothingOf(COLLEAGUE));
      Await.until(() -> agent.browser.hearsNothingOf(COLLEAGUE));
      colleague.muteSide(false).ok();
      allHearAll(call);

      agent.letsGo(id).ok();
      Await.until(() -> agent.browser.hearsNothingOf(COLLEAGUE));
      Await.until(() -> call.customer.hearsNothingOf(COLLEAGUE));
      Await.until(() -> call.customer.hears(AGENT));
      Await.until(colleague.browser::hearsNothing);
      Await.until(() -> colleague.sideCall().isNull());
      agent.shows(id, "state", "CONNECTED");
      Await.until(() -> agent.call(id).get("consultation").isNull());
      call.hangUp();
      assertThat(consultation(agent, id).get("outcome").asString()).isEqualTo("CONFERENCE");
    }
  }

  @Test
  void whoeverLeavesAConferenceLeavesTheOthersToEachOther() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      colleague.connect();
      ask(id).ok();
      colleague.sideCall("RINGING");
      colleague.side("answer").ok();
      agent.talksTo(id, "ALL").ok();
      allHearAll(call);
      agent.post(id, "consultation/complete", Map.of()).ok();
      Await.until(() -> call.customer.hearsNothingOf(AGENT));
      Await.until(() -> call.customer.hears(COLLEAGUE));
      Await.until(() -> colleague.browser.hears(CUSTOMER));
      Await.until(() -> colleague.browser.hearsNothingOf(AGENT));
      Await.until(() -> state(colleague, id).equals("ACTIVE"));
      call.hangUp();
      colleague.shows(id, "state", "ENDED");
    }
  }

  @Test
  void whoeverDeclinesOrIsLetGoLeavesTheCustomerOnHold() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      assertThat(ask(id).problem()).isEqualTo("colleague-unavailable");
      colleague.connect();
      ask(id).ok();
      colleague.sideCall("RINGING");
      colleague.side("decline").ok();
      agent.consultation(id, "ENDED");
      assertThat(agent.call(id).at("/consultation/result").asString()).isEqualTo("DECLINED");
      agent.shows(id, "state", "HELD");
      Await.until(agent.browser::hearsNothing);
      Await.until(() -> hearsMusic(call));
      Await.until(() -> colleague.sideCall().isNull());

      Await.until(() -> ask(id).status() == 201);
      colleague.sideCall("RINGING");
      agent.letsGo(id).ok();
      Await.until(() -> colleague.sideCall().isNull());
      agent.put(id, "held", Map.of("held", false)).ok();
      Await.until(() -> call.customer.hears(AGENT));
    }
  }

  @Test
  void reloadingThePageKeepsTheConsultation() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      colleague.connect();
      ask(id).ok();
      colleague.sideCall("RINGING");
      colleague.side("answer").ok();
      Await.until(() -> colleague.browser.hears(AGENT));

      agent.agent.send("DELETE", "/api/phone", null).ok();
      Await.until(() -> colleague.browser.hearsNothingOf(AGENT));
      Await.until(() -> !colleague.browser.hearsNothing());
      agent.connect();
      Await.until(() -> agent.browser.hears(COLLEAGUE));
      Await.until(() -> colleague.browser.hears(AGENT));
      Await.until(() -> hearsMusic(call));
      colleague.connect();
      Await.until(() -> agent.browser.hears(COLLEAGUE));
      Await.until(() -> colleague.browser.hears(AGENT));
      assertThat(colleague.sideCall().get("state").asString()).isEqualTo("CONNECTED");

      agent.talksTo(id, "ALL").ok();
      allHearAll(call);
      agent.agent.send("DELETE", "/api/phone", null).ok();
      Await.until(() -> call.customer.hearsNothingOf(AGENT));
      Await.until(() -> call.customer.hears(COLLEAGUE));
      agent.connect();
      allHearAll(call);

      agent.talksTo(id, "CUSTOMER").ok();
      Await.until(() -> call.customer.hearsNothingOf(COLLEAGUE));
      agent.agent.send("DELETE", "/api/phone", null).ok();
      Await.until(() -> hearsMusic(call));
      agent.connect();
      Await.until(() -> call.customer.hears(AGENT));
      call.hangUp();
    }
  }

  @Test
  void aCustomerWhoHangsUpEndsTheConsultation() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = talking(call);
      colleague.connect();
      ask(id).ok();
      colleague.sideCall("RINGING");
      assertThat(colleague.put(id, "consultation", Map.of("with", "ALL")).status()).isEqualTo(404);
      colleague.side("answer").ok();
      Await.until(() -> colleague.browser.hears(AGENT));
      call.hangUp();
      agent.shows(id, "state", "ENDED");
      Await.until(() -> colleague.sideCall().isNull());
      Await.until(colleague.browser::hearsNothing);
      assertThat(consultation(agent, id).get("outcome").asString()).isEqualTo("ENDED");
    }
  }

  private String talking(Telephone.Talk call) {
    var id = agent.accepts();
    Await.until(() -> call.customer.hears(AGENT));
    return id;
  }

  private Answer ask(String id) {
    return agent.post(id, "consultation", Map.of("user", colleague.agent.id()));
  }

  private void allHearAll(Telephone.Talk call) {
    Await.until(() -> call.customer.hears(AGENT));
    Await.until(() -> call.customer.hears(COLLEAGUE));
    Await.until(() -> agent.browser.hearsAlso(CUSTOMER));
    Await.until(() -> agent.browser.hearsAlso(COLLEAGUE));
    Await.until(() -> colleague.browser.hearsAlso(CUSTOMER));
    Await.until(() -> colleague.browser.hearsAlso(AGENT));
    Await.until(() -> call.customer.hearsNothingOf(CUSTOMER));
    Await.until(() -> agent.browser.hearsNothingOf(AGENT));
  }

  private static boolean hearsMusic(Telephone.Talk call) {
    return Likeness.of(call.customer.lately(), MUSIC) > 0.98;
  }

  /// Of the interaction on a desk; empty when it is not there as what it was.
  private static String state(DeskPhone desk, String id) {
    return desk.interaction(id).map(i -> i.get("state").asString()).orElse("");
  }

  /// The one consultation of a call, as its activity shows it.
  private JsonNode consultation(DeskPhone reader, String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    Await.until(() -> store.find(centre.id(), InteractionId.of(id)).orElseThrow().ended() != null);
    var path = "/api/activities/" + id;
    Await.until(() -> !consultations(reader, path).path(0).path("outcome").isNull());
    var all = consultations(reader, path);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static JsonNode consultations(DeskPhone reader, String path) {
    return reader.agent.get(path).ok().body().at("/activity/consultations");
  }
}
