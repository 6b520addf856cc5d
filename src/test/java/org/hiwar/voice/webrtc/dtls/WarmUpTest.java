package org.hiwar.voice.webrtc.dtls;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void aHandshakeWithOurselvesSucceeds() {
    var identity = DtlsIdentity.create(new SecureRandom(), Clock.systemUTC());

    assertThatCode(() -> WarmUp.run(identity)).doesNotThrowAnyException();
  }
}
