package org.hiwar.conversation;

import java.text.Normalizer;
import org.hiwar.platform.OneLine;

/// What strangers call their files, made safe: no folders, and none of what [OneLine] leaves out,
/// by which `gpj.exe` is made to look like a picture.
public final class FileName {
  private FileName() {}

  /// Never empty, [AttachmentLimits#NAME_CHARACTERS] at most; the ending stays.
  public static String safe(String typed) {
    return safe(typed, "file");
  }

  /// The same, and `fallback` when nothing is left.
  public static String safe(String typed, String fallback) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFC);
    text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    OneLine.of(text).codePoints().filter(FileName::allowed).forEach(clean::appendCodePoint);
    var name = clean.toString().strip();
    while (name.startsWith(".")) name = name.substring(1);
    name = cut(name.strip());
    return name.isEmpty() ? fallback : name;
  }

  /// No format characters, and nothing that no system lets into a name.
  private static boolean allowed(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
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
