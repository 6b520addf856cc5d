package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.shell.Node;
import org.hiwar.floor.store.FloorStore;

/// What a simulation runs on: where its rows are, what its cores are made of, how its shell may be
/// wrong.
record Setup(Rows rows, Supplier<FloorCore> cores, Node.Fault shellFault) {
  /// Opens empty rows. `clock`: of the database. `guard`: holds for offers that are refused.
  interface Rows {
    FloorStore open(Supplier<Instant> clock, Predicate<WorkOffered> guard);
  }
}
