package org.hiwar.workspace;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether services are open.
@Component
public class ServiceHours {
  private final ServicePromiseStore promises;

  public ServiceHours(ServicePromiseStore promises) {
    this.promises = promises;
  }

  /// @param next when it opens; null while it is open, and where it does not open within a year
  public record Opening(boolean open, @Nullable Instant next) {}

  /// How the service stands at this moment. One without hours is always open, and so is one that is
  /// not there.
  public Opening open(WorkspaceId workspace, ServiceId service, Instant at) {
    var hours = promises.of(workspace, service).hours();
    return hours.areOpen(at)
        ? new Opening(true, null)
        : new Opening(false, hours.opensAfter(at).orElse(null));
  }

  /// By whose clock its hours are meant.
  public ZoneId zone(WorkspaceId workspace, ServiceId service) {
    return promises.of(workspace, service).hours().zone();
  }
}
