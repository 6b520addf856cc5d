package org.hiwar.voice.media.play;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.Ticks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that calls everything that happens every 20 ms. It keeps to the clock and not to the
/// last call, so nothing drifts; while nobody is waiting it sleeps.
public final class Pacer implements Ticks, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);
  private static final long TICK_NS = 20_000_000;

  /// How far it may fall behind and still make up for it. Beyond, the time is lost: a burst of old
  /// sound helps nobody.
  private static final long PATIENCE_NS = 10 * TICK_NS;

  private final LongSupplier nanoTime;
  private final ConcurrentLinkedQueue<Tick> arriving = new ConcurrentLinkedQueue<>();
  private final List<Tick> ticks = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  public Pacer(String name, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  @Override
  public void each(Tick tick) {
    arriving.add(tick);
    LockSupport.unpark(thread);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    var due = nanoTime.getAsLong();
    while (!closed) {
      admit();
      var now = nanoTime.getAsLong();
      if (ticks.isEmpty()) {
        LockSupport.park(this);
        due = nanoTime.getAsLong();
      } else if (now - due < 0) {
        LockSupport.parkNanos(this, due - now);
      } else {
        ticks.removeIf(tick -> !goesOn(tick));
        due = now - due > PATIENCE_NS ? now + TICK_NS : due + TICK_NS;
      }
    }
  }

  private void admit() {
    for (var tick = arriving.poll(); tick != null; tick = arriving.poll()) ticks.add(tick);
  }

  /// One that fails is not called again, and the others are.
  private static boolean goesOn(Tick tick) {
    try {
      return tick.tick();
    } catch (RuntimeException e) {
      LOG.error("a tick failed and is left out from now on", e);
      return false;
    }
  }
}
