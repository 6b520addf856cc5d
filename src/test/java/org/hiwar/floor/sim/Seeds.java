package org.hiwar.floor.sim;

import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Lives many lives and says which one failed, so that it can be lived again.
final class Seeds {
  private Seeds() {}

  record Lived(long seeds, long commands, long crashes, long fenced, double seconds) {
    @Override
    public String toString() {
      return "%d seeds, %d commands, %d restarts, %d zombies fenced, %.1f s"
          .formatted(seeds, commands, crashes, fenced, seconds);
    }
  }

  static Lived live(long first, long count, Supplier<Setup> setup) {
    return live(first, count, setup, true);
  }

  /// `audited`: the core's own indexes are checked too.
  static Lived live(long first, long count, Supplier<Setup> setup, boolean audited) {
    long begin = System.nanoTime();
    long commands = 0;
    long crashes = 0;
    long fenced = 0;
    for (long seed = first; seed < first + count; seed++) {
      var life = new Simulation(seed, setup.get(), audited);
      try {
        life.live();
      } catch (RuntimeException e) {
        throw failure(seed, life, e);
      }
      commands += life.decided;
      crashes += life.crashes;
      fenced += life.fenced;
    }
    return new Lived(count, commands, crashes, fenced, (System.nanoTime() - begin) / 1e9);
  }

  private static AssertionError failure(long seed, Simulation life, RuntimeException e) {
    var events =
        life.recent().stream().map(Ledger.Seen::toString).collect(Collectors.joining("\n  "));
    return new AssertionError(
        "seed "
            + seed
            + ": "
            + e.getMessage()
            + "\nagain: mvn test -Dtest=SimulationTest -Dseed="
            + seed
            + "\nthe last events:\n  "
            + events,
        e);
  }
}
