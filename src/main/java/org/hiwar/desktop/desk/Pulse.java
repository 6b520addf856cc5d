package org.hiwar.desktop.desk;

import java.time.Duration;

/// Whether the database answers, checked a few times a second on a thread that does nothing else. A
/// check that hangs counts as no answer, so that a database which is stopped, and not gone, is
/// noticed as well.
public final class Pulse {
  private static final Duration EVERY = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMillis(1_000);

  /// Throws, or does not come back, when the database is away.
  @FunctionalInterface
  public interface Check {
    void ask() throws Exception;
  }

  private final Check check;
  private final Runnable changed;
  private volatile long answered = System.nanoTime();
  private volatile boolean failed;
  private volatile boolean closed;
  private boolean told = true;

  /// `changed` is called when the database has gone away or has come back.
  public Pulse(Check check, Runnable changed) {
    this.check = check;
    this.changed = changed;
  }

  public void start() {
    Thread.ofVirtual().name("pulse").start(() -> every(EVERY, this::ask));
    Thread.ofVirtual().name("pulse-watch").start(() -> every(Duration.ofMillis(100), this::tell));
  }

  public void close() {
    closed = true;
  }

  public boolean isHealthy() {
    return !failed && System.nanoTime() - answered < PATIENCE.toNanos();
  }

  private void ask() {
    try {
      check.ask();
      answered = System.nanoTime();
      failed = false;
    } catch (Exception _) {
      failed = true;
    }
  }

  private void tell() {
    boolean healthy = isHealthy();
    if (healthy == told) return;
    told = healthy;
    changed.run();
  }

  private void every(Duration pause, Runnable step) {
    try {
      while (!closed) {
        step.run();
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
