package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialStringTest {
  @ParameterizedTest
  @ValueSource(strings = {"112", "+4930901820", "*21*123#", "0", "00497777", "#31#030123"})
  void whatCanBeDialledIsTaken(String text) {
    assertThat(DialString.parse(text).map(DialString::text)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "500&PJSIP/1900",
        "500@evil.example",
        "500;ext=1",
        "500?Replaces=1",
        "5 00",
        "(030)123",
        "030-123",
        "++49",
        "4+9",
        "tel:112",
        "sip:112",
        "%2B49",
        "112\n",
        "112\r\nVia: x",
        "112\0",
        "\u0661\u0661\u0662",
        "\uFF11\uFF11\uFF12",
        "p500",
        "500,1",
        "1234567890123456789012345678901234567890"
      })
  void whatCannotBeDialledIsRefused(String text) {
    assertThat(DialString.parse(text)).isEmpty();
    assertThatThrownBy(() -> new DialString(text)).isInstanceOf(IllegalArgumentException.class);
  }

  /// A hundred thousand words of characters that mean something to SIP, to a dial plan or to a
  /// shell.
  @Test
  void nothingButDigitsPlusStarAndHashEverPasses() {
    var alphabet = "0123456789+*#;?&=@:/\\<>\"'%,. \t\r\n\0aAzZ_~$!()[]{}|^`-\u00e9\u0661\u200e";
    var random = new Random(20_261_121);
    int passed = 0;
    for (int i = 0; i < 100_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--)
        text.append(
            alphabet.charAt(random.nextInt(random.nextInt(10) == 0 ? alphabet.length() : 13)));
      var parsed = DialString.parse(text.toString());
      if (parsed.isEmpty()) continue;
      passed++;
      assertThat(parsed.get().text()).matches("\\+?[0-9*#]+").hasSizeLessThanOrEqualTo(32);
    }
    assertThat(passed).isPositive();
  }
}
