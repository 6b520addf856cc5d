package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final Instant LATER = NOON.plusSeconds(3_600);

  private final Repeats repeats = new Repeats();

  private static byte[] pdu(int number, String content) {
    return ("header, number %02d".formatted(number).substring(2) + content)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private String answered(long session, String content, Instant at, Duration after) {
    var id = repeats.name(session, pdu(1, content), at);
    repeats.answered(id, at.plus(after));
    return id;
  }

  @Test
  void theSameBytesOfOneSessionAreTwoMessagesWhenTheFirstWasAnswered() {
    var first = answered(1, "ok", NOON, Duration.ZERO);

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
    var first = answered(1, "ok", NOON, Duration.ofSeconds(8));

    assertThat(repeats.name(1, pdu(2, "ok"), NOON.plusSeconds(9))).isEqualTo(first);
  }

  @Test
  void anAnswerMayBeLostWithTheSessionThatBreaksSoonAfter() {
    var first = answered(1, "ok", NOON, Duration.ofMillis(5));
    repeats.ended(1, NOON.plusSeconds(20));
    var second = answered(2, "ok", NOON.plusSeconds(25), Duration.ofMillis(5));
    assertThat(second).isEqualTo(first);

    repeats.ended(2, NOON.plusSeconds(200));
    assertThat(repeats.name(3, pdu(1, "ok"), NOON.plusSeconds(210))).isNotEqualTo(first);
  }

  /// A centre that does not wait for each answer hands over what a customer has written twice at
  /// once; it has not given up on the first yet.
  @Test
  void theSameBytesAtOnceAreTwoMessagesAndBothAreKnownWhenTheSessionBreaks() {
    var first = repeats.name(1, pdu(1, "ok"), NOON);
    var second = repeats.name(1, pdu(2, "ok"), NOON.plusSeconds(1));
    assertThat(second).isNotEqualTo(first);

    repeats.ended(1, NOON.plusSeconds(2));
    assertThat(repeats.name(2, pdu(1, "ok"), NOON.plusSeconds(3))).isEqualTo(first);
    assertThat(repeats.name(2, pdu(2, "ok"), NOON.plusSeconds(3))).isEqualTo(second);
    assertThat(repeats.name(2, pdu(3, "ok"), NOON.plusSeconds(4))).isNotIn(first, second);
  }

  @Test
  void whatWasRefusedIsTheSameWhenItComesAgainAtOnce() {
    var first = repeats.name(1, pdu(1, "ok"), NOON);
    repeats.refused(first);

    assertThat(repeats.name(1, pdu(2, "ok"), NOON.plusMillis(100))).isEqualTo(first);
    repeats.answered(first, NOON.plusMillis(110));
    assertThat(repeats.name(1, pdu(3, "ok"), NOON.plusMillis(200))).isNotEqualTo(first);
  }

  @Test
  void afterARestartWhatMayHaveHadNoAnswerIsKnownOnce() {
    repeats.recall(List.of(earlier("no", NOON), earlier("ok", NOON)), NOON.plusSeconds(3), LATER);

    assertThat(repeats.name(1, pdu(7, "ok"), LATER)).isEqualTo(earlier("ok", NOON).id());
    assertThat(repeats.name(1, pdu(8, "ok"), LATER)).isNotEqualTo(earlier("ok", NOON).id());
    assertThat(repeats.name(1, pdu(9, "no"), LATER)).isEqualTo(earlier("no", NOON).id());
  }

  @Test
  void afterARestartWhatWasAnsweredLongBeforeItIsWrittenAgain() {
    repeats.recall(List.of(earlier("ok", NOON)), NOON.plusSeconds(61), NOON.plusSeconds(70));

    assertThat(repeats.name(1, pdu(7, "ok"), NOON.plusSeconds(71)))
        .isNotEqualTo(earlier("ok", NOON).id());
  }

  private static Repeats.Earlier earlier(String content, Instant at) {
    return new Repeats.Earlier(
        new Repeats().name(1, pdu(1, content), at).substring(0, 32) + "-x", at);
  }

  @Test
  void noTwoProcessesGiveTheSameName() {
    assertThat(new Repeats().name(1, pdu(1, "ok"), NOON))
        .isNotEqualTo(new Repeats().name(1, pdu(1, "ok"), NOON));
  }

  @Test
  void whatIsLongAgoIsForgotten() {
    var first = repeats.name(1, pdu(1, "ok"), NOON);

    assertThat(repeats.name(2, pdu(1, "ok"), NOON.plusSeconds(1500))).isNotEqualTo(first);
  }
}
