package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import org.junit.jupiter.api.Test;

class JavaFormatTest {
  @Test
  void aParagraphWiderThanThePageIsWrapped() throws FormatterException {
    var words = "word ".repeat(30).strip();

    assertThat(JavaFormat.format("/// " + words + "\nclass A {}\n").lines())
        .containsExactly(
            "/// " + "word ".repeat(19).strip(), "/// " + "word ".repeat(11).strip(), "class A {}");
  }

  @Test
  void aListItemIsWrappedUnderItsText() throws FormatterException {
    assertThat(JavaFormat.format("/// - " + "word ".repeat(30).strip() + "\nclass A {}\n").lines())
        .containsExactly(
            "/// - " + "word ".repeat(19).strip(),
            "///   " + "word ".repeat(11).strip(),
            "class A {}");
  }

  @Test
  void aDiagramIsLeftAsItWasDrawn() throws FormatterException {
    var drawn =
        """
        /// Queued ────▶ Offered                                                                              ────▶ Ended
        ///    ▲ ◀── Decline, Expire ──┘            │                                         ▲ and on and on and on it goes
        class A {}
        """;

    assertThat(JavaFormat.format(drawn)).isEqualTo(drawn);
  }

  @Test
  void aNarrowParagraphKeepsItsLines() throws FormatterException {
    var narrow = "/// One.\n/// Two.\nclass A {}\n";

    assertThat(JavaFormat.format(narrow)).isEqualTo(narrow);
  }

  @Test
  void layingOutAgainChangesNothing() throws FormatterException {
    var once =
        JavaFormat.format(
            "  /// "
                + "word ".repeat(50)
                + "\nclass A{int a;\n/// "
                + "w ".repeat(80)
                + "\nint b;}");

    assertThat(JavaFormat.format(once)).isEqualTo(once);
  }
}
