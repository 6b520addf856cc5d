package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.Requirement;
import org.hiwar.campaign.preview.Witness.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/// `-Dseeds=N` lives more lives than usual, `-Dseed=N` one of them.
@ResourceLock("the log of org.hiwar.floor.shell")
class RecordsSimulationTest {
  private static final long SEEDS = 150;

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
          if (one == null) assertThat(lived.seen().keySet()).contains(Seen.values());
        });
  }
}
