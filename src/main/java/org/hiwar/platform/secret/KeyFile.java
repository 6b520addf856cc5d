package org.hiwar.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.platform.BadSetup;
import org.jspecify.annotations.Nullable;

/// The key of a [SecretBox]: 256 random bits in a file that only its owner may read, made when it
/// is first asked for. A copy of the database opens only together with it.
public final class KeyFile implements Supplier<SecretKey> {
  public static final String NAME = "secrets.key";
  private static final int KEY_BYTES = 32;

  private final Supplier<Path> folder;
  private final SecureRandom random;
  private @Nullable SecretKey key;

  /// @param folder asked for with the key, and not before
  public KeyFile(Supplier<Path> folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  @Override
  public synchronized SecretKey get() {
    if (key != null) return key;
    var file = folder.get().resolve(NAME);
    try {
      if (!Files.exists(file)) write(file);
      var read = read(file);
      key = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SecretKey read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IllegalArgumentException _) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES)
      throw new BadSetup(
          "The file "
              + file
              + " is no key; put the one there with which passwords of channels were stored,"
              + " or remove the file and enter them again.");
    return new SecretKeySpec(bytes, "AES");
  }

  /// The file appears with its whole content or not at all, and is never readable for others.
  private void write(Path file) throws IOException {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    var fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
