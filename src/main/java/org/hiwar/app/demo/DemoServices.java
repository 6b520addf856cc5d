package org.hiwar.app.demo;

import java.time.Duration;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;

/// How the services of the demo workspace are set up.
final class DemoServices {
  private DemoServices() {}

  static Service usual(ServiceId id, String name, Medium medium) {
    return new Service(
        id,
        name,
        medium,
        true,
        Duration.ofMinutes(1),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        true,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofMinutes(1),
        true);
  }
}
