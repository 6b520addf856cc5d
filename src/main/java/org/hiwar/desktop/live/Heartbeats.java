package org.hiwar.desktop.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desk;
import org.hiwar.desktop.desk.DeskLimits;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.desk.Pulse;
import org.hiwar.platform.web.Slot;
import org.hiwar.workspace.access.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a second, each desk in its own slot of it: tells every window that the desk is alive and
/// whether the database is. Also says again to the floor what it has not taken, clears desks that
/// nobody looks at, asks windows for a sign of life, and closes those whose log-in has run out.
public final class Heartbeats {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);
  private static final int SLOTS = 50;
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
    Thread.ofVirtual().name("heartbeats").start(() -> inSlots(DeskLimits.HEARTBEAT, this::beat));
    Thread.ofVirtual().name("pings").start(() -> inSlots(DeskLimits.PING, windows::ping));
    Thread.ofVirtual().name("attendance").start(() -> every(DeskLimits.HEARTBEAT, this::second));
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
    desks.all().forEach(this::beat);
  }

  private void second() {
    attendance.sayAll();
    desks.clear(System.nanoTime());
  }

  private void beat(Slot slot) {
    for (var desk : desks.all()) if (slot.has(desk)) beat(desk);
  }

  private void beat(Desk desk) {
    boolean healthy = pulse.isHealthy() && !desk.isBehind();
    desk.beat("{\"heartbeat\":true,\"healthy\":" + healthy + "}");
  }

  private void closeEnded() {
    for (var user : windows.users()) if (!sessions.stillLive(user)) windows.revoke(user.session());
  }

  /// Does `step` for every slot of each round, evenly.
  private void inSlots(Duration round, Consumer<Slot> step) {
    var number = new AtomicLong();
    every(round.dividedBy(SLOTS), () -> step.accept(Slot.at(number.getAndIncrement(), SLOTS)));
  }

  /// At even times, whatever a step takes; without catching up when one took too long.
  private void every(Duration pause, Runnable step) {
    try {
      long due = System.nanoTime();
      while (!closed) {
        attempt(step);
        due = Math.max(due + pause.toNanos(), System.nanoTime());
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("what is done again and again failed, and is tried again: {}", e.toString());
    }
  }
}
