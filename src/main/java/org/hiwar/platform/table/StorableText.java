package org.hiwar.platform.table;

/// Texts of files on their way into the database.
public final class StorableText {
  private StorableText() {}

  /// Whether it is made of whole characters, none of which controls anything but the end of a line
  /// and a tab.
  public static boolean is(String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c < ' ' && c != '\n' && c != '\t' || Character.isSurrogate(c) && !paired(value, at))
        return false;
    }
    return true;
  }

  private static boolean paired(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
  }

  /// Of any text what can be stored and shown, `most` characters of it: never half a one.
  public static String cut(String value, int most) {
    var stored = value.replace('\0', '\ufffd');
    return whole(stored.length() <= most ? stored : stored.substring(0, most));
  }

  private static String whole(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
