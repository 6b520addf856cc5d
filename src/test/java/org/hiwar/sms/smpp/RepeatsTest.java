package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Repeats repeats = new Repeats();

  private static byte[] pdu(int number, String content) {
    return ("header, number %02d".formatted(number).substring(2) + content)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private String stored(long session, String content, Instant at, Duration after) {
    var id = repeats.name(session, pdu(1, content), at);
    repeats.stored(id, at.plus(after));
    return id;
  }

  @Test
  void theSameBytesOfOneSessionAreTwoMessagesWhenTheFirstWasAnswered() {
    var first = stored(1, "ok", NOON, Duration.ZERO);

    assertThat(repeats.name(1, pdu(2, "ok"), NOON.plusSeconds(1))).isNotEqualTo(first);
  }

  @Test
  void theSameBytesAreOneMessageWhileTheFirstHasNoAnswer() {
    var first = repeats.name(1, pdu(1, "ok"), NOON);

    assertThat(repeats.name(1, pdu(2, "ok"), NOON.plusSeconds(9))).isEqualTo(first);
    assertThat(repeats.name(2, pdu(3, "ok"), NOON.plusSeconds(99))).isEqualTo(first);
    assertThat(repeats.name(2, pdu(3, "no"), NOON.plusSeconds(99))).isNotEqualTo(first);
  }

  @Test
  void anAnswerThatWasLateMayNotHaveBeenHeard() {
    var first = stored(1, "ok", NOON, Duration.ofSeconds(8));

    assertThat(repeats.name(1, pdu(2, "ok"), NOON.plusSeconds(9))).isEqualTo(first);
  }

  @Test
  void anAnswerMayBeLostWithTheSessionThatBreaksSoonAfter() {
    var first = stored(1, "ok", NOON, Duration.ofMillis(5));
    repeats.ended(1, NOON.plusSeconds(20));
    var second = stored(2, "ok", NOON.plusSeconds(25), Duration.ofMillis(5));
    assertThat(second).isEqualTo(first);

    repeats.ended(2, NOON.plusSeconds(200));
    assertThat(repeats.name(3, pdu(1, "ok"), NOON.plusSeconds(210))).isNotEqualTo(first);
  }

  @Test
  void afterARestartTheIdKnowsTenMinutes() {
    var first = stored(1, "ok", NOON, Duration.ZERO);

    var restarted = new Repeats();
    assertThat(restarted.name(1, pdu(7, "ok"), NOON.plusSeconds(30))).isEqualTo(first);
    assertThat(new Repeats().name(1, pdu(7, "ok"), NOON.plusSeconds(700))).isNotEqualTo(first);
  }

  @Test
  void whatIsLongAgoIsForgotten() {
    repeats.name(1, pdu(1, "ok"), NOON);

    assertThat(repeats.name(1, pdu(1, "ok"), NOON.plusSeconds(1500)))
        .isEqualTo(new Repeats().name(1, pdu(1, "ok"), NOON.plusSeconds(1500)));
  }
}
