package org.hiwar.workspace;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hiwar.workspace.hours.CentreHours;

/// What customers of a service may count on: when it is open, and that `percent` of them are
/// answered `within` that time.
public record ServicePromise(CentreHours hours, int percent, Duration within) {
  /// Until an administrator says something else: always open, 80 per cent within 20 seconds.
  public static ServicePromise usual(ZoneId zone) {
    return new ServicePromise(CentreHours.always(zone), 80, Duration.ofSeconds(20));
  }

  /// Of a service of which nothing is known.
  public static final ServicePromise NONE = usual(ZoneOffset.UTC);
}
