package org.hiwar.floor.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.shell.Node;
import org.hiwar.floor.store.FakeFloorStore;
import org.hiwar.floor.store.TestStores;
import org.hiwar.testing.Quiet;
import org.hiwar.testing.SimulatedDatabase;
import org.junit.jupiter.api.Test;

/// `-Dseeds=N` lives more lives than usual, `-Dseed=N` one of them.
class SimulationTest {
  private static final List<String> LOUD = List.of("org.hiwar.floor.shell");
  private static final long SEEDS = 10_000;
  private static final long SEEDS_ON_POSTGRES = 20;
  private static final Supplier<Setup> FAKE =
      () -> new Setup(FakeFloorStore::new, FloorCore::new, Node.Fault.NONE);
  private static final Supplier<Setup> REAL =
      () ->
          new Setup(
              (clock, guard) ->
                  TestStores.simulated(SimulatedDatabase.freshWorkspace(), clock, guard),
              FloorCore::new,
              Node.Fault.NONE);

  @Test
  void nothingIsLostAndNothingIsDoneTwice() {
    Quiet.run(
        LOUD,
        () -> {
          var one = Long.getLong("seed");
          var lived =
              one == null
                  ? Seeds.live(0, Long.getLong("seeds", SEEDS), FAKE)
                  : Seeds.live(one, 1, FAKE);
          System.out.println("Simulated floor: " + lived);
          assertThat(lived.seeds()).isPositive();
        });
  }

  @Test
  void theSameHoldsOnPostgres() {
    Quiet.run(
        LOUD,
        () -> {
          var lived = Seeds.live(0, SEEDS_ON_POSTGRES, REAL);
          System.out.println("Simulated floor on PostgreSQL: " + lived);
          assertThat(lived.fenced()).isPositive();
        });
  }
}
