package org.hiwar.voice.webrtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.webrtc.sdp.OfferReading.Refused;
import org.hiwar.voice.webrtc.sdp.OfferReading.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferReaderTest {
  private static final String HASH =
      "8B:87:09:8A:5D:C2:F3:33:EF:C5:B1:F6:84:3A:3D:D6:A3:E2:9C:17:4C:E7:46:3B:1B:CE:84:98:DD:8E:AF:7B";
  private static final String CHROMIUM =
      """
      v=0
      o=- 7738290411234 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      a=group:BUNDLE 0
      a=extmap-allow-mixed
      a=msid-semantic: WMS
      m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
      c=IN IP4 0.0.0.0
      a=rtcp:9 IN IP4 0.0.0.0
      a=ice-ufrag:ys7G
      a=ice-pwd:m1kLbrz/0P6JDIlqE+sOhzYF
      a=ice-options:trickle
      a=fingerprint:sha-256 %s
      a=setup:actpass
      a=mid:0
      a=sendrecv
      a=rtcp-mux
      a=rtcp-rsize
      a=rtpmap:111 opus/48000/2
      a=fmtp:111 minptime=10;useinbandfec=1
      a=rtpmap:0 PCMU/8000
      a=rtpmap:8 PCMA/8000
      a=rtpmap:110 telephone-event/48000
      a=rtpmap:126 telephone-event/8000
      """
          .formatted(HASH)
          .replace("\n", "\r\n");

  @Test
  void anOfferOfChromiumIsUnderstood() {
    var offer = understood(CHROMIUM);

    assertThat(offer.mid()).isEqualTo("0");
    assertThat(offer.fragment()).isEqualTo("ys7G");
    assertThat(offer.fingerprint().text()).isEqualTo(HASH);
    assertThat(offer.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(offer.payloads()).isEqualTo(new Payloads(Payloads.PCMU, 126));
    assertThat(offer.hasBothLaws()).isTrue();
  }

  /// Firefox writes the fingerprint and the credentials for the whole session, and event 101.
  @Test
  void whatStandsForTheSessionCountsForTheSection() {
    var fingerprint = "a=fingerprint:sha-256 " + HASH + "\r\n";
    var firefox =
        CHROMIUM
            .replace(fingerprint, "")
            .replace("a=group:BUNDLE 0\r\n", "a=group:BUNDLE 0\r\n" + fingerprint)
            .replace("110 126", "101")
            .replace("a=rtpmap:126", "a=rtpmap:101");

    assertThat(understood(firefox).fingerprint().text()).isEqualTo(HASH);
    assertThat(understood(firefox).payloads().telephoneEvent()).isEqualTo(101);
  }

  @Test
  void aBrowserWithoutTelephoneEventsOrWithOneLawIsTaken() {
    var poor = CHROMIUM.replace("0 8 13 110 126", "8");

    assertThat(understood(poor).payloads()).isEqualTo(new Payloads(Payloads.PCMA, Payloads.NONE));
    assertThat(understood(poor).hasBothLaws()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=0 | v=1 | The offer does not begin with v=0.",
        "a=group:BUNDLE 0 | a=group:BUNDLE 1 | The offer does not bundle its section.",
        "m=audio | m=video | The section of the offer is not audio over UDP/TLS/RTP/SAVPF.",
        "SAVPF | AVP | The section of the offer is not audio over UDP/TLS/RTP/SAVPF.",
        "111 63 9 0 8 | 111 63 9 | The offer has neither PCMU nor PCMA.",
        "111 63 | 999 63 | A payload type of the offer is above 127.",
        "a=rtcp-mux | a=x | The offer has no rtcp-mux.",
        "a=setup:actpass | a=setup:passive | The offer does not let the browser begin the DTLS"
            + " handshake.",
        "a=ice-ufrag:ys7G | a=ice-ufrag:y | The offer has no proper ice-ufrag.",
        "a=ice-pwd:m1kLbrz/ | a=ice-pwd: | The offer has no proper ice-pwd.",
        "sha-256 8B | sha-1 8B | The offer has no fingerprint by SHA-256, which is the only hash"
            + " taken.",
        "8B:87 | 8B87 | The fingerprint of the offer is no SHA-256.",
        "a=mid:0 | a=x:0 | The offer names no mid.",
        "a=rtcp-rsize | a=inactive | The offer has more than one direction.",
        "s=- | what is this? | A line of the offer is no SDP."
      })
  void whatIsMissingIsSaidInASentence(String from, String to, String sentence) {
    assertThat(OfferReader.read(CHROMIUM.replace(from, to))).isEqualTo(new Refused(sentence));
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(refusal("x".repeat(40_000))).isEqualTo("The offer is too long.");
    assertThat(refusal(CHROMIUM + "a=x\r\n".repeat(500)))
        .isEqualTo("The offer has too many lines.");
    assertThat(refusal(CHROMIUM + "a=" + "x".repeat(2_000)))
        .isEqualTo("A line of the offer is too long.");
    assertThat(refusal(CHROMIUM + CHROMIUM.substring(CHROMIUM.indexOf("m="))))
        .isEqualTo("The offer must have one section, of audio.");
  }

  @Test
  void whateverIsDoneToAnOfferItIsReadOrRefused() {
    var random = new Random(8866);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder(CHROMIUM);
      for (int change = random.nextInt(4); change >= 0; change--) mutate(text, random);
      if (OfferReader.read(text.toString()) instanceof Refused) refused++;
    }
    assertThat(refused).isBetween(500, 5_000);
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(0x3000));
      case 1 -> text.setLength(Math.max(1, at));
      case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(80)));
      default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 80)));
    }
  }

  private static Offer understood(String text) {
    var reading = OfferReader.read(text);
    assertThat(reading).isInstanceOf(Understood.class);
    return ((Understood) reading).offer();
  }

  private static String refusal(String text) {
    return ((Refused) OfferReader.read(text)).sentence();
  }
}
