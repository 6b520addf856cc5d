package org.hiwar.voice.sip.jain;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread of a call and what waits for it, in order and up to a limit, with alarms. Whoever
/// is called from here needs no lock.
final class Mailbox {
  /// Room that only our own orders may use, so that a flood from outside cannot keep us from
  /// hanging up.
  private static final int ROOM_FOR_ORDERS = 50;

  private final BlockingQueue<Runnable> waiting;
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>((one, other) -> Long.signum(one.at - other.at));
  private final Consumer<RuntimeException> fault;
  private final Runnable overflow;
  private volatile boolean overflowed;
  private boolean closed;

  /// @param fault is told what something here threw
  /// @param overflow is run once when an order of ours found no room
  Mailbox(int limit, Consumer<RuntimeException> fault, Runnable overflow) {
    waiting = new LinkedBlockingQueue<>(limit + ROOM_FOR_ORDERS);
    this.fault = fault;
    this.overflow = overflow;
  }

  void start(String name, Runnable first) {
    waiting.add(first);
    Thread.ofVirtual().name(name).start(this::run);
  }

  /// From the network; false when too much is waiting.
  boolean put(Runnable what) {
    return waiting.remainingCapacity() > ROOM_FOR_ORDERS && waiting.offer(what);
  }

  /// From our side.
  void order(Runnable what) {
    if (!waiting.offer(what)) overflowed = true;
  }

  /// To be called on the mailbox's own thread.
  Alarm after(Duration time, Runnable what) {
    var alarm = new Alarm(System.nanoTime() + time.toNanos(), what);
    alarms.add(alarm);
    return alarm;
  }

  /// To be called on the mailbox's own thread; what still waits is forgotten.
  void close() {
    closed = true;
  }

  private void run() {
    try {
      while (!closed) {
        var next = next();
        if (next != null) guarded(next);
        if (!overflowed || closed) continue;
        overflowed = false;
        guarded(overflow);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Runnable next() throws InterruptedException {
    while (!alarms.isEmpty() && alarms.peek().cancelled) alarms.remove();
    var nearest = alarms.peek();
    if (nearest == null) return waiting.take();
    long left = nearest.at - System.nanoTime();
    if (left > 0) return waiting.poll(left, TimeUnit.NANOSECONDS);
    alarms.remove();
    return nearest.what;
  }

  private void guarded(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      fault.accept(e);
    }
  }

  static final class Alarm {
    private final long at;
    private final Runnable what;
    private boolean cancelled;

    private Alarm(long at, Runnable what) {
      this.at = at;
      this.what = what;
    }

    /// Forgotten after this, even when its time has come.
    void cancel() {
      cancelled = true;
    }
  }
}
