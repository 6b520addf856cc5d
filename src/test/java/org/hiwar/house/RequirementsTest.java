package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the contract (docs/spec/requirements.md) and the tests together.
class RequirementsTest {
  private static final Proof PROOF =
      new Proof(
          Line.allIn(Repository.text("docs/spec/requirements.md")),
          CompiledTests.discover().claims());

  @Test
  void theContractHasEveryLineOnce() {
    var expected = Stream.concat(ids("S0", 89), ids("S2", 107)).collect(Collectors.toSet());

    assertThat(PROOF.lines()).extracting(Line::id).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noTestClaimsALineThatDoesNotExist() {
    assertThat(PROOF.unknown()).isEmpty();
  }

  @Test
  void aStatedLineIsNeverClaimedByUnitTestsAlone() {
    assertThat(PROOF.statedButOnlyUnitTested()).isEmpty();
  }

  @Test
  void theTableOfRequirementsAndTestsIsTrue() {
    CommittedFile.at("docs/requirements.md").mustSay(PROOF.printed(), getClass());
  }

  private static Stream<String> ids(String page, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> page + "-" + number);
  }
}
