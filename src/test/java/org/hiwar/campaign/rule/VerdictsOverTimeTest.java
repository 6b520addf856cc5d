package org.hiwar.campaign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.campaign.rule.Callees.allowed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hiwar.Requirement;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.junit.jupiter.api.Test;

/// Whatever the schedules, zones and instants are. Clocks move in some of these zones by an hour,
/// on Lord Howe by half of one; some are ahead by quarters of an hour.
class VerdictsOverTimeTest {
  private static final List<String> ZONES =
      List.of(
          "Asia/Damascus",
          "Asia/Kathmandu",
          "Asia/Tehran",
          "Australia/Lord_Howe",
          "Pacific/Chatham",
          "America/New_York",
          "America/St_Johns",
          "Europe/Berlin",
          "Pacific/Kiritimati",
          "Pacific/Pago_Pago",
          "Africa/Cairo",
          "Africa/Casablanca");

  /// Days around which clocks are moved somewhere of these zones.
  private static final List<String> DAYS =
      List.of(
          "2026-03-07",
          "2026-03-28",
          "2026-04-04",
          "2026-04-23",
          "2026-10-03",
          "2026-10-24",
          "2026-10-29",
          "2026-10-31",
          "2026-02-14",
          "2026-06-30",
          "2026-12-31");

  private static final Duration STEP = Duration.ofMinutes(5);

  private record Try(CampaignRules rules, Callee callee, Instant now) {
    Verdicts verdicts() {
      return Verdicts.of(rules, callee, now);
    }
  }

  private static Try random(Random random) {
    var zone = ZoneId.of(one(random, ZONES));
    var hours = new CallingHours(schedules(random), Holidays.NONE);
    var centre = new CentreHours(ZoneId.of(one(random, ZONES)), openings(random), Holidays.NONE);
    var limits = new Limits(limit(random), limit(random), limit(random), limit(random));
    var rules =
        new CampaignRules(
            hours,
            centre,
            limits,
            random.nextBoolean() ? NumberStrategy.IN_ORDER : NumberStrategy.LEAST_ATTEMPTED,
            Map.of(),
            random.nextInt(4) == 0,
            new PostalZones(Map.of("1", ZoneId.of(one(random, ZONES)))),
            List.of(),
            Quotas.NONE,
            false);
    var now =
        Instant.parse(one(random, DAYS) + "T00:00:00Z")
            .plus(Duration.ofMinutes(5 * random.nextInt(24 * 12)));
    return new Try(rules, callee(random, zone), now);
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static int limit(Random random) {
    return random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(4);
  }

  private static List<Schedule> schedules(Random random) {
    var schedules = new ArrayList<Schedule>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      var kinds = new ArrayList<>(List.of(NumberKind.values()));
      Collections.shuffle(kinds, random);
      schedules.add(new Schedule(hours(random), kinds.subList(0, 1 + random.nextInt(4))));
    }
    return schedules;
  }

  private static List<Hours> openings(Random random) {
    return random.nextBoolean() ? List.of() : List.of(hours(random), hours(random));
  }

