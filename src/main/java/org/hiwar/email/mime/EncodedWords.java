package org.hiwar.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// Decodes the words of headers that are encoded (RFC 2047). Neighbouring words of one charset are
/// put together before they are decoded: many programs cut a letter of several bytes in two.
final class EncodedWords {
  /// The third part has no upper limit here: the header has.
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*\\s]{1,60})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?\\s]*+)\\?=");

  private final Charsets charsets;

  EncodedWords(Charsets charsets) {
    this.charsets = charsets;
  }

  String decode(String text) {
    if (!text.contains("=?")) return text;
    var decoded = new StringBuilder();
    var bytes = new ByteArrayOutputStream();
    var charset = "";
    int end = 0;
    var word = WORD.matcher(text);
    while (word.find()) {
      var between = text.substring(end, word.start());
      boolean goesOn = bytes.size() > 0 && between.isBlank();
      if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
        decoded.append(charsets.text(bytes.toByteArray(), charset));
        bytes.reset();
        if (!goesOn) decoded.append(between);
      }
      charset = word.group(1);
      bytes.writeBytes(
          word.group(2).toLowerCase(Locale.ROOT).equals("b")
              ? base64(word.group(3))
              : quoted(word.group(3)));
      end = word.end();
    }
    decoded.append(charsets.text(bytes.toByteArray(), charset));
    return decoded.append(text, end, text.length()).toString();
  }

  /// Where the encoded word ends that begins here; `at` itself when none does.
  static int end(String text, int at) {
    if (!text.startsWith("=?", at)) return at;
    var word = WORD.matcher(text).region(at, text.length());
    return word.lookingAt() ? word.end() : at;
  }

  /// As far as it is Base64.
  private static byte[] base64(String text) {
    var clean = text.replaceAll("[^A-Za-z0-9+/]", "");
    if (clean.length() % 4 == 1) clean = clean.substring(0, clean.length() - 1);
    return Base64.getDecoder().decode(clean);
  }

  private static byte[] quoted(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') bytes.write(' ');
      else if (c == '=' && hex(text, i + 1) >= 0) {
        bytes.write(hex(text, i + 1));
        i += 2;
      } else bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /// The value of two hexadecimal digits, -1 when they are none.
  private static int hex(String text, int at) {
    if (at + 1 >= text.length()) return -1;
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
