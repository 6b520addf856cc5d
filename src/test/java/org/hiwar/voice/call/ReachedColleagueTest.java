package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A colleague who telephones with a number of their own, which is called when they have answered
/// at their desk.
@Tag("voice")
class ReachedColleagueTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int COLLEAGUE = 640;
  private static final String MOBILE = "+491707654321";

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);
  private final PhoneDesk colleague = new PhoneDesk(centre.client("basim"));

  ReachedColleagueTest() throws IOException {}

  @AfterEach
  void close() {
    colleague.close();
    agent.close();
    centre.close();
  }

  @Test
  void isConsultedThenHasTheCall() throws Exception {
    agent.ready();
    colleague.choose("NUMBER", null, MOBILE).ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(AGENT));
      centre.telephone().speaksAt(COLLEAGUE);
      agent.post(id, "consultation", Map.of("user", colleague.agent.id())).ok();
      side("answer");
      try (var mobile = centre.telephone().called()) {
        assertThat(mobile.number()).isEqualTo(MOBILE);
        agent.consultation(id, "RINGING");
        mobile.answer();
        agent.consultation(id, "CONNECTED");
        Await.until(() -> agent.browser.hears(COLLEAGUE));
        Await.until(() -> mobile.customer.hears(AGENT));
        agent.post(id, "consultation/complete", Map.of()).ok();
        Await.until(() -> call.customer.hears(COLLEAGUE));
        Await.until(() -> mobile.customer.hears(CUSTOMER));
        mobile.hangUp();
        call.ended();
      }
    }
  }

  @Test
  void isCalledByAUser() throws Exception {
    agent.connect();
    colleague.choose("NUMBER", null, MOBILE).ok();
    centre.telephone().speaksAt(COLLEAGUE);
    agent.agent.send("POST", "/api/internal-calls", Map.of("user", colleague.agent.id())).ok();
    side("answer");
    try (var mobile = centre.telephone().called()) {
      mobile.answer();
      agent.sideCall("CONNECTED");
      Await.until(() -> agent.browser.hears(COLLEAGUE));
      Await.until(() -> mobile.customer.hears(AGENT));
      mobile.hangUp();
      Await.until(() -> agent.sideCall().isNull());
    }
  }

  /// Waits until the colleague's desk rings.
  private void side(String what) {
    Await.until(() -> !colleague.agent.snapshot().get("sideCall").isNull());
    var id = colleague.agent.snapshot().at("/sideCall/id").asString();
    colleague.agent.send("POST", "/api/internal-calls/" + id + "/" + what, null).ok();
  }
}
