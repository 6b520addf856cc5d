package org.hiwar.floor.core;

import org.jspecify.annotations.Nullable;

/// The agents to whom work of one line could be offered now, best first (`Seat.order`).
/// What a seat's place depends on may change only while the seat is outside.
interface Idle {
  void add(Seat seat);

  void remove(Seat seat);

  /// The best seat, or null when nobody could take work.
  @Nullable Seat first();
}
