package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
  @Test
  void numbersComeInTheirOrderAndNamesAsTheyStand() {
    assertThat(Placeholders.of("{{2}} of {{ 1 }}, and {{2}} again"))
        .isEqualTo(new Placeholders.Read.Good(List.of("1", "2")));
    assertThat(Placeholders.of("{{order_2}} for {{customer}}"))
        .isEqualTo(new Placeholders.Read.Good(List.of("order_2", "customer")));
    assertThat(Placeholders.of("Nothing {to} fill in"))
        .isEqualTo(new Placeholders.Read.Good(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "'{{1}} and {{3}}', placeholder-missing, {{2}}",
    "'{{2}}', placeholder-missing, {{1}}",
    "'{{1}} for {{customer}}', placeholders-mixed, {{1}}",
    "'{{Customer}}', placeholder-invalid, {{Customer}}",
    "'{{}}', placeholder-invalid, {{}}",
    "'{{0}}', placeholder-invalid, {{0}}",
    "'Hello {{1', placeholder-open, {{",
    "'Hello 1}}', placeholder-open, }}"
  })
  void aFaultSaysWhereItIs(String text, String code, String about) {
    assertThat(Placeholders.of(text)).isEqualTo(new Placeholders.Read.Bad(code, about));
  }

  @Test
  void thereAreNotMoreThanTwenty() {
    var text = new StringBuilder();
    for (int i = 1; i <= 20; i++) text.append("{{").append(i).append("}}");
    assertThat(Placeholders.of(text.toString())).isInstanceOf(Placeholders.Read.Good.class);
    assertThat(Placeholders.of(text.append("{{21}}").toString()))
        .isEqualTo(new Placeholders.Read.Bad("placeholders-too-many", "20"));
  }

  @Test
  void whatIsPutInIsNotReadAgain() {
    assertThat(Placeholders.filled("{{1}} {{2}}", Map.of("1", "{{2}} $1", "2", "b")))
        .isEqualTo("{{2}} $1 b");
  }
}
