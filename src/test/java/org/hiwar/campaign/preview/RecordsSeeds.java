package org.hiwar.campaign.preview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.preview.Witness.Seen;
import org.hiwar.testing.Quiet;

/// Lives many lives of campaigns and says which one failed, so that it can be lived again.
final class RecordsSeeds {
  private static final List<String> LOUD =
      List.of("org.hiwar.floor.shell", "org.hiwar.campaign.preview");

  private RecordsSeeds() {}

  /// What happened in all of them.
  record Lived(
      long seeds,
      long commands,
      long crashes,
      long failures,
      long changes,
      long clocksMoved,
      Map<Seen, Long> seen) {}

  static Lived live(long first, long count, RecordFault fault) {
    long commands = 0;
    long crashes = 0;
    long failures = 0;
    long changes = 0;
    long moved = 0;
    var seen = new EnumMap<Seen, Long>(Seen.class);
    for (long seed = first; seed < first + count; seed++) {
      var life = live(seed, fault);
      commands += life.commands;
      crashes += life.crashes;
      failures += life.failures;
      changes += life.changes;
      moved += life.moved;
      life.witness.seen.forEach((what, often) -> seen.merge(what, often, Long::sum));
    }
    return new Lived(count, commands, crashes, failures, changes, moved, seen);
  }

  private static RecordsLife live(long seed, RecordFault fault) {
    RecordsLife life = null;
    try {
      life = inMemory(seed, fault, false);
      life.live();
      return life;
    } catch (RuntimeException | Error e) {
      var recent = life == null ? "" : life.witness.recently();
      throw new AssertionError(
          "seed "
              + seed
              + ": "
              + e
              + "\nagain: mvn test -Dtest=RecordsSimulationTest -Dseed="
              + seed
              + "\nwhat was committed last:\n  "
              + recent,
          e);
    }
  }

  /// The first seed that finds a planted fault.
  static long finds(RecordFault fault) {
    for (long seed = 0; seed < 2_000; seed++)
      try {
        live(seed, fault);
      } catch (AssertionError _) {
        return seed;
      }
    throw new AssertionError("no seed found " + fault);
  }

  static RecordsLife inMemory(long seed, RecordFault fault, boolean digests) {
    return new RecordsLife(
        seed,
        (world, witness, around, clock, ids) ->
            new MemoryGround(witness, world, around, clock, ids, fault),
        digests);
  }

  static RecordsLife onPostgres(long seed) {
    return new RecordsLife(
        seed, (_, _, around, clock, ids) -> new PgGround(around, clock, ids), true);
  }

  /// Thousands of failures are made on purpose, and each is warned of.
  static void quietly(Runnable what) {
    Quiet.run(LOUD, what);
  }
}
