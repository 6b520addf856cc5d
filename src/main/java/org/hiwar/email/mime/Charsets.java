package org.hiwar.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns bytes of strangers into text. What they say of their charset is followed where it can be;
/// where it is missing, unknown or plainly wrong, bytes that are UTF-8 are read as such, and others
/// in the charset that is likely for the language.
public final class Charsets {
  private static final Charset ARABIC = Charset.forName("windows-1256");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// Names that are met and that Java does not know, or that stand for more than they say.
  private static final Map<String, Charset> ALIASES =
      Map.of(
          "iso-8859-1", WESTERN,
          "latin1", WESTERN,
          "cp-1256", ARABIC,
          "x-cp1256", ARABIC,
          "x-windows-1256", ARABIC,
          "windows1256", ARABIC,
          "iso-8859-6-i", Charset.forName("ISO-8859-6"),
          "iso-8859-6-e", Charset.forName("ISO-8859-6"),
          "iso-8859-8-i", Charset.forName("ISO-8859-8"),
          "utf-8-mac", StandardCharsets.UTF_8);

  private final Charset likely;

  /// @param language (ar, en…) that customers of this mailbox write; empty: not known
  public Charsets(String language) {
    likely = language.startsWith("ar") ? ARABIC : WESTERN;
  }

  /// @param declared as the mail says it; empty: it says nothing
  public String text(byte[] bytes, String declared) {
    var named = find(declared);
    boolean says =
        named.isPresent()
            && !named.get().equals(StandardCharsets.US_ASCII)
            && !named.get().equals(StandardCharsets.UTF_8);
    if (says) return new String(bytes, named.orElseThrow());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      // UTF-8 that is only damaged is still recognised by most of its characters.
      var text = new String(bytes, StandardCharsets.UTF_8);
      long damaged = text.chars().filter(c -> c == '\uFFFD').count();
      long foreign = text.chars().filter(c -> c > 0x7F).count();
      return damaged * 4 < foreign ? text : new String(bytes, likely);
    }
  }

  static Optional<Charset> find(String declared) {
    var name = declared.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 60) return Optional.empty();
    var alias = ALIASES.get(name);
    if (alias != null) return Optional.of(alias);
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
