package org.hiwar.floor.sim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hiwar.testing.Quiet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulation that finds nothing proves nothing: each of these mistakes is made on purpose, and
/// the ordinary seeds must find it. The audit of the core's own indexes is left out, so that the
/// ledger has to find them by itself.
class PlantedFaultsTest {
  private static final List<String> LOUD = List.of("org.hiwar.floor.shell");
  private static final long SEEDS = 2_000;

  @ParameterizedTest
  @EnumSource
  void isFoundByTheOrdinarySeeds(PlantedFault fault) {
    Quiet.run(
        LOUD,
        () ->
            assertThatThrownBy(() -> Seeds.live(0, SEEDS, fault::setup, false))
                .as("no seed found it")
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed "));
  }
}
