package org.hiwar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.template.Piece.Ask;
import org.hiwar.template.Piece.Value;
import org.hiwar.template.Piece.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
  private static List<Piece> good(String text) {
    return switch (Pieces.of(text)) {
      case Pieces.Read.Good(List<Piece> pieces) -> pieces;
      case Pieces.Read.Bad bad -> throw new AssertionError(bad);
    };
  }

  @Test
  void aTextIsWordsVariablesAndQuestions() {
    assertThat(good("Hello {{customer.name}}, your booking {{ask:Booking number}} is changed."))
        .containsExactly(
            new Words("Hello "),
            new Value(Variable.CUSTOMER_NAME),
            new Words(", your booking "),
            new Ask("Booking number"),
            new Words(" is changed."));
  }

  @Test
  void theyMayTouchAndStandAlone() {
    assertThat(good("{{today}}{{agent.name}}"))
        .containsExactly(new Value(Variable.TODAY), new Value(Variable.AGENT_NAME));
    assertThat(good("")).isEmpty();
  }

  @Test
  void spacesAndLargeLettersMakeNoDifference() {
    assertThat(good("{{ Customer.Name }}")).containsExactly(new Value(Variable.CUSTOMER_NAME));
    assertThat(good("{{ASK: رقم الحجز }}")).containsExactly(new Ask("رقم الحجز"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"}}", "a } b", "{ x }", "100 % {", "${x} #{y} <%= z %> %s"})
  void whatOpensNothingIsWords(String text) {
    assertThat(good(text)).containsExactly(new Words(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'Hello {{customer.nmae}}', template-variable-unknown, customer.nmae",
    "'{{}}', template-variable-unknown, ''",
    "'{{ {{today}} }}', template-variable-unknown, '{{today'",
    "'Hello {{customer.name', template-braces-open, '{{customer.name'",
    "'{{ask: }}', template-question-invalid, ''",
    "'{{ask:a {{today}}', template-question-invalid, 'a {{today'"
  })
  void aFaultIsSaidWithTheWordsThatAreWrong(String text, String code, String about) {
    assertThat(Pieces.of(text)).isEqualTo(new Pieces.Read.Bad(code, about));
  }

  @Test
  void aQuestionHasAnEnd() {
    assertThat(good("{{ask:" + "x".repeat(60) + "}}")).hasSize(1);
    assertThat(Pieces.of("{{ask:" + "x".repeat(61) + "}}"))
        .isEqualTo(new Pieces.Read.Bad("template-question-invalid", "x".repeat(60)));
    assertThat(Pieces.of("{{ask:a\nb}}"))
        .isEqualTo(new Pieces.Read.Bad("template-question-invalid", "a"));
  }

  @Test
  void thereAreSoManyGapsAtMost() {
    assertThat(good("{{today}}".repeat(TemplateLimits.GAPS))).hasSize(TemplateLimits.GAPS);
    assertThat(Pieces.of("{{today}}".repeat(TemplateLimits.GAPS + 1)))
        .isEqualTo(new Pieces.Read.Bad("template-gaps-too-many", "today"));
  }
}
