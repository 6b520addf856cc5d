package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A simulation that finds nothing proves nothing: each of these mistakes is made on purpose, and
/// the ordinary seeds must find it.
class RecordFaultsTest {
  private static final long SEEDS = 2_000;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isFoundByTheOrdinarySeeds(RecordFault fault) {
    RecordsSeeds.quietly(
        () ->
            assertThatThrownBy(() -> RecordsSeeds.live(0, SEEDS, fault))
                .as("no seed found it")
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("seed "));
  }
}
