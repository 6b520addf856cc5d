package org.hiwar.voice.media.rtp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/// Counts what was refused, here and in what all legs have together.
final class Refusals {
  private final AtomicLongArray counts = new AtomicLongArray(Refused.values().length);
  private final @Nullable Refusals together;

  /// What all have together.
  Refusals() {
    this.together = null;
  }

  Refusals(Refusals together) {
    this.together = together;
  }

  void count(Refused why) {
    counts.getAndIncrement(why.ordinal());
    if (together != null) together.count(why);
  }

  /// Every reason has its number, also zero.
  Map<Refused, Long> snapshot() {
    var snapshot = new EnumMap<Refused, Long>(Refused.class);
    for (var why : Refused.values()) snapshot.put(why, counts.get(why.ordinal()));
    return snapshot;
  }
}
