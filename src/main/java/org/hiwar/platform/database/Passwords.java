package org.hiwar.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A random password kept in a file that only its owner may read.
final class Passwords {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /// Reads the password in `file`, or makes one and writes it there.
  static String in(Path file) throws IOException {
    if (Files.exists(file)) return Files.readString(file).strip();
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    var password = HexFormat.of().formatHex(bytes);
    write(file, password);
    return password;
  }

  /// The file appears with its whole content or not at all, and is never readable for others.
  private static void write(Path file, String password) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, password);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
