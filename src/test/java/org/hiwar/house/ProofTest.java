package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final List<Line> LINES =
      Line.allIn(
          """
          ### 1. A heading

          | Id | Kind | Requirement | Test |
          |---|---|---|---|
          | S0-1 | D | Stated. | Look at it. |
          | S0-2 | I | Implied. | |
          """);

  @Test
  void aTableIsReadLineByLine() {
    assertThat(LINES)
        .containsExactly(
            new Line("S0-1", Line.Kind.STATED, "Stated."),
            new Line("S0-2", Line.Kind.IMPLIED, "Implied."));
  }

  @Test
  void anUnknownIdIsFound() {
    assertThat(proof(new Claim("S0-3", "ATest.itWorks", Level.BROWSER)).unknown())
        .containsExactly("S0-3, ATest.itWorks");
  }

  @Test
  void aStatedLineNeedsMoreThanAUnitTest() {
    var unit = new Claim("S0-1", "ATest.itWorks", Level.UNIT);
    var api = new Claim("S0-1", "ATest.itAnswers", Level.API);

    assertThat(proof(unit).statedButOnlyUnitTested()).containsExactly("S0-1");
    assertThat(proof(unit, api).statedButOnlyUnitTested()).isEmpty();
  }

  @Test
  void anImpliedLineMayBeClaimedByAUnitTest() {
    assertThat(proof(new Claim("S0-2", "ATest.itWorks", Level.UNIT)).statedButOnlyUnitTested())
        .isEmpty();
  }

  @Test
  void aRowNamesItsTestsAndTheHighestLevel() {
    var proof =
        proof(
            new Claim("S0-1", "BTest.b", Level.SIMULATION),
            new Claim("S0-1", "ATest.a", Level.BROWSER));

    assertThat(proof.printed())
        .contains("| S0-1 | D | Stated. | `ATest.a`<br>`BTest.b` | browser |")
        .contains("| S0-2 | I | Implied. |  |  |")
        .contains("- S0: 1 of 2 lines have a test; 1 of the 1 stated ones.");
  }

  private static Proof proof(Claim... claims) {
    return new Proof(LINES, List.of(claims));
  }
}
