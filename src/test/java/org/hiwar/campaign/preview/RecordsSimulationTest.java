package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.Requirement;
import org.hiwar.campaign.preview.Witness.Seen;
import org.junit.jupiter.api.Test;

/// `-Dseeds=N` lives more lives than usual, `-Dseed=N` one of them; `-Dseeds=100000 -Dwrite` prints
/// docs/simulation-of-records.md.
class RecordsSimulationTest {
  private static final long SEEDS = 600;
  private static final long SEEDS_ON_POSTGRES = 10;

  @Test
  @Requirement("S2-62")
  void noRecordIsWithTwoAgentsAndNoneIsCalledAgainstItsRules() {
    RecordsSeeds.quietly(
        () -> {
          var one = Long.getLong("seed");
          var lived =
              one == null
                  ? RecordsSeeds.live(0, Long.getLong("seeds", SEEDS), RecordFault.NONE)
                  : RecordsSeeds.live(one, 1, RecordFault.NONE);
          System.out.println("Simulated records: " + lived);
          if (one != null) return;
          assertThat(lived.seen().keySet()).contains(Seen.values());
          if (System.getProperty("write") != null && lived.seeds() >= 100_000)
            RecordsPrint.write(lived);
        });
  }

  private static List<String> without(List<String> rows, List<String> others) {
    var left = new ArrayList<>(rows);
    others.forEach(left::remove);
    return left;
  }

  /// Memory is held to the statements: the same seeds leave the same rows at every look.
  @Test
  void theSameHappensOnPostgres() {
    RecordsSeeds.quietly(
        () -> {
          long first = Long.getLong("seed", 0L);
          long after =
              Long.getLong("seed") == null ? Long.getLong("pgseeds", SEEDS_ON_POSTGRES) : first + 1;
          for (long seed = first; seed < after; seed++) {
            var memory = RecordsSeeds.inMemory(seed, RecordFault.NONE, true);
            var postgres = RecordsSeeds.onPostgres(seed);
            memory.live();
            postgres.live();
            for (int look = 0; look < memory.told.size(); look++)
              assertThat(without(postgres.told.get(look), memory.told.get(look)))
                  .as("seed %d, look %d, in PostgreSQL alone", seed, look)
                  .isEqualTo(without(memory.told.get(look), postgres.told.get(look)));
          }
        });
  }
}
