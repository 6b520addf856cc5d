package org.hiwar.workspace.hours;

import java.time.LocalDate;
import java.util.Set;

/// Days on which nobody is called, whatever the hours say.
public record Holidays(Set<LocalDate> days) {
  public static final Holidays NONE = new Holidays(Set.of());

  public Holidays {
    days = Set.copyOf(days);
  }

  public boolean contain(LocalDate day) {
    return days.contains(day);
  }
}
