package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.campaign.rule.Reschedules.Check;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("S2-103")
class ReschedulesTest {
  private static final Instant NOW = at("2026-11-21T10:00");
  private static final CampaignRules RULES = rules(CallingHours.usual());

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(DAMASCUS).toInstant();
  }

  static Stream<Arguments> wishes() {
    return Stream.of(
        Arguments.of("in hours", "2026-11-22T10:00", "2026-11-22T11:00", null, Check.FITS),
        Arguments.of(
            "some of it in hours", "2026-11-22T07:00", "2026-11-22T09:30", null, Check.FITS),
        Arguments.of("at night", "2026-11-22T21:00", "2026-11-22T23:00", null, Check.OUTSIDE_HOURS),
        Arguments.of(
            "up to the opening", "2026-11-22T07:00", "2026-11-22T09:00", null, Check.OUTSIDE_HOURS),
        Arguments.of("over", "2026-11-21T08:00", "2026-11-21T09:00", null, Check.IN_THE_PAST),
        Arguments.of("begun already", "2026-11-21T09:00", "2026-11-21T11:00", null, Check.FITS),
        Arguments.of("backwards", "2026-11-22T12:00", "2026-11-22T11:00", null, Check.WRONG_WINDOW),
        Arguments.of(
            "a year and more", "2027-12-22T10:00", "2027-12-22T11:00", null, Check.TOO_FAR),
        Arguments.of(
            "a month long", "2026-11-22T10:00", "2026-12-30T10:00", null, Check.WRONG_WINDOW),
        Arguments.of(
            "its second number", "2026-11-22T10:00", "2026-11-22T11:00", SECOND, Check.FITS),
        Arguments.of(
            "a new number", "2026-11-22T10:00", "2026-11-22T11:00", "+963115556677", Check.FITS),
        Arguments.of(
            "no number", "2026-11-22T10:00", "2026-11-22T11:00", "hello", Check.WRONG_NUMBER));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wishes")
  void aTimeIsCheckedByTheCustomersClock(
      String name, String from, String until, @Nullable String number, Check check) {
    var wish = new NextCall(at(from), at(until), number, false);

    assertThat(Reschedules.check(RULES, mobileAndHome(), wish, NOW)).isEqualTo(check);
  }

  @Test
  void outsideTheHoursFitsWhereTheCampaignAllowsIt() {
    var free =
        new CampaignRules(
            RULES.hours(),
            RULES.centre(),
            RULES.limits(),
            RULES.strategy(),
            RULES.dialRules(),
            false,
            RULES.postalZones(),
            RULES.localRules(),
            RULES.quotas(),
            true);
    var night = new NextCall(at("2026-11-22T21:00"), at("2026-11-22T23:00"), null, false);

    assertThat(Reschedules.check(free, mobileAndHome(), night, NOW)).isEqualTo(Check.FITS);
  }

  @Test
  void aNumberThatIsCalledNoMoreCannotBeAgreedOn() {
    var stopped = mobileAndHome().without(1);
    var wish = new NextCall(NOW, NOW.plus(Duration.ofHours(1)), FIRST, false);

    assertThat(Reschedules.check(RULES, stopped, wish, NOW)).isEqualTo(Check.NUMBER_NOT_LEFT);
  }

  @Test
  void todaysLimitDoesNotForbidTomorrow() {
    var limited =
        new CampaignRules(
            RULES.hours(),
            RULES.centre(),
            new Limits(0, 0, 1, 0),
            RULES.strategy(),
            RULES.dialRules(),
            false,
            RULES.postalZones(),
            RULES.localRules(),
            RULES.quotas(),
            false);
    var callee = of(number(1, NumberKind.MOBILE, FIRST)).called(1, 1);
    var today = new NextCall(at("2026-11-21T12:00"), at("2026-11-21T13:00"), null, false);
    var tomorrow = new NextCall(at("2026-11-22T12:00"), at("2026-11-22T13:00"), null, false);

    assertThat(Reschedules.check(limited, callee, today, NOW)).isEqualTo(Check.OUTSIDE_HOURS);
    assertThat(Reschedules.check(limited, callee, tomorrow, NOW)).isEqualTo(Check.FITS);
  }
}
