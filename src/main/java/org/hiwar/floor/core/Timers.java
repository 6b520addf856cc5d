package org.hiwar.floor.core;

import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Deadlines, derived from states that have one; never stored. A timer whose state has gone is not
/// removed: its command names what it ends, so it is ignored when it comes.
class Timers {
  private record Timer(Instant at, long seq, Command command) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int order = at.compareTo(other.at);
      return order != 0 ? order : Long.compare(seq, other.seq);
    }
  }

  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long seq;

  void at(Instant when, Command command) {
    timers.add(new Timer(when, seq++, command));
  }

  /// Null: nothing is due, ever.
  @Nullable Instant next() {
    var first = timers.peek();
    return first == null ? null : first.at();
  }

  /// Takes the first timer that is due, or null.
  @Nullable Command due(Instant now) {
    var first = timers.peek();
    if (first == null || first.at().isAfter(now)) return null;
    timers.poll();
    return first.command();
  }
}
