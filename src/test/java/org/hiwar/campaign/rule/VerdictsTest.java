package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.*;
import static org.hiwar.campaign.rule.NumberKind.*;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTest {
  /// Mobile by day, home and then mobile in the evening.
  private static final CallingHours DAY_AND_EVENING =
      new CallingHours(
          List.of(
              new Schedule(Hours.daily(LocalTime.of(9, 0), LocalTime.of(17, 0)), List.of(MOBILE)),
              new Schedule(
                  Hours.daily(LocalTime.of(17, 0), LocalTime.of(21, 0)), List.of(HOME, MOBILE))),
          Holidays.NONE);
  private static final CampaignRules RULES = rules(DAY_AND_EVENING);

  private static Instant damascus(String local) {
    return LocalDateTime.parse(local).atZone(DAMASCUS).toInstant();
  }

  private static Verdicts at(String local) {
    return Verdicts.of(RULES, mobileAndHome(), damascus(local));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T10:00, 1",
    "2026-11-21T16:59:59, 1",
    "2026-11-21T17:00, 2",
    "2026-11-21T19:00, 2"
  })
  @Requirement("S2-85")
  void atTenTheMobileIsRecommendedAndAtSevenInTheEveningHome(String local, int position) {
    assertThat(at(local).recommended()).isEqualTo(position);
  }

  @Test
  @Requirement("S2-87")
  void theNextChangeIsWhereTheEveningBegins() {
    assertThat(at("2026-11-21T10:00").change()).isEqualTo(damascus("2026-11-21T17:00"));
  }

  @Test
  @Requirement({"S2-32", "S2-88"})
  void atNightNothingIsRecommendedAndEachNumberSaysWhyAndWhenAgain() {
    var night = at("2026-11-21T23:00");

    assertThat(night.recommended()).isNull();
    assertThat(night.mayOffer()).isFalse();
    assertThat(night.nothing()).contains(Why.OUTSIDE_HOURS);
    assertThat(night.again()).contains(damascus("2026-11-22T09:00"));
    assertThat(night.of(2).orElseThrow())
        .isEqualTo(
            new Verdict.Refused(
                new FoundZone(DAMASCUS, FoundZone.Source.AREA_CODE, Set.of()),
                LocalDateTime.parse("2026-11-21T23:00"),
                Why.OUTSIDE_HOURS,
                damascus("2026-11-22T17:00")));
  }

  static Stream<Arguments> reasons() {
    var limits = new Limits(5, 3, 2, 2);
    var stopped = new CalleeNumber(1, MOBILE, FIRST, null, 0, 0, true, false);
    var forbidden = new CalleeNumber(1, MOBILE, FIRST, null, 0, 0, false, true);
    var one = of(number(1, MOBILE, FIRST));
    return Stream.of(
        Arguments.of("letters", of(number(1, MOBILE, "+96394x")).callee(), Why.INVALID_NUMBER),
        Arguments.of(
            "no country", of(number(1, MOBILE, "0944123456")).callee(), Why.INVALID_NUMBER),
        Arguments.of("stopped", of(stopped).callee(), Why.STOPPED),
        Arguments.of("do not call", of(forbidden).callee(), Why.DO_NOT_CALL),
        Arguments.of("record's limit", one.called(5, 0), Why.ATTEMPTS_OF_RECORD),
        Arguments.of(
            "number's limit", of(called(1, MOBILE, FIRST, 3, 0)).callee(), Why.ATTEMPTS_OF_NUMBER),
        Arguments.of("record's day", one.called(2, 2), Why.ATTEMPTS_TODAY),
        Arguments.of(
            "number's day", of(called(1, MOBILE, FIRST, 2, 2)).callee(), Why.ATTEMPTS_TODAY),
        Arguments.of("no schedule", of(number(1, WORK, FIRST)).callee(), Why.NEVER_IN_HOURS),
        Arguments.of("below the limits", one.called(4, 1), null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reasons")
  @Requirement("S2-32")
  void aNumberThatMayNotBeCalledSaysWhy(String name, Callee callee, Why why) {
    var rules = with(new Limits(5, 3, 2, 2), CentreHours.always(DAMASCUS));
    var verdicts = Verdicts.of(rules, callee, damascus("2026-11-21T10:00"));

    assertThat(why(verdicts, 1)).isEqualTo(why);
    assertThat(verdicts.mayOffer()).isEqualTo(why == null);
  }

  private static CampaignRules with(Limits limits, CentreHours centre) {
    return new CampaignRules(
        DAY_AND_EVENING,
        centre,
        limits,
        NumberStrategy.IN_ORDER,
        RULES.dialRules(),
        false,
        PostalZones.NONE,
        List.of(),
        Quotas.NONE,
        false);
  }

  @Test
  void whoWasCalledOftenEnoughTodayMayBeCalledTomorrowInHours() {
    var rules = with(new Limits(0, 0, 1, 0), CentreHours.always(DAMASCUS));
    var callee = of(number(1, MOBILE, FIRST)).called(1, 1);

    assertThat(Verdicts.of(rules, callee, damascus("2026-11-21T10:00")).again())
        .contains(damascus("2026-11-22T09:00"));
  }

  @Test
  void theCentresHoursAndHolidaysHoldBesideTheCustomers() {
    var weekdays = new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.of(10, 0), LocalTime.of(16, 0));
    var holiday = new Holidays(Set.of(LocalDate.parse("2026-11-22")));
    var centre = new CentreHours(DAMASCUS, List.of(weekdays), holiday);
    var closed =
        Verdicts.of(with(Limits.NONE, centre), mobileAndHome(), damascus("2026-11-21T12:00"));

    assertThat(why(closed, 1)).isEqualTo(Why.CENTRE_CLOSED);
    assertThat(closed.again()).contains(damascus("2026-11-29T10:00"));
  }

  @Test
  void onAFeastItsOwnScheduleCountsAndNoOther() {
    var feast = LocalDate.parse("2026-11-21");
    var late =
        new Schedule(
            Hours.daily(LocalTime.of(15, 0), LocalTime.of(16, 0)), List.of(MOBILE), Set.of(feast));
    var hours =
        new CallingHours(
            Stream.concat(DAY_AND_EVENING.schedules().stream(), Stream.of(late)).toList(),
            Holidays.NONE);
    var verdicts = Verdicts.of(rules(hours), mobileAndHome(), damascus("2026-11-21T10:00"));

    assertThat(verdicts.mayOffer()).isFalse();
    assertThat(verdicts.again()).contains(damascus("2026-11-21T15:00"));
  }

  @Test
  void theCustomersHolidaysAreNoDaysOfCalling() {
    var hours =
        new CallingHours(
            DAY_AND_EVENING.schedules(), new Holidays(Set.of(LocalDate.parse("2026-11-21"))));
    var verdicts = Verdicts.of(rules(hours), mobileAndHome(), damascus("2026-11-21T10:00"));

    assertThat(why(verdicts, 1)).isEqualTo(Why.HOLIDAY);
  }

  @Test
  void theNumberThatWasAgreedOnGoesBeforeThePreferredOne() {
    var callee = of(number(1, MOBILE, FIRST), number(2, HOME, SECOND)).wanting(FIRST);

    assertThat(Verdicts.of(RULES, callee, damascus("2026-11-21T19:00")).recommended()).isEqualTo(1);
  }

  @Test
  void theLeastAttemptedIsRecommendedWhereTheCampaignWantsIt() {
    var callee = of(called(1, HOME, SECOND, 2, 0), called(2, MOBILE, FIRST, 1, 0)).callee();
    var least =
        new CampaignRules(
            DAY_AND_EVENING,
            RULES.centre(),
            Limits.NONE,
            NumberStrategy.LEAST_ATTEMPTED,
            RULES.dialRules(),
            false,
            PostalZones.NONE,
            List.of(),
            Quotas.NONE,
            false);

    assertThat(Verdicts.of(least, callee, damascus("2026-11-21T19:00")).recommended()).isEqualTo(2);
    assertThat(Verdicts.of(RULES, callee, damascus("2026-11-21T19:00")).recommended()).isEqualTo(1);
  }

  @Test
  void aLawOfTheCustomersCountryLeavesFewerHours() {
    var law =
        new LocalRule("SY", null, List.of(Hours.daily(LocalTime.of(11, 0), LocalTime.of(12, 0))));
    var rules =
        new CampaignRules(
            DAY_AND_EVENING,
            RULES.centre(),
            Limits.NONE,
            NumberStrategy.IN_ORDER,
            RULES.dialRules(),
            false,
            PostalZones.NONE,
            List.of(law),
            Quotas.NONE,
            false);
    var early = Verdicts.of(rules, mobileAndHome(), damascus("2026-11-21T10:00"));

    assertThat(why(early, 1)).isEqualTo(Why.LOCAL_RULE);
    assertThat(early.again()).contains(damascus("2026-11-21T11:00"));
  }

  @Test
  void aRecordThatExpiresIsCalledUntilThen() {
    var expiry = damascus("2026-11-21T11:30");
    var callee =
        new Callee(
            mobileAndHome().numbers(), null, null, null, DAMASCUS, 0, 0, null, expiry, false);

    assertThat(Verdicts.of(RULES, callee, damascus("2026-11-21T10:00")).change()).isEqualTo(expiry);
    assertThat(why(Verdicts.of(RULES, callee, expiry), 1)).isEqualTo(Why.EXPIRED);
  }

  /// The clock of Damascus stands still in summer time since 2022; New York still moves.
  @Test
  void whereTheClockIsPutForwardOverTheBeginningTheHoursBeginWhenItMoves() {
    var newYork = ZoneId.of("America/New_York");
    var hours =
        new CallingHours(
            List.of(
                new Schedule(
                    Hours.daily(LocalTime.of(2, 30), LocalTime.of(5, 0)), List.of(MOBILE))),
            Holidays.NONE);
    var callee = of(in("America/New_York", 1, MOBILE, "+12125550123")).callee();
    var before = LocalDateTime.parse("2026-03-08T01:00").atZone(newYork).toInstant();

    assertThat(Verdicts.of(rules(hours), callee, before).again())
        .contains(Instant.parse("2026-03-08T07:00:00Z"));
  }
}
