package org.hiwar.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.hiwar.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the files of imports lie while they are brought in: a folder of ours, which is emptied at
/// each start, because an import does not outlive its process.
public final class ImportFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);
  private static final int BUFFER = 64 * 1024;

  private final Path folder;
  private final long mostBytes;

  /// The folder is made when there is none.
  public ImportFiles(Path folder, long mostBytes) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.mostBytes = mostBytes;
    try (var left = Files.list(folder)) {
      for (var file : left.toList()) {
        LOG.info("The file {} of an import that did not end is deleted", file.getFileName());
        Files.deleteIfExists(file);
      }
    }
  }

  public long mostBytes() {
    return mostBytes;
  }

  /// Refuses a file that says itself that it is too large, before any of it is read. `announced`
  /// -1: it says nothing.
  public void requireFits(long announced) {
    if (announced > mostBytes) throw tooLarge();
  }

  /// Keeps a file, readable for this user alone.
  public Path receive(InputStream body) throws IOException {
    var file =
        Files.createTempFile(
            folder,
            "import-",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var to = Files.newOutputStream(file)) {
      var buffer = new byte[BUFFER];
      long received = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        received += read;
        if (received > mostBytes) throw tooLarge();
        to.write(buffer, 0, read);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Refusal tooLarge() {
    return Refusal.tooLarge(
        "import-too-large",
        "The file is larger than "
            + mostBytes
            + " bytes. Divide it, or ask for a larger HIWAR_IMPORT_MAX.");
  }
}
