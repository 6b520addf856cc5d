package org.hiwar.workspace.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When a service opens again, by its own clock.
class CentreHoursTest {
  private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus"); // always three hours ahead
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WORK =
      Set.of(
          DayOfWeek.SUNDAY,
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY);

  private static Hours from(Set<DayOfWeek> days, String from, String to) {
    return new Hours(days, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static CentreHours office(String... holidays) {
    var days = List.of(holidays).stream().map(LocalDate::parse).toList();
    return new CentreHours(
        DAMASCUS, List.of(from(WORK, "09:00", "17:00")), new Holidays(Set.copyOf(days)));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void anOfficeOpensInTheMorningAndNotOnTheWeekend() {
    assertThat(office().opensAfter(at("2026-11-23T04:00:00Z")))
        .contains(at("2026-11-23T06:00:00Z"));
    // A Thursday in the evening: then come Friday and Saturday.
    assertThat(office().opensAfter(at("2026-11-26T15:00:00Z")))
        .contains(at("2026-11-29T06:00:00Z"));
  }

  @Test
  void aHolidayIsPassedOver() {
    assertThat(office("2026-11-29", "2026-11-30").opensAfter(at("2026-11-26T15:00:00Z")))
        .contains(at("2026-12-01T06:00:00Z"));
  }

  @Test
  void withoutHoursOnlyAHolidayClosesUntilItsMidnight() {
    var always =
        new CentreHours(DAMASCUS, List.of(), new Holidays(Set.of(LocalDate.parse("2026-11-29"))));
    assertThat(always.areOpen(at("2026-11-28T20:00:00Z"))).isTrue();
    assertThat(always.areOpen(at("2026-11-28T21:00:00Z"))).isFalse();
    assertThat(always.opensAfter(at("2026-11-28T22:00:00Z"))).contains(at("2026-11-29T21:00:00Z"));
  }

  @Test
  void theRestOfANightBeginsWhenItsHolidayIsOver() {
    var nights =
        new CentreHours(
            DAMASCUS,
            List.of(from(WORK, "22:00", "06:00")),
            new Holidays(Set.of(LocalDate.parse("2026-11-23"))));
    assertThat(nights.opensAfter(at("2026-11-23T12:00:00Z"))).contains(at("2026-11-23T21:00:00Z"));
  }

  @Test
  void hoursThatBeginInAnHourThatIsLeftOutBeginWhenTheClockMoves() {
    var early = new CentreHours(BERLIN, List.of(from(WORK, "02:30", "04:00")), Holidays.NONE);
    assertThat(early.opensAfter(at("2026-03-28T23:00:00Z"))).contains(at("2026-03-29T01:00:00Z"));
    // And where an hour comes twice, so does what begins in it.
    var twice = new CentreHours(BERLIN, List.of(from(WORK, "02:15", "02:30")), Holidays.NONE);
    assertThat(twice.opensAfter(at("2026-10-25T00:40:00Z"))).contains(at("2026-10-25T01:15:00Z"));
  }

  @Test
  void whatNeverOpensSaysSo() {
    var never = new CentreHours(DAMASCUS, List.of(from(Set.of(), "09:00", "17:00")), Holidays.NONE);
    assertThat(never.opensAfter(at("2026-11-23T04:00:00Z"))).isEmpty();
  }
}
