package org.hiwar.testing;

import java.util.List;

/// What people write who mean harm, or whose telephone is broken. Characters that are not seen are
/// written as escapes, so that a reader sees them.
public final class HostileTexts {
  public static final int MESSAGE = 4_000;

  public static final String SCRIPT =
      "<script>document.title='ran'</script><img src=x onerror=alert(1)>";

  /// `exe.` and, turned around, `gpj`: it reads like a picture.
  public static final String TURNED = "exe.\u202Egpj";

  /// One letter with three thousand marks.
  public static final String TALL = "Z" + "\u0301\u0323\u0489".repeat(1_000);

  public static final List<String> ALL =
      List.of(
          SCRIPT,
          "\"'><svg/onload=alert(1)>{{customer.name}}${7*7}javascript:alert(1)",
          "=HYPERLINK(\"http://x.example\",\"a\")",
          "'; drop table message; --",
          TURNED,
          "\u2067\u202D\u202Eabc\u2066", // isolates and overrides that nobody closes
          "a\u200B\u2060\uFEFF\u00ADb\u200E\u200F\u061C",
          "\u0007\u001B[31mred\u001B[0m\u0085\u009F",
          TALL,
          "\u0301".repeat(MESSAGE),
          "W".repeat(MESSAGE),
          "\uFDFD".repeat(MESSAGE), // one character, as wide as a sentence
          "\n".repeat(200) + "far below",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \uDB40\uDC67");

  private HostileTexts() {}
}
