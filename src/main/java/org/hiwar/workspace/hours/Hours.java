package org.hiwar.workspace.hours;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/// Hours of some days of the week by a clock on the wall, from inclusive, to exclusive.
///
/// `to` at or before `from` lies on the next day: 20:00 to 02:00 is a night that begins on one of
/// `days`, 09:00 to 00:00 lasts until midnight, 00:00 to 00:00 the whole day.
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  public Hours {
    days = Set.copyOf(days);
  }

  public static Hours daily(LocalTime from, LocalTime to) {
    return new Hours(Set.of(DayOfWeek.values()), from, to);
  }

  public boolean contain(LocalDateTime local) {
    var time = local.toLocalTime();
    var today = days.contains(local.getDayOfWeek());
    if (from.isBefore(to)) return today && !time.isBefore(from) && time.isBefore(to);
    var yesterday = days.contains(local.getDayOfWeek().minus(1));
    return today && !time.isBefore(from) || yesterday && time.isBefore(to);
  }
}
