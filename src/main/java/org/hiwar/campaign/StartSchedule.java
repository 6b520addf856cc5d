package org.hiwar.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.workspace.hours.Hours;

/// When a campaign starts and stops by itself, by the centre's clock. Without runs it is started by
/// hand alone; between two turns of the schedule a hand may do otherwise.
public record StartSchedule(List<Hours> runs) {
  public static final StartSchedule NONE = new StartSchedule(List.of());

  public StartSchedule {
    runs = List.copyOf(runs);
  }

  /// A moment at which the schedule has something to say, and what.
  public record Turn(Instant at, Campaign.State state) {}

  /// The newest turn that is not after `now`, of the last week; empty where there are no runs.
  public Optional<Turn> latest(ZoneId zone, Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return today
        .minusDays(8)
        .datesUntil(today.plusDays(1))
        .flatMap(day -> turns(zone, day))
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder())
        .map(at -> new Turn(at, stateAt(zone, at)));
  }

  private Stream<Instant> turns(ZoneId zone, LocalDate day) {
    return runs.stream()
        .filter(run -> run.days().contains(day.getDayOfWeek()))
        .flatMap(
            run ->
                Stream.of(
                    day.atTime(run.from()),
                    (run.from().isBefore(run.to()) ? day : day.plusDays(1)).atTime(run.to())))
        .map(local -> local.atZone(zone).toInstant());
  }

  private Campaign.State stateAt(ZoneId zone, Instant moment) {
    var local = moment.atZone(zone).toLocalDateTime();
    return runs.stream().anyMatch(run -> run.contain(local))
        ? Campaign.State.RUNNING
        : Campaign.State.STOPPED;
  }
}
