package org.hiwar.voice.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two real browsers, each with a leg, and the legs joined.
@Tag("browser")
class BrowserCallTest {
  private static final int JANE = 1000;
  private static final int OMAR = 600;

  @Test
  void twoBrowsersHearEachOther() throws Exception {
    try (var port = TestPort.open();
        var server = new PhoneServer(port);
        var jane = new BrowserPhone(JANE);
        var omar = new BrowserPhone(OMAR)) {
      var janes = jane.open(server, "");
      var omars = omar.open(server, "");
      jane.awaitState("connected");
      omar.awaitState("connected");

      var random = new SplittableRandom(5);
      new Bridge(
              new Line(janes, System::nanoTime, random), new Line(omars, System::nanoTime, random))
          .attach();
      jane.speak();
      omar.speak();

      Await.until(() -> jane.hears(OMAR));
      Await.until(() -> omar.hears(JANE));
      assertThat(jane.text("transport", "srtpCipher")).isEqualTo("SRTP_AEAD_AES_128_GCM");
    }
  }
}
