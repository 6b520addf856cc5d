package org.hiwar.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.hiwar.platform.BadSetup;

/// Where the server's files lie and as whom it runs. `folder` is the data folder itself, or, for
/// the user *nobody*, a folder of its own under `/var/lib/hiwar`; then the data folder holds a note
/// of it.
record ServerPlace(Path folder, ServerAccount account) {
  private static final String NOTE = "database-is-in";
  private static final Path REACHABLE = Path.of("/var/lib/hiwar");

  static ServerPlace of(Path data) throws IOException {
    return of(data, isRoot(), ServerPlace::namespacesAllowed, REACHABLE);
  }

  static ServerPlace of(Path data, boolean root, BooleanSupplier namespacesAllowed, Path reachable)
      throws IOException {
    if (!root) return new ServerPlace(data, new ServerAccount.Own());
    var note = data.resolve(NOTE);
    if (Files.exists(note))
      return new ServerPlace(Path.of(Files.readString(note).strip()), new ServerAccount.Nobody());
    if (namespacesAllowed.getAsBoolean())
      return new ServerPlace(data, new ServerAccount.UserNamespace());
    if (Files.exists(data.resolve("database")))
      throw new BadSetup(
          "The database in "
              + data
              + " was made where root may make user namespaces, which is refused here; allow them,"
              + " or give the folder to an ordinary user (chown -R) and start as that user.");
    var folder = reachable.resolve(nameFor(data));
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.writeString(note, folder + "\n");
    return new ServerPlace(folder, new ServerAccount.Nobody());
  }

  private static String nameFor(Path data) {
    try {
      var hash =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(data.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static boolean namespacesAllowed() {
    try {
      return new ProcessBuilder("unshare", "-U", "--", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
