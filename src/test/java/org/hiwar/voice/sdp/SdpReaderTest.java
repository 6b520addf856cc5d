package org.hiwar.voice.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.SdpReading.Malformed;
import org.hiwar.voice.sdp.SdpReading.Read;
import org.hiwar.voice.sdp.SdpReading.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpReaderTest {
  private static final String PHONE =
      """
      v=0
      o=alice 2890844526 2890844526 IN IP4 host.example
      s=-
      c=IN IP4 192.0.2.7
      t=0 0
      m=audio 49170 RTP/AVP 8 0 9 96
      a=rtpmap:8 PCMA/8000
      a=rtpmap:0 PCMU/8000
      a=rtpmap:9 G722/8000
      a=rtpmap:96 telephone-event/8000
      a=fmtp:96 0-15
      a=ptime:30
      """;

  private static SdpReading read(String text) {
    return SdpReader.read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static RemoteAudio audio(String text) {
    return switch (read(text)) {
      case Read(var audio) -> audio;
      case Unusable(var why) -> throw new AssertionError(why);
      case Malformed(var why) -> throw new AssertionError(why);
    };
  }

  @Test
  void anOrdinaryPhoneIsUnderstood() {
    var audio = audio(PHONE);

    assertThat(audio.address().getHostAddress()).isEqualTo("192.0.2.7");
    assertThat(audio.port()).isEqualTo(49170);
    assertThat(audio.codecs()).containsExactly(Payloads.PCMA, Payloads.PCMU);
    assertThat(audio.payloads()).isEqualTo(new Payloads(Payloads.PCMA, 96));
    assertThat(audio.ptimeMs()).isEqualTo(30);
    assertThat(audio.direction()).isEqualTo(Direction.SENDRECV);
    assertThat(audio.holds()).isFalse();
  }

  @Test
  void theAddressOfTheMediaCountsMoreThanThatOfTheSession() {
    assertThat(audio(PHONE + "c=IN IP6 2001:db8::5\n").address().getHostAddress())
        .isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @ParameterizedTest
  @CsvSource({"sendonly,true", "inactive,true", "recvonly,false", "sendrecv,false"})
  void theDirectionTellsAHold(String direction, boolean holds) {
    assertThat(audio(PHONE + "a=" + direction + "\n").holds()).isEqualTo(holds);
    assertThat(audio(PHONE.replace("t=0 0\n", "t=0 0\na=" + direction + "\n")).holds())
        .isEqualTo(holds);
  }

  @Test
  void theOldHoldIsToldByTheAddress() {
    assertThat(audio(PHONE.replace("192.0.2.7", "0.0.0.0")).holds()).isTrue();
  }

  @Test
  void otherMediaAreRememberedToBeDeclined() {
    var audio =
        audio(
            PHONE.replace("m=audio 49170", "m=video 5004 RTP/AVP 31\nm=audio 49170")
                + "m=application 9 UDP/BFCP *\n");

    assertThat(audio.before()).extracting(RemoteAudio.DeclinedMedia::kind).containsExactly("video");
    assertThat(audio.after())
        .extracting(RemoteAudio.DeclinedMedia::protocol)
        .containsExactly("UDP/BFCP");
  }

  @Test
  void aNumberThatIsMappedToSomethingElseIsNotOurs() {
    assertThat(audio(PHONE.replace("rtpmap:8 PCMA/8000", "rtpmap:8 OPUS/48000/2")).codecs())
        .containsExactly(Payloads.PCMU);
  }

  @Test
  void withoutTelephoneEventsThereAreNone() {
    assertThat(audio(PHONE.replace("a=rtpmap:96 telephone-event/8000\n", "")).telephoneEvent())
        .isEqualTo(Payloads.NONE);
  }

  @Test
  void whatIsFineButNotForUsIsUnusable() {
    assertThat(read(PHONE.replace("RTP/AVP", "RTP/SAVP"))).isInstanceOf(Unusable.class);
    assertThat(read(PHONE.replace("audio 49170", "audio 0"))).isInstanceOf(Unusable.class);
    assertThat(read(PHONE.replace("8 0 9 96", "9 96"))).isInstanceOf(Unusable.class);
    assertThat(read(PHONE.replace("m=audio", "m=image"))).isInstanceOf(Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=1\n",
        "hello",
        "v=0\nx",
        "v=0\n=x\n",
        "v=0\n\nm=audio 1 RTP/AVP 0\n",
        "v=0\nm=audio\n",
        "v=0\nm=audio 99999 RTP/AVP 0\n",
        "v=0\nm=audio -1 RTP/AVP 0\n",
        "v=0\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 evil.example\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 224.2.1.1\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 300.1.1.1\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP6 fe80::1%eth0\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 2001:db8::1\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0\na=rtpmap:0\n",
        "v=0\nc=IN IP4 192.0.2.1\nm=au\u0000dio 4000 RTP/AVP 0\n"
      })
  void whatIsNoDescriptionIsMalformed(String text) {
    assertThat(read(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void whatIsTooMuchIsMalformed() {
    assertThat(read(PHONE + "a=x\n".repeat(300))).isInstanceOf(Malformed.class);
    assertThat(read(PHONE + "a=" + "x".repeat(5_000) + "\n")).isInstanceOf(Malformed.class);
    assertThat(read(PHONE + "m=audio 1 RTP/AVP 0\n".repeat(9))).isInstanceOf(Malformed.class);
    assertThat(read(PHONE + "m=audio 1 RTP/AVP" + " 0".repeat(50) + "\n"))
        .isInstanceOf(Malformed.class);
  }

  /// Whatever comes, it is an outcome.
  @Test
  void noBytesMakeItThrow() {
    var random = new Random(8_866);
    var good = PHONE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var bytes = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      if (SdpReader.read(bytes) instanceof Read) read++;
    }
    assertThat(read).isPositive();
  }
}
