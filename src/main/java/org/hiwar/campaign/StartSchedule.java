package org.hiwar.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// When a campaign starts and stops by itself, in the centre's zone. Without runs it is started by
/// hand alone.
public record StartSchedule(ZoneId zone, List<Run> runs) {
  public static final StartSchedule NONE = new StartSchedule(ZoneOffset.UTC, List.of());

  public StartSchedule {
    runs = List.copyOf(runs);
  }

  /// On each of these days from `from` to `to`, which is later on the same day.
  public record Run(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Run {
      days = Set.copyOf(days);
    }

    private boolean holds(LocalDate day, LocalTime time) {
      return days.contains(day.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
  }

  /// A moment at which the schedule has something to say, and what.
  public record Turn(Instant at, Campaign.State state) {}

  /// The newest turn that is not after `now`, of the last week; empty where there are no runs.
  public Optional<Turn> latest(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    return today
        .minusDays(7)
        .datesUntil(today.plusDays(1))
        .flatMap(this::turns)
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder())
        .map(at -> new Turn(at, at(at)));
  }

  private Stream<Instant> turns(LocalDate day) {
    return runs.stream()
        .filter(run -> run.days().contains(day.getDayOfWeek()))
        .flatMap(run -> Stream.of(run.from(), run.to()))
        .map(time -> day.atTime(time).atZone(zone).toInstant());
  }

  private Campaign.State at(Instant moment) {
    var local = moment.atZone(zone);
    boolean runs =
        this.runs.stream().anyMatch(run -> run.holds(local.toLocalDate(), local.toLocalTime()));
    return runs ? Campaign.State.RUNNING : Campaign.State.STOPPED;
  }
}
