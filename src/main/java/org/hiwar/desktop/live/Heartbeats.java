package org.hiwar.desktop.live;

import java.time.Duration;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desk;
import org.hiwar.desktop.desk.DeskLimits;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.desk.Pulse;
import org.hiwar.workspace.access.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a second: tells every window that the desk is alive and whether the database is, says again
/// to the floor what it has not taken, and clears desks that nobody looks at. Now and then: closes
/// windows whose log-in has run out.
public final class Heartbeats {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
  private static final Duration SESSIONS_CHECKED_EVERY = Duration.ofMinutes(1);

  private final Desks desks;
  private final Windows windows;
  private final Attendance attendance;
  private final Sessions sessions;
  private final Pulse pulse;
  private volatile boolean closed;

  public Heartbeats(
      Desks desks,
      Windows windows,
      Attendance attendance,
      Sessions sessions,
      Pulse.Check database) {
    this.desks = desks;
    this.windows = windows;
    this.attendance = attendance;
    this.sessions = sessions;
    this.pulse = new Pulse(database, this::healthChanged);
  }

  public void start() {
    pulse.start();
    Thread.ofVirtual().name("heartbeats").start(() -> every(DeskLimits.HEARTBEAT, this::second));
    Thread.ofVirtual().name("pings").start(() -> every(DeskLimits.PING, windows::ping));
    Thread.ofVirtual()
        .name("sessions")
        .start(() -> every(SESSIONS_CHECKED_EVERY, this::closeEnded));
  }

  public void close() {
    closed = true;
    pulse.close();
    desks.end();
  }

  public boolean isHealthy() {
    return pulse.isHealthy();
  }

  private void healthChanged() {
    LOG.warn(
        pulse.isHealthy()
            ? "the database answers again"
            : "the database does not answer; desktops say so");
    if (pulse.isHealthy()) desks.anythingChanged();
    beat();
  }

  private void second() {
    beat();
    attendance.sayAll();
    desks.clear(System.nanoTime());
  }

  private void beat() {
    boolean healthy = pulse.isHealthy();
    desks.all().values().forEach(desk -> beat(desk, healthy));
  }

  private static void beat(Desk desk, boolean healthy) {
    desk.beat("{\"heartbeat\":true,\"healthy\":" + (healthy && !desk.isBehind()) + "}");
  }

  private void closeEnded() {
    for (var user : windows.users()) if (!sessions.stillLive(user)) windows.revoke(user.session());
  }

  private void every(Duration pause, Runnable step) {
    try {
      while (!closed) {
        attempt(step);
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("what is done every second failed, and is done again: {}", e.toString());
    }
  }
}
