package org.hiwar.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Texts that passed a check, remembered by their digests in a file below target. It is forgotten
/// when the classes that check have changed.
record Seen(Path file, byte[] salt, Set<String> digests) {
  static Seen load(String name, Class<?>... checkers) {
    var file = Repository.file(name);
    var digests = ConcurrentHashMap.<String>newKeySet();
    try {
      if (Files.exists(file)) digests.addAll(Files.readAllLines(file));
      return new Seen(file, salt(checkers), digests);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String text) {
    return digests.contains(digest(text));
  }

  void add(String text) {
    digests.add(digest(text));
  }

  void save() throws IOException {
    Files.write(file, digests.stream().sorted().toList());
  }

  private String digest(String text) {
    var digest = sha256();
    digest.update(salt);
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] salt(Class<?>... checkers) throws IOException {
    var digest = sha256();
    for (var checker : checkers) digest.update(bytes(checker));
    return digest.digest();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      if (in == null) throw new IllegalStateException("no class file of " + type);
      return in.readAllBytes();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
