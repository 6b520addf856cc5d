package org.hiwar.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sites as people type them, and colours as people choose them.
class OriginsTest {
  @Test
  void aSiteIsToldAsBrowsersTellIt() {
    Map.of(
            "https://shop.example", "https://shop.example",
            " Shop.Example ", "https://shop.example",
            "https://shop.example:443/a?b#c", "https://shop.example",
            "http://shop.example:8080", "http://shop.example:8080",
            "http://shop.example:80", "http://shop.example",
            "https://127.0.0.1:8443", "https://127.0.0.1:8443",
            "https://موقع.example", "https://xn--4gbrim.example")
        .forEach((typed, origin) -> assertThat(Origins.origin(typed)).as(typed).contains(origin));
  }

  @Test
  void whatIsNoSiteIsNone() {
    for (var typed :
        List.of(
            "",
            "*",
            "https://*.shop.example",
            "ftp://shop.example",
            "https://",
            "https://user@shop.example",
            "https://shop.example:99999",
            "https://shop.example:x",
            "https://shop .example",
            "javascript:alert(1)",
            "https://-shop.example")) assertThat(Origins.origin(typed)).as(typed).isEmpty();
  }

  @Test
  void aColourIsSeenOnWhiteAndUnderWords() {
    for (var good : List.of("#0d5c63", "#2653b0", "#000000", "#b3261e"))
      assertThat(Contrast.isEnough(good)).as(good).isTrue();
    for (var faint : List.of("#ffffff", "#ffd54a", "#9fd8e0"))
      assertThat(Contrast.isEnough(faint)).as(faint).isFalse();
    assertThat(Contrast.of("#ffffff", "#000000")).isEqualTo(21);
  }
}
