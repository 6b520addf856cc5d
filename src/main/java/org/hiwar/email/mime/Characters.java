package org.hiwar.email.mime;

/// Takes out of texts of strangers what is no text: control characters, halves of characters, and
/// in lines also what turns the direction of writing.
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
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> !isControl(c) && !turns(c))
        .takeWhile(c -> clean.length() + Character.charCount(c) <= 4 * most)
        .forEach(clean::appendCodePoint);
    var line = clean.toString().strip().replaceAll(" {2,}", " ");
    if (line.length() <= most) return line;
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }

  /// Whether an address has only what is seen.
  static boolean plain(String address) {
    return address
        .codePoints()
        .noneMatch(c -> isControl(c) || turns(c) || Character.getType(c) == Character.FORMAT);
  }

  static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF;
  }

  /// Marks, embeddings, overrides and isolates of direction.
  static boolean turns(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
