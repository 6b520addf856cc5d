package org.hiwar.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.regex.Pattern;

/// Where the contents of attachments are, below one folder, for its owner alone to read. Names are
/// ours, made of ids: what a sender calls a file never becomes a path.
final class AttachmentFiles {
  private static final Pattern NAME = Pattern.compile("\\d{1,19}/\\d{1,19}(-\\d{1,3})?");

  private static final String UNFINISHED = "unfinished-";

  private final Path folder;

  AttachmentFiles(Path folder) {
    this.folder = folder;
  }

  /// In place of what was there: it is either the old content or all of the new.
  void write(String name, byte[] content) {
    var file = path(name);
    try {
      Files.createDirectories(file.getParent(), forOwner("rwx------"));
      var unfinished = unfinished(content.length);
      try (var to = Files.newOutputStream(unfinished, StandardOpenOption.SYNC)) {
        to.write(content);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An empty file for what is still coming; whoever asks for it moves it away or deletes it.
  ///
  /// @param bytes that may come
  Path unfinished(long bytes) throws IOException {
    Files.createDirectories(folder, forOwner("rwx------"));
    if (Files.getFileStore(folder).getUsableSpace() < AttachmentLimits.SPARE_BYTES + bytes)
      throw new IOException("the disk of the attachments is nearly full");
    return Files.createTempFile(folder, UNFINISHED, "", forOwner("rw-------"));
  }

  /// What has come is whole: from now on it has this name.
  void keep(Path unfinished, String name) throws IOException {
    var file = path(name);
    Files.createDirectories(file.getParent(), forOwner("rwx------"));
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Deletes what was being written when a process ended.
  void sweep(Instant before) {
    if (!Files.isDirectory(folder)) return;
    try (var all = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (var one : all)
        if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) Files.deleteIfExists(one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    if (!NAME.matcher(name).matches())
      throw new IllegalArgumentException("no name of an attachment");
    return folder.resolve(name).toAbsolutePath();
  }

  /// Nothing where the file system knows no such permissions.
  private static FileAttribute<?>[] forOwner(String permissions) {
    var known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (!known) return new FileAttribute<?>[0];
    var only = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(only)};
  }
}
