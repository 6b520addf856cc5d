package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lives many calls by the rules of [CallLife]: ringing, answer, hold, transfer, consultation,
/// conference and lost telephones in any order. Each has one end, and in the meantime floor, lines
/// and ears agree. `-Dseeds=N` lives more, `-Dseed=N` one of them. What becomes of the work and of
/// its agents, crashes in between and all, is lived by the simulation of the floor
/// (`org.hiwar.floor.sim`).
class CallSimulationTest {
  private static final long SEEDS = 20_000;
  private static final long SEEDS_OF_FAULTS = 20_000;

  @Test
  void everyCallHasOneEndAndNobodyIsLeftOnTheLine() {
    var one = Long.getLong("seed");
    var seen =
        one == null
            ? live(0, Long.getLong("seeds", SEEDS), CallRules.REAL)
            : live(one, 1, CallRules.REAL);
    if (one == null)
      assertThat(seen)
          .as("phases that were lived through")
          .containsExactlyInAnyOrderElementsOf(
              List.of(Phase.class.getPermittedSubclasses()).stream()
                  .filter(phase -> !phase.equals(Phase.Prepared.class))
                  .toList());
  }

  @ParameterizedTest
  @EnumSource
  void aFaultIsFound(PlantedCallFault fault) {
    assertThatThrownBy(() -> live(0, SEEDS_OF_FAULTS, fault.rules))
        .as("no seed found it")
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed ");
  }

  private static Set<Class<?>> live(long first, long count, CallRules rules) {
    var seen = new HashSet<Class<?>>();
    for (long seed = first; seed < first + count; seed++) {
      var call = new SimulatedCall(seed, rules);
      try {
        call.live();
      } catch (IllegalStateException e) {
        throw new AssertionError(
            "seed %d: %s%nagain: mvn test -Dtest=CallSimulationTest -Dseed=%d%n%s%nthe last:%n  %s"
                .formatted(seed, e.getMessage(), seed, call, String.join("\n  ", call.recent)),
            e);
      }
      seen.addAll(call.seen);
    }
    return seen;
  }
}
