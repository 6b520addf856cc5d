package org.hiwar.voice.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The strongest first.
public enum Algorithm {
  SHA_256("SHA-256"),
  MD5("MD5");

  private final String name;

  Algorithm(String name) {
    this.name = name;
  }

  /// Empty for those that we do not speak; session variants are among them.
  public static Optional<Algorithm> named(String name) {
    for (var some : values()) if (some.name.equalsIgnoreCase(name)) return Optional.of(some);
    return Optional.empty();
  }

  /// In lower-case hexadecimal, as digests are written.
  String hash(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
