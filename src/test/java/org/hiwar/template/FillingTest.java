package org.hiwar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.junit.jupiter.api.Test;

class FillingTest {
  private static List<FilledPart> filled(
      String text, Map<Variable, String> known, String language) {
    return switch (Pieces.of(text)) {
      case Pieces.Read.Good(List<Piece> pieces) -> Filling.of(pieces, known, language);
      case Pieces.Read.Bad bad -> throw new AssertionError(bad);
    };
  }

  @Test
  @Requirement("S0-75")
  void whatIsKnownIsPutInAndWhatIsAskedForStaysAGap() {
    assertThat(
            filled(
                "Hello {{customer.name}}! Booking {{ask:Booking number}} · {{agent.name}}",
                Map.of(Variable.CUSTOMER_NAME, "Layla", Variable.AGENT_NAME, "Omar"),
                "en"))
        .containsExactly(
            FilledPart.words("Hello Layla! Booking "),
            FilledPart.asked("Booking number"),
            FilledPart.words(" · Omar"));
  }

  @Test
  @Requirement("S0-75")
  void whatNobodyKnowsStaysAGapAndNeverStandsInBraces() {
    assertThat(filled("Hello {{customer.name}}!", Map.of(), "en"))
        .containsExactly(
            FilledPart.words("Hello "),
            FilledPart.missing(Variable.CUSTOMER_NAME),
            FilledPart.words("!"));
  }

  @Test
  void whatACustomerIsCalledIsNotReadAsATemplate() {
    assertThat(
            filled(
                "Hello {{customer.name}}",
                Map.of(
                    Variable.CUSTOMER_NAME, "{{service.number}}", Variable.SERVICE_NUMBER, "+49"),
                "en"))
        .containsExactly(FilledPart.words("Hello {{service.number}}"));
  }

  @Test
  @Requirement("S0-76")
  void aNumberStaysLeftToRightInArabicAndPlainInEnglish() {
    var known = Map.of(Variable.SERVICE_NUMBER, "+963112233445");
    assertThat(filled("اتصل بنا: {{service.number}}.", known, "ar-SY"))
        .containsExactly(FilledPart.words("اتصل بنا: \u2066+963112233445\u2069."));
    assertThat(filled("Call {{service.number}}.", known, "en"))
        .containsExactly(FilledPart.words("Call +963112233445."));
  }
}
