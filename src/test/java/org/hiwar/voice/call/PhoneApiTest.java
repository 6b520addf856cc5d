package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The agent's browser as a telephone.
@Tag("voice")
class PhoneApiTest {
  @Test
  void aTelephoneIsClosedWithTheSessionThatOpenedIt() throws IOException {
    try (var centre = new CallWorkspace(1_013, Rule.OFF);
        var agent = centre.agent("amal", 1_710)) {
      agent.connect();
      var legs = CallWorkspace.bean(AgentLegs.class);
      assertThat(legs.ready(centre.id())).hasSize(1);
      agent.agent.send("POST", "/api/logout", null).ok();
      Await.until(() -> legs.ready(centre.id()).isEmpty());
    }
  }

  @Test
  void aTelephoneIsClosedByItsAgent() throws IOException {
    try (var centre = new CallWorkspace(1_013, Rule.OFF);
        var agent = centre.agent("amal", 1_710)) {
      agent.connect();
      agent.agent.send("DELETE", "/api/phone", null).ok();
      assertThat(CallWorkspace.bean(AgentLegs.class).ready(centre.id())).isEmpty();
    }
  }
}
