package org.hiwar.app;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.hiwar.platform.StartLines;
import org.hiwar.platform.database.DatabaseHost;
import org.hiwar.platform.web.Listening;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The last lines of a start: where Hiwar is to be found, what its parts add (see [StartLines]), and how long it took.
@Component
class Announcement {
  private final Listening listening;
  private final DatabaseHost database;
  private final List<StartLines> parts;

  Announcement(Listening listening, DatabaseHost database, List<StartLines> parts) {
    this.listening = listening;
    this.database = database;
    this.parts = parts;
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)) return;
    var server = context.getWebServer();
    if (server == null) return;
    long upMs = ManagementFactory.getRuntimeMXBean().getUptime();
    System.out.println();
    System.out.println("Hiwar runs at " + address(server.getPort()));
    parts.stream().flatMap(part -> part.lines().stream()).forEach(System.out::println);
    System.out.println(database.description());
    System.out.printf("Started in %.1f s.%n", upMs / 1000.0);
  }

  private String address(int port) {
    var host = listening.address().isAnyLocalAddress() || listening.address().isLoopbackAddress()
        ? "localhost"
        : listening.address().getHostAddress();
    return (listening.encrypted() ? "https" : "http") + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }
}
