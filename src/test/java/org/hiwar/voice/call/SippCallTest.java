package org.hiwar.voice.call;

import java.io.IOException;
import org.hiwar.testing.Await;
import org.hiwar.voice.Customer;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.sip.Script;
import org.hiwar.voice.sip.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The carrier is sipp here, which knows nothing of our signalling.
@Tag("voice")
class SippCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  SippCallTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  @Test
  void aCallOfAnotherMakeIsAnsweredHeardAndEndedByTheAgent() throws Exception {
    agent.ready();
    try (var customer = new Customer(centre.address(), CUSTOMER);
        var sipp = Sipp.callingFrom(centre.address(), script(customer), CallWorkspace.sip())) {
      var id = agent.accepts();
      Await.until(() -> customer.hears(AGENT));
      agent.agent.end(id).ok();
      sipp.succeeds();
    }
  }

  @Test
  void aNumberThatNobodyHasIsRefused() {
    var script =
        Script.caller()
            .invites("4930999999", 1, Script.sdpAt(40_000))
            .maybeReceives(100)
            .receives(404)
            .acknowledgesRefusal(1);
    try (var sipp = Sipp.callingFrom(centre.address(), script, CallWorkspace.sip())) {
      sipp.succeeds();
    }
  }

  private static Script script(Customer customer) {
    return Script.caller()
        .invites(CallWorkspace.NUMBER, 1, Script.sdpAt(customer.port()))
        .maybeReceives(100)
        .maybeReceives(180)
        .receivesAnswer(200)
        .acknowledges(1, "")
        .receives("BYE")
        .answersWithin(200, "");
  }
}
