package org.hiwar.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hiwar.campaign.StartSchedule.Turn;
import org.hiwar.workspace.hours.Hours;
import org.junit.jupiter.api.Test;

class StartScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static StartSchedule on(DayOfWeek day, String from, String to) {
    return new StartSchedule(
        List.of(new Hours(Set.of(day), LocalTime.parse(from), LocalTime.parse(to))));
  }

  @Test
  void theNewestTurnSaysWhatTheCampaignShouldDo() {
    var mondays = on(DayOfWeek.MONDAY, "09:00", "17:00");
    assertThat(mondays.latest(BERLIN, Instant.parse("2026-11-23T10:00:00Z")))
        .contains(new Turn(Instant.parse("2026-11-23T08:00:00Z"), Campaign.State.RUNNING));
    assertThat(mondays.latest(BERLIN, Instant.parse("2026-11-25T10:00:00Z")))
        .contains(new Turn(Instant.parse("2026-11-23T16:00:00Z"), Campaign.State.STOPPED));
  }

  @Test
  void aNightEndsOnTheNextDayAndOneRunGoesOnInAnother() {
    var night = on(DayOfWeek.SUNDAY, "20:00", "02:00");
    assertThat(night.latest(BERLIN, Instant.parse("2026-11-23T05:00:00Z")))
        .contains(new Turn(Instant.parse("2026-11-23T01:00:00Z"), Campaign.State.STOPPED));
    var day =
        new StartSchedule(
            List.of(
                Hours.daily(LocalTime.of(9, 0), LocalTime.NOON),
                Hours.daily(LocalTime.NOON, LocalTime.of(17, 0))));
    assertThat(day.latest(BERLIN, Instant.parse("2026-11-23T11:30:00Z")))
        .contains(new Turn(Instant.parse("2026-11-23T11:00:00Z"), Campaign.State.RUNNING));
  }

  @Test
  void withoutRunsThereIsNothingToKeep() {
    assertThat(StartSchedule.NONE.latest(BERLIN, Instant.EPOCH)).isEmpty();
  }
}
