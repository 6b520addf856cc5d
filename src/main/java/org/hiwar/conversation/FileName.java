package org.hiwar.conversation;

import java.text.Normalizer;

/// What strangers call their files, made safe: no folders, no control characters, and none of those
/// that turn the direction of writing, by which `gpj.exe` is made to look like a picture.
public final class FileName {
  private FileName() {}

  /// Never empty, [AttachmentLimits#NAME_CHARACTERS] at most; the ending stays.
  public static String safe(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(FileName::allowed)
        .forEach(clean::appendCodePoint);
    var name = clean.toString().strip();
    while (name.startsWith(".")) name = name.substring(1);
    name = cut(name.strip());
    return name.isEmpty() ? "file" : name;
  }

  /// No control and format characters, halves of characters, or what no system lets into a name.
  private static boolean allowed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> "\"*:<>?|".indexOf(c) < 0;
    };
  }

  private static String cut(String name) {
    if (name.length() <= AttachmentLimits.NAME_CHARACTERS) return name;
    int dot = name.lastIndexOf('.');
    var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int keep = AttachmentLimits.NAME_CHARACTERS - ending.length();
    if (Character.isHighSurrogate(name.charAt(keep - 1))) keep--;
    return name.substring(0, keep) + ending;
  }
}
