package org.hiwar.campaign.rule;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;

/// When customers may be called, by their own clock (S2-86). A kind of number that no schedule
/// names is never called; without any schedule nobody is. `holidays` are those of the customers.
public record CallingHours(List<Schedule> schedules, Holidays holidays) {

  public CallingHours {
    schedules = List.copyOf(schedules);
  }

  /// Of a new campaign: every day from 09:00 to 20:00, mobile numbers first.
  public static CallingHours usual() {
    var hours = Hours.daily(LocalTime.of(9, 0), LocalTime.of(20, 0));
    var kinds = List.of(NumberKind.MOBILE, NumberKind.HOME, NumberKind.WORK, NumberKind.OTHER);
    return new CallingHours(List.of(new Schedule(hours, kinds)), Holidays.NONE);
  }

  /// The first schedule that allows a number of this kind at this local time; empty: none does.
  OptionalInt allowing(NumberKind kind, LocalDateTime local) {
    var special = isSpecial(local);
    for (int i = 0; i < schedules.size(); i++) {
      var schedule = schedules.get(i);
      if (special == schedule.dates().isEmpty()) continue;
      if (schedule.kinds().contains(kind) && schedule.isOf(local)) return OptionalInt.of(i);
    }
    return OptionalInt.empty();
  }

  boolean areEverFor(NumberKind kind) {
    return schedules.stream().anyMatch(schedule -> schedule.kinds().contains(kind));
  }

  private boolean isSpecial(LocalDateTime local) {
    var day = local.toLocalDate();
    return schedules.stream().anyMatch(schedule -> schedule.dates().contains(day));
  }
}
