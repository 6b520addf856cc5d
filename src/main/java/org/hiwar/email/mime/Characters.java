package org.hiwar.email.mime;

import org.hiwar.platform.OneLine;

/// Takes out of texts of strangers what is no text: control characters, halves of characters, and
/// in lines also what [OneLine] leaves out.
public final class Characters {
  private Characters() {}

  /// Several lines; ends of lines become `\n`.
  public static String lines(String text, int most) {
    var clean = new StringBuilder(Math.min(text.length(), most));
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isControl(c))
        .takeWhile(c -> clean.length() + Character.charCount(c) <= most)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /// One line: whatever is white becomes one blank.
  public static String line(String text, int most) {
    var clean = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.isWhitespace(c) || !isControl(c))
        .takeWhile(c -> clean.length() + Character.charCount(c) <= 4 * most)
        .forEach(clean::appendCodePoint);
    var line = OneLine.of(clean.toString()).replaceAll(" {2,}", " ");
    return line.length() <= most ? line : OneLine.cut(line, most - 1) + "…";
  }

  /// Whether an address has only what is seen.
  static boolean plain(String address) {
    return address
        .codePoints()
        .noneMatch(c -> isControl(c) || Character.getType(c) == Character.FORMAT);
  }

  static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF;
  }
}
