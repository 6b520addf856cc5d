package org.hiwar.floor.core;

import java.util.List;

/// A piece of work as it is stored.
///
/// @param guests who is in it beside the agent who has it, or is asked to be
public record WorkRow(Work work, WorkState state, List<Guest> guests) {
  public WorkRow {
    guests = List.copyOf(guests);
  }

  /// Nobody beside.
  public WorkRow(Work work, WorkState state) {
    this(work, state, List.of());
  }
}
