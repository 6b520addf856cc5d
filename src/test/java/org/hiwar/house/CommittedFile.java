package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the repository that is printed from the code. It is committed, so that it can be read
/// and its changes reviewed, and a test keeps it true:
/// `CommittedFile.at("docs/state-machines.md").mustSay(printed, getClass())`.
///
/// With `-Dwrite` the same test rewrites the file instead of comparing it; this is the only switch
/// of its kind.
public final class CommittedFile {
  /// Whether this run writes what it prints instead of comparing it.
  static final boolean WRITE = System.getProperty("write") != null;

  private final String name;
  private final Path file;
  private final boolean write;

  CommittedFile(Path root, String name, boolean write) {
    this.name = name;
    this.file = root.resolve(name);
    this.write = write;
  }

  /// A file named from the root of the repository. It need not exist yet.
  public static CommittedFile at(String name) {
    return new CommittedFile(Repository.ROOT, name, WRITE);
  }

  /// Holds when the committed file says exactly `printed`; otherwise the failure names the command
  /// that rewrites it.
  public void mustSay(String printed, Class<?> test) {
    if (write) write(printed);
    else assertThat(read()).as(advice(test)).isEqualTo(printed);
  }

  private String advice(Class<?> test) {
    return "%s is printed from the code and is stale. To rewrite it: mvn test -Dtest=%s -Dwrite"
        .formatted(name, test.getSimpleName());
  }

  /// The text of the file; empty when there is none.
  private String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
