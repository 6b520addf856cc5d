package org.hiwar.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SipTextTest {
  private static final InetSocketAddress AT =
      new InetSocketAddress(InetAddress.ofLiteral("127.7.9.2"), 4_000);

  private static final String ANSWER =
      SipText.withBody(
          "SIP/2.0 200 OK\r\nVia: one\r\nVia: two\r\nContact: <sip:hiwar@127.0.0.1:5062>\r\n",
          SipText.sdp(AT));

  @Test
  void readsWhatAnAnswerSays() {
    assertThat(SipText.status(ANSWER)).isEqualTo(200);
    assertThat(SipText.uri(SipText.header(ANSWER, "Contact")))
        .isEqualTo("sip:hiwar@127.0.0.1:5062");
    assertThat(SipText.media(ANSWER)).isEqualTo(AT);
  }

  @Test
  void aResponseRepeatsEveryLineOfARequest() {
    assertThat(SipText.lines(ANSWER, "Via")).isEqualTo("Via: one\r\nVia: two\r\n");
  }

  @Test
  void aRequestHasNoStatus() {
    assertThat(SipText.status("BYE sip:caller@127.7.9.2 SIP/2.0\r\n\r\n")).isZero();
  }
}
