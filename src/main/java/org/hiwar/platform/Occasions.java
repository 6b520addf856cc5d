package org.hiwar.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is asked for again and again, and is one occasion to whoever reads of it later.
public final class Occasions<K> {
  private final Clock clock;
  private final Duration pause;
  private final Map<K, Instant> lately;

  /// @param pause after which it is another one
  /// @param most remembered; beyond, the one that was silent for longest is forgotten
  public Occasions(Clock clock, Duration pause, int most) {
    this.clock = clock;
    this.pause = pause;
    lately =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Instant> eldest) {
            return size() > most;
          }
        };
  }

  /// Has `note` done where this begins one. Where that fails none has begun, and whoever comes next
  /// begins it: nothing is seen that could not be noted.
  public void note(K what, Runnable note) {
    if (!begins(what)) return;
    try {
      note.run();
    } catch (RuntimeException e) {
      forget(what);
      throw e;
    }
  }

  private synchronized void forget(K what) {
    lately.remove(what);
  }

  private synchronized boolean begins(K what) {
    var now = clock.instant();
    var before = lately.put(what, now);
    return before == null || before.plus(pause).isBefore(now);
  }
}
