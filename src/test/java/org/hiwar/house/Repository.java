package org.hiwar.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds pom.xml, whichever folder the tests were started in.
public final class Repository {
  public static final Path ROOT = root();

  private Repository() {}

  /// A file or folder named from the root.
  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  /// The name of a file from the root, as it is written in documents.
  public static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /// The text of a file named from the root; it must exist.
  public static String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("pom.xml"))) {
      var above = folder.getParent();
      if (above == null) throw new IllegalStateException("the tests run outside the repository");
      folder = above;
    }
    return folder;
  }
}
