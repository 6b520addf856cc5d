package org.hiwar.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the code and the package graph drawn in ARCHITECTURE.md together.
class PackageGraphTest {
  private static final Drawing DRAWING = Drawing.in(Repository.text("ARCHITECTURE.md"));

  @Test
  void whatExistsIsDrawnAndWhatIsDrawnExists() {
    assertThat(DRAWING.packages()).containsExactlyInAnyOrderElementsOf(Code.parts().toList());
  }

  @Test
  void everyUseIsDrawn() {
    var drawn = DRAWING.arrows().collect(Collectors.toSet());

    var undrawn =
        Code.usesAcrossParts()
            .filter(use -> !drawn.contains(Code.arrow(use)))
            .collect(toMap(Code::arrow, Dependency::getDescription, (first, _) -> first));

    assertThat(undrawn).isEmpty();
  }

  @Test
  void everyDrawnArrowIsUsed() {
    var used = Code.usesAcrossParts().map(Code::arrow).collect(Collectors.toSet());

    assertThat(DRAWING.arrows().filter(arrow -> !used.contains(arrow))).isEmpty();
  }

  @Test
  void everyArrowPointsDown() {
    assertThat(DRAWING.notPointingDown()).isEmpty();
  }

  @Test
  void thereIsNoCycleOfPackagesWithinAPart() {
    slices().matching("org.hiwar.(**)").should().beFreeOfCycles().check(Code.PRODUCT);
  }
}
