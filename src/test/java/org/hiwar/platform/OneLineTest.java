package org.hiwar.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
  @Test
  void whatIsNotSeenIsNoPartOfAName() {
    assertThat(OneLine.of("exe.\u202Egpj")).isEqualTo("exe.gpj");
    assertThat(OneLine.of("\u2067\u200B Sa\u00ADm\u2069\uFEFF \u061C")).isEqualTo("Sam");
    assertThat(OneLine.of("a\u3164b\u2800c\uDB40\uDC41")).isEqualTo("abc");
    assertThat(OneLine.of("\u202E\u200B\u2060")).isEmpty();
  }

  @Test
  void whatBreaksALineBecomesABlank() {
    assertThat(OneLine.of("a\r\nb\tc\u2028d\u0000e\ud800f\u3000")).isEqualTo("a  b c d e f");
  }

  @Test
  void aLetterHasAFewMarksAndNoMarkStandsAlone() {
    var marks = "\u0301".repeat(OneLine.MARKS);
    assertThat(OneLine.of("Z" + "\u0301".repeat(100_000) + "b")).isEqualTo("Z" + marks + "b");
    assertThat(OneLine.of("Z" + (marks + "\u200D\u200B").repeat(3))).isEqualTo("Z" + marks);
    assertThat(OneLine.of("\u0301\u0301 \u0301a")).isEqualTo("a");
  }

  /// Vocalised Arabic, a Persian word with a non-joiner, Hindi, a family, a flag, Hebrew with
  /// points.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "مُحَمَّدٌ الشَّامِيّ",
        "می\u200Cخواهم",
        "क्षत्रिय",
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDF8\uD83C\uDDFE",
        "❤\uFE0F",
        "בְּרֵאשִׁ֖ית",
        "Nguyễn Văn A"
      })
  void whatPeopleAreCalledStaysAsItIs(String name) {
    assertThat(OneLine.of(name)).isEqualTo(name);
    assertThat(OneLine.typed(name)).isEqualTo(name);
  }

  @Test
  void whatAUserTypedKeepsWhatIsRefusedInWords() {
    assertThat(OneLine.typed("a\u0000\nb\u202E\ud800")).isEqualTo("a\u0000\nb\ud800");
  }

  @Test
  void nothingIsCutInTwo() {
    assertThat(OneLine.of("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    assertThat(OneLine.of("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    assertThat(OneLine.of("ab cd", 3)).isEqualTo("ab");
    assertThat(OneLine.cut("\uD83D\uDE00", 1)).isEmpty();
    assertThat(OneLine.cut("a", 0)).isEmpty();
  }

  @Test
  void whatADatabaseKeepsIsText() {
    assertThat(OneLine.isStorable("a\uD83D\uDE00\u0001\n")).isTrue();
    for (var none : new String[] {"\u0000", "a\ud800", "\ud800a", "\udc00", "\ud800\ud800\udc00"})
      assertThat(OneLine.isStorable(none)).isFalse();
  }
}
