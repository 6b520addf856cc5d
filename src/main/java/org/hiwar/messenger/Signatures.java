package org.hiwar.messenger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What signatures are made of. Comparing takes the same time wherever the difference is, so that
/// nobody learns a signature byte by byte.
public final class Signatures {
  private static final String HMAC = "HmacSHA256";

  private Signatures() {}

  /// HMAC-SHA256 (RFC 2104) over the parts, one behind the other. `key` must not be empty.
  public static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (var part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  /// A secret that is not set equals nothing, not even empty text.
  public static boolean same(String secret, String given) {
    return !secret.isEmpty() && same(utf8(secret), utf8(given));
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// A name for a delivery to which its provider gives none: the same bytes have the same name.
  public static String nameOf(byte[] body) {
    try {
      return "sha256:" + hex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
