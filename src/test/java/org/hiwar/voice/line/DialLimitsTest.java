package org.hiwar.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hiwar.voice.call.OutgoingGuard.Allowed;
import org.hiwar.voice.call.OutgoingGuard.DestinationClosed;
import org.hiwar.voice.call.OutgoingGuard.TooManyAMinute;
import org.hiwar.voice.call.OutgoingGuard.TooManyAtOnce;
import org.hiwar.voice.call.OutgoingGuard.Verdict;
import org.hiwar.voice.sip.DialString;
import org.junit.jupiter.api.Test;

class DialLimitsTest {
  private static final String BERLIN = "+493023125000";
  private static final String PARIS = "+33140205050";

  private final LineScene scene = new LineScene();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource hand = now::get;
  private final Clock clock = hand.withZone(ZoneOffset.UTC);
  private final DialLimits guard = new DialLimits(scene.limits, clock);

  private Verdict dial(String number) {
    return guard.mayDial(scene.workspace, new DialString(number));
  }

  private static String number(Verdict verdict) {
    return verdict instanceof Allowed(var number, var _) ? number.text() : verdict.toString();
  }

  private void set(Set<String> open, boolean premium, boolean local, int aMinute, int atOnce) {
    scene.limits.set(scene.workspace, new CallLimits("DE", open, premium, local, aMinute, atOnce));
  }

  @Test
  void onesOwnCountryIsOpenAndEveryOtherClosed() {
    assertThat(number(dial("03023125000"))).isEqualTo(BERLIN);
    assertThat(number(dial("004930 23125000".replace(" ", "")))).isEqualTo(BERLIN);
    assertThat(dial(PARIS)).isEqualTo(new DestinationClosed("FR"));
    assertThat(dial("+18765551234")).isInstanceOf(DestinationClosed.class);
  }

  @Test
  void aCountryIsOpenedByName() {
    set(Set.of("FR"), false, false, 30, 20);
    assertThat(number(dial(PARIS))).isEqualTo(PARIS);
  }

  @Test
  void premiumNumbersAreClosedUntilTheyAreOpened() {
    var premium = "09001234567";
    assertThat(dial(premium)).isEqualTo(new DestinationClosed("DE"));
    set(Set.of(), true, false, 30, 20);
    assertThat(number(dial(premium))).isEqualTo("+499001234567");
  }

  @Test
  void whatOnlyTheProviderUnderstandsIsClosedUntilItIsOpened() {
    for (var code : new String[] {"*21*03023125000#", "118", "123", "+870776001234"})
      assertThat(dial(code)).as(code).isInstanceOf(DestinationClosed.class);
    set(Set.of(), false, true, 30, 20);
    assertThat(number(dial("*21#"))).isEqualTo("*21#");
    assertThat(dial("+870776001234")).isInstanceOf(DestinationClosed.class);
  }

  @Test
  void emergencyCallsAlwaysPass() {
    set(Set.of(), false, false, 0, 0);
    assertThat(dial(BERLIN)).isEqualTo(new TooManyAMinute(0));
    for (int i = 0; i < 5; i++) {
      assertThat(number(dial("112"))).isEqualTo("112");
      assertThat(number(dial("110"))).isEqualTo("110");
    }
  }

  @Test
  void moreCallsThanAllowedDoNotBeginWithinAMinute() {
    set(Set.of(), false, false, 3, 20);
    for (int i = 0; i < 3; i++) {
      assertThat(number(dial(BERLIN))).isEqualTo(BERLIN);
      now.updateAndGet(at -> at.plusSeconds(10));
    }
    assertThat(dial(BERLIN)).isEqualTo(new TooManyAMinute(3));
    now.updateAndGet(at -> at.plusSeconds(30));
    assertThat(number(dial(BERLIN))).isEqualTo(BERLIN);
    assertThat(dial(BERLIN)).isEqualTo(new TooManyAMinute(3));
  }

  @Test
  void aCallThatIsOverMakesRoomForAnother() {
    set(Set.of(), false, false, 1_000, 2);
    var first = (Allowed) dial(BERLIN);
    dial(BERLIN);
    assertThat(dial(BERLIN)).isEqualTo(new TooManyAtOnce(2));
    first.place().close();
    first.place().close();
    assertThat(number(dial(BERLIN))).isEqualTo(BERLIN);
    assertThat(dial(BERLIN)).isEqualTo(new TooManyAtOnce(2));
    assertThat(guard.mayDial(new LineScene().workspace, new DialString(BERLIN)))
        .isInstanceOf(Allowed.class);
  }

  @Test
  void aPlaceThatNobodyGivesBackIsFreeWhenNoCallCanLastSoLong() {
    set(Set.of(), false, false, 1_000, 1);
    dial(BERLIN);
    now.updateAndGet(at -> at.plus(Duration.ofHours(9)));
    assertThat(number(dial(BERLIN))).isEqualTo(BERLIN);
  }

  /// Someone who has got hold of an agent's account and lets a machine dial.
  @Test
  void aStolenAccountDialsNoMoreThanTheLimits() {
    set(Set.of(), false, false, 30, 20);
    int passed = 0;
    for (int i = 0; i < 10_000; i++) {
      if (dial(i % 2 == 0 ? BERLIN : "+88213000000") instanceof Allowed) passed++;
    }
    assertThat(passed).isEqualTo(20);
  }
}
