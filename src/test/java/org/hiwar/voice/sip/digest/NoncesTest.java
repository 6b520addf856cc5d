package org.hiwar.voice.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.hiwar.voice.sip.digest.Nonces.Standing;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Settable clock = new Settable();
  private final Nonces nonces = new Nonces(clock, new Random(1), LIFE);

  @Test
  void aNewNonceIsGoodAndUnlikeTheLast() {
    var one = nonces.next();

    assertThat(nonces.standing(one)).isEqualTo(Standing.GOOD);
    assertThat(nonces.next()).isNotEqualTo(one);
  }

  @Test
  void afterItsLifeItIsStale() {
    var nonce = nonces.next();
    clock.now = START.plus(LIFE).plusMillis(1);

    assertThat(nonces.standing(nonce)).isEqualTo(Standing.STALE);
  }

  @Test
  void anotherEndpointsNonceIsForged() {
    var other = new Nonces(clock, new Random(2), LIFE).next();

    assertThat(nonces.standing(other)).isEqualTo(Standing.FORGED);
  }

  @Test
  void everyChangedCharacterMakesItForged() {
    var nonce = nonces.next();
    for (int i = 0; i < nonce.length() - 1; i++) {
      char changed = nonce.charAt(i) == 'A' ? 'B' : 'A';
      var other = nonce.substring(0, i) + changed + nonce.substring(i + 1);

      assertThat(nonces.standing(other)).isEqualTo(Standing.FORGED);
    }
  }

  @Test
  void whatIsNoNonceIsForged() {
    assertThat(nonces.standing("")).isEqualTo(Standing.FORGED);
    assertThat(nonces.standing("%%%")).isEqualTo(Standing.FORGED);
    assertThat(nonces.standing("A".repeat(10_000))).isEqualTo(Standing.FORGED);
  }

  @Test
  void aCounterMustGrow() {
    var nonce = nonces.next();

    assertThat(nonces.use(nonce, 1)).isTrue();
    assertThat(nonces.use(nonce, 1)).isFalse();
    assertThat(nonces.use(nonce, 5)).isTrue();
    assertThat(nonces.use(nonce, 4)).isFalse();
  }

  @Test
  void whatIsForgottenCannotBeUsedAgain() {
    var first = nonces.next();
    assertThat(nonces.use(first, 1)).isTrue();
    for (int i = 0; i < 50_000; i++) {
      clock.now = clock.now.plusMillis(1);
      nonces.use(nonces.next(), 1);
    }

    assertThat(nonces.standing(first)).isEqualTo(Standing.STALE);
    assertThat(nonces.standing(nonces.next())).isEqualTo(Standing.GOOD);
  }

  private static final class Settable extends Clock {
    private Instant now = START;

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
