package org.hiwar.campaign.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// When the contact centre works on a campaign, by its own clock; beside the customers' hours, not
/// instead of them. Without openings it is always open, except on holidays. Its days are the days
/// of the limits.
public record CentreHours(ZoneId zone, List<Hours> openings, Holidays holidays) {

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

  /// The beginning of the day of `now`: attempts since then are today's.
  public Instant startOfDay(Instant now) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  Instant endOfDay(Instant now) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
