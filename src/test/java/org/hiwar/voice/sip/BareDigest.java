package org.hiwar.voice.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A digest reckoned as RFC 7616 writes it down, and with nothing of the code that is tested.
final class BareDigest {
  private BareDigest() {}

  static String response(
      String algorithm, String user, String realm, String password, String... rest) {
    var a1 = hash(algorithm, user + ":" + realm + ":" + password);
    var nonce = rest[0];
    var count = rest[1];
    var cnonce = rest[2];
    var a2 = hash(algorithm, rest[3] + ":" + rest[4]);
    return hash(algorithm, String.join(":", a1, nonce, count, cnonce, "auth", a2));
  }

  static String parameter(String header, String name) {
    var found = Pattern.compile("\\b" + name + "=\"?([^\",]*)\"?").matcher(header);
    if (!found.find()) throw new AssertionError("no " + name + " in " + header);
    return found.group(1);
  }

  private static String hash(String algorithm, String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
