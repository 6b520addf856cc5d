package org.hiwar.voice.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hiwar.voice.media.Payloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAudioTest {
  private static final LocalAudio OURS =
      new LocalAudio(InetAddress.ofLiteral("198.51.100.3"), 20_000, 4711, 1, Direction.SENDRECV);

  private static RemoteAudio read(String sdp) {
    if (SdpReader.read(sdp.getBytes(StandardCharsets.UTF_8)) instanceof SdpReading.Read(var audio))
      return audio;
    throw new AssertionError(sdp);
  }

  private static RemoteAudio theirs(String more) {
    return read(
        "v=0\no=x 1 1 IN IP4 a.example\ns=-\nc=IN IP4 192.0.2.7\nt=0 0\n"
            + "m=video 9 RTP/AVP 31\nm=audio 4000 RTP/AVP 0 8 97\n"
            + "a=rtpmap:97 telephone-event/8000\na=x-secret:of their own\n"
            + more
            + "m=text 9 RTP/AVP 98\n");
  }

  @Test
  void anOfferSaysWhatItMeans() {
    var read = read(OURS.offer(List.of(Payloads.PCMA, Payloads.PCMU)));

    assertThat(read.address()).isEqualTo(OURS.address());
    assertThat(read.port()).isEqualTo(20_000);
    assertThat(read.codecs()).containsExactly(Payloads.PCMA, Payloads.PCMU);
    assertThat(read.telephoneEvent()).isEqualTo(101);
  }

  @Test
  void anAnswerTakesWhatTheOtherSideLikesBest() {
    var answer = read(OURS.answer(theirs("")));

    assertThat(answer.payloads()).isEqualTo(new Payloads(Payloads.PCMU, 97));
    assertThat(answer.codecs()).containsExactly(Payloads.PCMU);
  }

  @Test
  void anAnswerDeclinesEveryOtherLineInItsPlace() {
    var answer = OURS.answer(theirs(""));

    assertThat(answer.lines().filter(line -> line.startsWith("m=")))
        .containsExactly(
            "m=video 0 RTP/AVP 31", "m=audio 20000 RTP/AVP 0 97", "m=text 0 RTP/AVP 98");
  }

  @Test
  void nothingOfTheirsIsPassedOn() {
    assertThat(OURS.answer(theirs("")))
        .doesNotContain("192.0.2.7")
        .doesNotContain("a.example")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "sendonly,SENDRECV,RECVONLY",
    "inactive,SENDRECV,INACTIVE",
    "recvonly,SENDRECV,SENDONLY",
    "sendrecv,SENDONLY,SENDONLY",
    "recvonly,RECVONLY,INACTIVE",
    "sendrecv,SENDRECV,SENDRECV"
  })
  void anAnswerFlowsNoWayThatTheOfferDoesNotAllow(
      String offered, Direction wanted, Direction answered) {
    var answer = OURS.next(wanted).answer(theirs("a=" + offered + "\n"));

    assertThat(read(answer).direction()).isEqualTo(answered);
  }

  @Test
  void theVersionGrowsAndTheSessionStays() {
    assertThat(OURS.next(Direction.SENDONLY).offer(List.of(Payloads.PCMA)))
        .contains("o=- 4711 2 IN IP4 198.51.100.3\r\n")
        .contains("a=sendonly\r\n");
  }

  @Test
  void theLargestAnswerStaysBelowAFragment() {
    var many = new StringBuilder("v=0\nc=IN IP6 2001:db8::1\nm=audio 4000 RTP/AVP 0 8 101\n");
    many.append("a=rtpmap:101 telephone-event/8000\n");
    for (int i = 0; i < 7; i++)
      many.append("m=").append("k".repeat(32)).append(" 9 ").append("p".repeat(32)).append(" f\n");

    assertThat(OURS.answer(read(many.toString())).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(1_300);
  }
}
