package org.hiwar.campaign.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.hours.Hours;

/// Hours of the customer's own clock in which numbers of these kinds may be called, the preferred
/// kind first.
///
/// `dates`: the schedule holds on these dates alone, whatever day of the week they are, and on them
/// every schedule without dates is silent; so a feast has hours of its own. Empty: it holds on the
/// days of its hours.
public record Schedule(Hours hours, List<NumberKind> kinds, Set<LocalDate> dates) {

  public Schedule {
    kinds = List.copyOf(kinds);
    dates = Set.copyOf(dates);
  }

  public Schedule(Hours hours, List<NumberKind> kinds) {
    this(hours, kinds, Set.of());
  }

  boolean isOf(LocalDateTime local) {
    if (dates.isEmpty()) return hours.contain(local);
    return dates.contains(local.toLocalDate()) && everyDay().contain(local);
  }

  private Hours everyDay() {
    return Hours.daily(hours.from(), hours.to());
  }
}