  private static Hours hours(Random random) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var day : DayOfWeek.values()) if (random.nextInt(3) > 0) days.add(day);
    return new Hours(days, time(random), time(random));
  }

  private static LocalTime time(Random random) {
    return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
  }

  private static Callee callee(Random random, ZoneId zone) {
    var numbers = new ArrayList<CalleeNumber>();
    int attempts = 0;
    int today = 0;
    for (int i = 1; i <= 1 + random.nextInt(4); i++) {
      int all = random.nextInt(3);
      int ofToday = random.nextInt(all + 1);
      attempts += all;
      today += ofToday;
      numbers.add(
          new CalleeNumber(
              i,
              one(random, List.of(NumberKind.values())),
              "+96394412345" + i,
              random.nextBoolean() ? null : ZoneId.of(one(random, ZONES)),
              all,
              ofToday,
              random.nextInt(8) == 0,
              random.nextInt(8) == 0));
    }
    var postalCode = random.nextBoolean() ? "12345" : null;
    return new Callee(numbers, zone, postalCode, null, zone, attempts, today, null, null, false);
  }

  @Test
  @Requirement("S2-80")
  void whatIsAllowedIsInsideSomeScheduleByTheCustomersOwnClock() {
    var random = new Random(2_026);
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      var it = random(random);
      for (int position : allowed(it.verdicts())) {
        var number = it.callee.numbers().get(position - 1);
        var zone = number.zone() == null ? it.callee.zone() : number.zone();
        var local = LocalDateTime.ofInstant(it.now, zone);
        assertThat(it.rules.hours().schedules())
            .as("%s at %s of %s", number, local, it)
            .anyMatch(one -> one.kinds().contains(number.kind()) && covers(one.hours(), local));
        assertThat(it.rules.centre().areOpen(it.now)).isTrue();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(1_000);
  }

  /// Said in another way than `Hours` does: the minute lies on a ring of a week.
  private static boolean covers(Hours hours, LocalDateTime local) {
    int week = 7 * 24 * 60;
    int minute = (local.getDayOfWeek().getValue() - 1) * 24 * 60 + minutes(local.toLocalTime());
    for (var day : hours.days()) {
      int begin = (day.getValue() - 1) * 24 * 60 + minutes(hours.from());
      int length = Math.floorMod(minutes(hours.to()) - minutes(hours.from()), 24 * 60);
      if (length == 0) length = 24 * 60;
      if (Math.floorMod(minute - begin, week) < length) return true;
    }
    return false;
  }

  private static int minutes(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }

  @Test
  @Requirement("S2-87")
  void theNextChangeIsTheFirst() {
    var random = new Random(87);
    int changes = 0;
    for (int i = 0; i < 1_500; i++) {
      var it = random(random);
      var first = it.verdicts();
      var change = first.change();
      var end = change == null ? it.now.plus(Duration.ofDays(3)) : change;
      if (Duration.between(it.now, end).toDays() > 3) end = it.now.plus(Duration.ofDays(3));
      for (var at = it.now; at.isBefore(end); at = at.plus(STEP))
        assertThat(later(it, at)).as("%s at %s", it, at).isEqualTo(later(it, it.now));
      if (change == null) continue;
      assertThat(later(it, change)).as("%s at %s", it, change).isNotEqualTo(later(it, it.now));
      changes++;
    }
    assertThat(changes).isGreaterThan(500);
  }

  private static Judge.Standing later(Try it, Instant at) {
    return new Judge(it.rules, it.callee, it.now).standing(at);
  }

  @Test
  @Requirement("S2-85")
  void atMostOneIsRecommendedAndItMayBeCalled() {
    var random = new Random(85);
    for (int i = 0; i < 20_000; i++) {
      var verdicts = random(random).verdicts();
      var allowed = allowed(verdicts);
      if (allowed.isEmpty()) assertThat(verdicts.recommended()).isNull();
      else assertThat(allowed).contains(verdicts.recommended());
    }
  }

  @Test
  void noLimitIsEverExceeded() {
    var random = new Random(32);
    for (int i = 0; i < 20_000; i++) {
      var it = random(random);
      var limits = it.rules.limits();
      for (int position : allowed(it.verdicts())) {
        var number = it.callee.numbers().get(position - 1);
        assertThat(number.stopped() || number.doNotCall()).isFalse();
        below(it.callee.attempts(), limits.perRecord());
        below(number.attempts(), limits.perNumber());
        below(it.callee.attemptsToday(), limits.perDayRecord());
        below(number.attemptsToday(), limits.perDayNumber());
      }
    }
  }

  private static void below(int count, int limit) {
    if (limit > 0) assertThat(count).isLessThan(limit);
  }

  @Test
  void whoIsToldWhenAgainMayBeCalledThen() {
    var random = new Random(33);
    var seen = 0;
    for (int i = 0; i < 5_000; i++) {
      var it = random(random);
      for (var one : it.verdicts().numbers())
        if (one.verdict() instanceof Verdict.Refused refused && refused.again() != null) {
          var then = later(it, refused.again()).numbers().get(one.position() - 1);
          assertThat(then.why()).as("%s at %s", it, refused.again()).isNull();
          seen++;
        }
    }
    assertThat(seen).isGreaterThan(1_000);
  }

  @Test
  void theQuickAnswerIsThatOfTheLongOne() {
    var random = new Random(34);
    for (int i = 0; i < 5_000; i++) {
      var it = random(random);
      assertThat(Verdicts.mayOffer(it.rules, it.callee, it.now))
          .isEqualTo(it.verdicts().mayOffer());
    }
  }
}
