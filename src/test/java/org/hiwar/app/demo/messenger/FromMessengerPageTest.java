package org.hiwar.app.demo.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromMessengerPageTest {
  @Test
  void aFrameOfAPageIsUnderstood() {
    assertThat(
            FromMessengerPage.read(
                "{\"type\": \"write\", \"business\": \"+49\", \"text\": \" Hello \"}"))
        .contains(new FromMessengerPage.Write("+49", "Hello"));
    assertThat(FromMessengerPage.read("{\"type\": \"look\", \"business\": \"+49\"}"))
        .contains(new FromMessengerPage.Look("+49"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"type\": \"else\"}",
        "{\"type\": \"write\", \"text\": \" \"}",
        "{\"type\": \"file\", \"name\": \"a\", \"content\": \"\"}",
        "{\"type\": \"file\", \"name\": \"a\", \"content\": \"no Base64!\"}"
      })
  void whatIsNoneOfAPageIsNot(String frame) {
    assertThat(FromMessengerPage.read(frame)).isEmpty();
  }
}
