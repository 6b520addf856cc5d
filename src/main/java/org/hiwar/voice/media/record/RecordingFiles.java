package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the files of recordings are, below one folder, for its owner alone to read.
///
/// `name.recording` is being written, `name.wav` is whole, `name.opus` is what is kept, with its
/// `name.peaks`.
final class RecordingFiles {
  private static final String WRITING = ".recording";
  private static final String WAV = ".wav";
  private static final String OPUS = ".opus";
  private static final String ENCODING = ".opus-unfinished";
  private static final String PEAKS = ".peaks";

  /// One or more folders and a name. No dots, so nothing outside can be meant.
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,64}(/[\\w-]{1,64}){0,4}");

  private final Path folder;

  RecordingFiles(Path folder) {
    this.folder = folder;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Makes the file of a new recording.
  Path create(String name) throws IOException {
    if (!isName(name)) throw new IllegalArgumentException("no name of a recording");
    for (var used : List.of(WAV, OPUS))
      if (Files.exists(path(name, used))) throw new FileAlreadyExistsException(name);
    var file = path(name, WRITING);
    makeFolder(file.toAbsolutePath().getParent());
    return Files.createFile(file, forOwner("rw-------"));
  }

  Path wav(String name) {
    return path(name, WAV);
  }

  Path opus(String name) {
    return path(name, OPUS);
  }

  Path encoding(String name) {
    return path(name, ENCODING);
  }

  Path peaks(String name) {
    return path(name, PEAKS);
  }

  /// Recordings that a crash has cut off.
  List<String> unfinished() throws IOException {
    return names(WRITING);
  }

  /// Recordings that are not encoded yet.
  List<String> unencoded() throws IOException {
    return names(WAV);
  }

  /// It is whole.
  Path finish(String name) throws IOException {
    return Files.move(path(name, WRITING), path(name, WAV));
  }

  Path unfinished(String name) {
    return path(name, WRITING);
  }

  /// Whatever there may be of it.
  List<Path> all(String name) {
    if (!isName(name)) throw new IllegalArgumentException("no name of a recording");
    return Stream.of(WRITING, WAV, ENCODING, OPUS, PEAKS).map(end -> path(name, end)).toList();
  }

  private List<String> names(String ending) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .filter(RecordingFiles::isName)
          .sorted()
          .toList();
    }
  }

  private Path path(String name, String ending) {
    return folder.resolve(name + ending);
  }

  private static void makeFolder(@Nullable Path parent) throws IOException {
    if (parent != null) Files.createDirectories(parent, forOwner("rwx------"));
  }

  /// Nothing where the file system knows no such permissions.
  private static FileAttribute<?>[] forOwner(String permissions) {
    var known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (!known) return new FileAttribute<?>[0];
    var only = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(only)};
  }
}
