package org.hiwar.sms.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that a request is of the provider: HMAC-SHA-256 of the body as it came, in hexadecimal,
/// with or without `sha256=` before it.
final class Signature {
  private static final String PREFIX = "sha256=";

  private Signature() {}

  /// Compares in a time that tells nothing. Without a secret nothing is good.
  static boolean isGood(String secret, byte[] body, String given) {
    if (secret.isEmpty()) return false;
    var text = given.strip().toLowerCase(Locale.ROOT);
    var hex = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    return MessageDigest.isEqual(
        of(secret, body).getBytes(StandardCharsets.US_ASCII), hex.getBytes(StandardCharsets.UTF_8));
  }

  static String of(String secret, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
