package org.hiwar.voice.call;

import java.io.IOException;
import java.util.Map;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keys that the customer presses, as the agent sees them.
@Tag("voice")
class CustomerKeysTest {
  private final CallWorkspace centre = new CallWorkspace(1_013, Rule.ON);
  private final DeskPhone agent = centre.agent("amal", 1_710);

  CustomerKeysTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void theAgentSeesWhatTheCustomerPressesButNoCardNumber() throws Exception {
    agent.ready();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = agent.accepts();
      Await.until(() -> call.customer.hears(1_710));
      press(call, 4);
      press(call, 7);
      agent.shows(id, "keys", "47");

      agent.shows(id, "recording", "ON");
      agent.put(id, "recording", Map.of("state", "PAUSED")).ok();
      press(call, 9);
      agent.put(id, "recording", Map.of("state", "ON")).ok();
      press(call, 1);
      agent.shows(id, "keys", "471");
    }
  }

  /// A pause before it, so that what was pressed before has arrived.
  private static void press(Telephone.Talk call, int key) {
    var before = call.customer.packets();
    Await.until(() -> call.customer.packets() > before + 50);
    call.customer.press(key);
    Await.until(() -> !call.customer.isPressing());
    var after = call.customer.packets();
    Await.until(() -> call.customer.packets() > after + 50);
  }
}
