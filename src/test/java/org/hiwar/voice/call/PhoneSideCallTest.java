package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.SipEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two agents at registered telephones: they call each other, and one is asked into the call of the
/// other.
@Tag("voice")
class PhoneSideCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AMAL = 1_710;
  private static final int BASIM = 2_310;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final PhoneDesk amal = new PhoneDesk(centre.client("amal"));
  private final PhoneDesk basim = new PhoneDesk(centre.client("basim"));
  private final Telephone hers = telephone(amal, AMAL);
  private final Telephone his = telephone(basim, BASIM);

  PhoneSideCallTest() throws IOException {}

  private Telephone telephone(PhoneDesk desk, int hertz) throws IOException {
    var login = "71" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    var phone = centre.phone(desk.agent, login);
    var credentials = new Credentials(login, CallWorkspace.PHONE_PASSWORD);
    var made = new Telephone(centre.address(), hertz, CallWorkspace.sip(), credentials);
    desk.choose("PHONE", phone, null).ok();
    Await.until(() -> CallWorkspace.bean(SipEndpoint.class).phone(login) != null);
    Await.until(desk::isReady);
    return made;
  }

  @AfterEach
  void close() {
    hers.close();
    his.close();
    amal.close();
    basim.close();
    centre.close();
  }

  @Test
  void usersCallEachOtherFromTelephoneToTelephone() throws Exception {
    var begun = amal.agent.send("POST", "/api/internal-calls", Map.of("user", basim.agent.id()));
    var id = begun.ok().body().get("id").asString();
    try (var caller = hers.called().answer()) {
      Await.until(() -> Tone.amplitude(caller.customer.lately(), 425) > 1_500);
      basim.sideCall("RINGING");
      basim.agent.send("POST", "/api/internal-calls/" + id + "/answer", null).ok();
      try (var callee = his.called().answer()) {
        Await.until(() -> caller.customer.hears(BASIM));
        Await.until(() -> callee.customer.hears(AMAL));
        amal.sideCall("CONNECTED");
        callee.hangUp();
        caller.ended();
      }
    }
  }

  @Test
  void aCallerWhoseOwnTelephoneIsBusyReachesNobody() throws Exception {
    amal.agent.send("POST", "/api/internal-calls", Map.of("user", basim.agent.id())).ok();
    try (var caller = hers.called()) {
      assertThat(basim.agent.snapshot().get("sideCall").isNull()).as("not rung yet").isTrue();
      caller.refuse(486);
      amal.sideCall("ENDED");
      assertThat(basim.agent.snapshot().get("sideCall").isNull()).as("never rung").isTrue();
      assertThat(basim.device().get("ready").asBoolean()).isTrue();
    }
  }

  @Test
  void aColleagueIsAskedAtTheirTelephoneAndGoesOnWithTheCustomer() throws Exception {
    amal.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = amal.accepts();
      try (var first = hers.called().answer()) {
        Await.until(() -> call.customer.hears(AMAL));
        var path = "/api/calls/" + id + "/consultation";
        var asked = amal.agent.send("POST", path, Map.of("user", basim.agent.id())).ok();
        var side = asked.body().get("id").asString();
        basim.sideCall("RINGING");
        basim.agent.send("POST", "/api/internal-calls/" + side + "/answer", null).ok();
        try (var second = his.called().answer()) {
          Await.until(() -> first.customer.hears(BASIM));
          Await.until(() -> second.customer.hears(AMAL));
          amal.agent.send("POST", path + "/complete", null).ok();
          first.ended();
          Await.until(() -> call.customer.hears(BASIM));
          Await.until(() -> second.customer.hears(CUSTOMER));

          second.hangUp();
          call.ended();
        }
      }
      var store = CallWorkspace.bean(CallDetailStore.class);
      var interaction = InteractionId.of(id);
      Await.until(() -> store.find(centre.id(), interaction).orElseThrow().ended() != null);
      assertThat(store.find(centre.id(), interaction).orElseThrow().endedBy())
          .isEqualTo(EndedBy.AGENT);
    }
  }

  @Test
  void aColleagueWhoHangsUpLeavesTheAgentWithTheCustomer() throws Exception {
    amal.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = amal.accepts();
      try (var first = hers.called().answer()) {
        Await.until(() -> call.customer.hears(AMAL));
        var path = "/api/calls/" + id + "/consultation";
        var asked = amal.agent.send("POST", path, Map.of("user", basim.agent.id())).ok();
        var side = asked.body().get("id").asString();
        basim.sideCall("RINGING");
        basim.agent.send("POST", "/api/internal-calls/" + side + "/answer", null).ok();
        try (var second = his.called().answer()) {
          Await.until(() -> first.customer.hears(BASIM));
          second.hangUp();
        }
        amal.consultationIsOver(id);
        amal.shows(id, "state", "HELD");
        amal.hold(id, false).ok();
        Await.until(() -> call.customer.hears(AMAL));
        amal.agent.end(id).ok();
        first.ended();
      }
    }
  }
}
