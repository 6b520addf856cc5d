package org.hiwar.floor;

/// How a floor is. The counts are since the start of the process.
///
/// `available`: decides and commits now. `sweptBack`: open work that the floor did not know and
/// that a sweep brought back. `poisoned`: commands that could not be stored or decided.
/// `quarantined`: timers likewise. `restored`: how often it has read itself from the database.
public record FloorHealth(
    boolean available, long batch, long sweptBack, long poisoned, long quarantined, long restored) {
  public static final FloorHealth UNKNOWN = new FloorHealth(false, 0, 0, 0, 0, 0);

  public FloorHealth at(boolean nowAvailable, long lastBatch) {
    return new FloorHealth(nowAvailable, lastBatch, sweptBack, poisoned, quarantined, restored);
  }

  public FloorHealth plus(long swept, long poison, long timers, long restorations) {
    return new FloorHealth(
        available,
        batch,
        sweptBack + swept,
        poisoned + poison,
        quarantined + timers,
        restored + restorations);
  }
}
