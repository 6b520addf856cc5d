package org.hiwar.workspace.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// When the contact centre works on a campaign or a service, by its own clock; beside the
/// customers' hours, not instead of them. Without openings it is always open, except on holidays.
/// Its days are the days of the limits.
public record CentreHours(ZoneId zone, List<Hours> openings, Holidays holidays) {
  /// How far ahead an opening is looked for.
  private static final int HORIZON_DAYS = 366;

  public CentreHours {
    openings = List.copyOf(openings);
  }

  public static CentreHours always(ZoneId zone) {
    return new CentreHours(zone, List.of(), Holidays.NONE);
  }

  public boolean areOpen(Instant now) {
    var local = LocalDateTime.ofInstant(now, zone);
    if (holidays.contain(local.toLocalDate())) return false;
    return openings.isEmpty() || openings.stream().anyMatch(hours -> hours.contain(local));
  }

  /// When it opens after `now`, at which it is closed; empty: not within a year.
  public Optional<Instant> opensAfter(Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    for (int days = 0; days <= HORIZON_DAYS; days++) {
      var opening =
          beginnings(today.plusDays(days)).stream()
              .filter(at -> at.isAfter(now) && areOpen(at))
              .findFirst();
      if (opening.isPresent()) return opening;
    }
    return Optional.empty();
  }

  /// The instants of a day at which it may open. A time occurs twice where the clock is put back;
  /// where it is put forward over the time, what begins there begins when the clock moves.
  private TreeSet<Instant> beginnings(LocalDate day) {
    var found = new TreeSet<Instant>();
    var times = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
    openings.forEach(hours -> times.add(hours.from()));
    for (var time : times)
      for (var offset : zone.getRules().getValidOffsets(day.atTime(time)))
        found.add(day.atTime(time).toInstant(offset));
    var move = zone.getRules().nextTransition(day.atStartOfDay(zone).toInstant().minusMillis(1));
    if (move != null && LocalDate.ofInstant(move.getInstant(), zone).equals(day))
      found.add(move.getInstant());
    return found;
  }

  /// The beginning of the day of `now`: attempts since then are today's.
  public Instant startOfDay(Instant now) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  public Instant endOfDay(Instant now) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
