package org.hiwar.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hiwar.platform.BadSetup;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, taken from the archive on the class path.
final class PostgresBinaries {
  /// Names the folder, so that a new version unpacks beside an old one.
  static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /// The folder that holds `bin`, `lib` and `share`, under `parent`; unpacked there when it is not
  /// yet. Several processes may unpack at once: each into a folder of its own, and the first to
  /// finish gives it its name.
  static Path unpacked(Path parent) throws IOException {
    var home = parent.resolve("postgres-" + VERSION);
    if (Files.isDirectory(home)) return home;
    Files.createDirectories(parent);
    var fresh = Files.createTempDirectory(parent, "unpacking-");
    unpack(fresh);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
      deleteTree(fresh);
    }
    return home;
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) return;
    try (var paths = Files.walk(root)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    }
  }

  private static void unpack(Path target) throws IOException {
    try (var packed = archive();
        var tar =
            new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target))
          throw new IOException("entry outside of the archive: " + entry.getName());
        write(entry, tar, path);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      boolean executable = (entry.getMode() & 0111) != 0;
      if (executable && !path.toFile().setExecutable(true, false))
        throw new IOException("not executable: " + path);
    }
  }

  private static InputStream archive() {
    var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    var name =
        switch (system) {
          case "Linux amd64" -> "/postgres-linux-x86_64.txz";
          case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
          default ->
              throw new BadSetup(
                  "The embedded PostgreSQL runs on Linux (x86-64, ARM64), not on "
                      + system
                      + "; name a PostgreSQL 18 of your own with HIWAR_DB_URL, HIWAR_DB_USER and"
                      + " HIWAR_DB_PASSWORD.");
        };
    var stream = PostgresBinaries.class.getResourceAsStream(name);
    if (stream == null) throw new IllegalStateException("not on the class path: " + name);
    return stream;
  }
}
