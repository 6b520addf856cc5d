package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final String DRAWN =
      """
      # Architecture

      ```text
        EDGES      desktop   → floor platform
        POLICY     floor     → platform
        GROUND     platform  → floor
                   clock
      ```

      ```text
        OTHER      drawing   → of something else
      ```
      """;

  @Test
  void aRowIsAPackageWithWhatItUses() {
    var drawing = Drawing.in(DRAWN);

    assertThat(drawing.packages()).containsExactly("desktop", "floor", "platform", "clock");
    assertThat(drawing.uses().get("desktop")).isEqualTo(Set.of("floor", "platform"));
    assertThat(drawing.uses().get("clock")).isEmpty();
  }

  @Test
  void anArrowUpwardsIsFound() {
    assertThat(Drawing.in(DRAWN).notPointingDown()).containsExactly(new Arrow("platform", "floor"));
  }
}
