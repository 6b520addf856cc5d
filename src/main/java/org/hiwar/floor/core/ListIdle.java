package org.hiwar.floor.core;

import org.jspecify.annotations.Nullable;

/// One linked list per level and load, and a bitmap of the lists that are not empty.
///
/// Constant time and no garbage: idle times grow with the clock, so a seat is nearly always
/// appended. The exception is an agent whose offer came back without their doing (the customer left
/// while it rang), who belongs near the front; so the place is searched from both ends at once.
final class ListIdle implements Idle {
  /// Loads of 0, 25, 50 and 75 %; who carries more is in the last list, in order.
  private static final int LOADS = 4;
  private final boolean byLevel;
  private final @Nullable Seat[] first;
  private final @Nullable Seat[] last;
  private final long[] used;

  ListIdle(boolean byLevel) {
    this.byLevel = byLevel;
    int lists = byLevel ? (Limits.LEVEL + 1) * LOADS : LOADS;
    first = new Seat[lists];
    last = new Seat[lists];
    used = new long[(lists + 63) / 64];
  }

  @Override
  public void add(Seat seat) {
    int list =
        (byLevel ? (Limits.LEVEL - seat.level) * LOADS : 0)
            + Math.min(LOADS - 1, seat.agent.used() / 25);
    seat.list = list;
    var after = placeIn(list, seat);
    var before = after == null ? last[list] : after.before;
    seat.before = before;
    seat.after = after;
    if (before == null) first[list] = seat;
    else before.after = seat;
    if (after == null) last[list] = seat;
    else after.before = seat;
    used[list >> 6] |= 1L << list;
  }

  /// The seat that comes right after `seat`, or null when it is the last.
  private @Nullable Seat placeIn(int list, Seat seat) {
    var front = first[list];
    var back = last[list];
    Seat afterBack = null;
    while (front != null && back != null) {
      if (Seat.order(back, seat) < 0) return afterBack;
      if (Seat.order(seat, front) < 0) return front;
      afterBack = back;
      back = back.before;
      front = front.after;
    }
    return afterBack;
  }

  @Override
  public void remove(Seat seat) {
    int list = seat.list;
    var before = seat.before;
    var after = seat.after;
    if (before == null) first[list] = after;
    else before.after = after;
    if (after == null) last[list] = before;
    else after.before = before;
    seat.before = null;
    seat.after = null;
    if (first[list] == null) used[list >> 6] &= ~(1L << list);
  }

  @Override
  public @Nullable Seat first() {
    for (int i = 0; i < used.length; i++)
      if (used[i] != 0) return first[(i << 6) + Long.numberOfTrailingZeros(used[i])];
    return null;
  }
}
