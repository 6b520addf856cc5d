package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.sip.SipEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent at a telephone that somebody else has made.
@Tag("voice")
class BaresipDeviceTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  @TempDir private Path folder = Path.of("");
  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.ON);
  private final PhoneDesk desk = new PhoneDesk(centre.client("amal"));
  private final String login = "desk-" + TestDatabase.ids().next();
  private final String phone = centre.phone(desk.agent, login);

  BaresipDeviceTest() throws IOException {}

  private Baresip registered() throws IOException {
    var baresip =
        new Baresip(folder, CallWorkspace.sip(), login, CallWorkspace.PHONE_PASSWORD, AGENT);
    desk.choose("PHONE", phone, null).ok();
    Await.until(() -> CallWorkspace.bean(SipEndpoint.class).phone(login) != null);
    Await.until(desk::isReady);
    return baresip;
  }

  @AfterEach
  void close() {
    desk.close();
    centre.close();
  }

  @Test
  void aCallComesToTheTelephoneAndTheReceiverIsPutDown() throws Exception {
    try (var baresip = registered();
        var call = centre.telephone().calls("+491701234567")) {
      desk.agent.ready().ok();
      var id = desk.accepts();
      Await.until(baresip::rings);
      Await.until(() -> baresip.screen().contains("+491701234567"));
      baresip.answers();
      Await.until(() -> call.customer.hears(AGENT));
      Await.until(() -> baresip.hears(CUSTOMER));
      desk.shows(id, "recording", "ON");

      baresip.hangsUp();
      call.ended();
      assertThat(ended(id).endedBy()).isEqualTo(EndedBy.AGENT);
    }
  }

  @Test
  void aCallIsHeldAndRetrievedAtTheDesktopAndMadeFromIt() throws Exception {
    try (var baresip = registered()) {
      var begun = desk.calls("+493090182022", centre.service().id().toString()).ok();
      var id = begun.body().get("interaction").asString();
      Await.until(baresip::rings);
      baresip.answers();
      var talk = centre.telephone().called().answer();
      Await.until(() -> talk.customer.hears(AGENT));
      desk.hold(id, true).ok();
      Await.until(() -> talk.customer.hearsNothingOf(AGENT));
      desk.hold(id, false).ok();
      Await.until(() -> talk.customer.hears(AGENT));
      Await.until(() -> baresip.hears(CUSTOMER));
      talk.hangUp();
      assertThat(ended(id).endedBy()).isEqualTo(EndedBy.CUSTOMER);
      Await.until(() -> baresip.screen().contains("closed"));
    }
  }

  private CallDetail ended(String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var call = InteractionId.of(id);
    Await.until(() -> store.find(centre.id(), call).orElseThrow().ended() != null);
    return store.find(centre.id(), call).orElseThrow();
  }
}
