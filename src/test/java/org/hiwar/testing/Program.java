package org.hiwar.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/// What processes of Hiwar are started from: the classes as they are compiled or, where the build
/// says that it has packed them (`hiwar.jar`), its jar. From a jar a start is cheaper: its classes
/// are read and linked once, at a first start that writes them down (the ahead-of-time cache of the
/// JDK), and taken from there by all that follow.
final class Program {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path CLASSES = TARGET.resolve("classes");
  private static final Path TEST_CLASSES = TARGET.resolve("test-classes");
  private static final Path CACHE = TARGET.resolve("hiwar.aot");
  private static final String MAIN = "org.hiwar.app.Hiwar";

  private Program() {}

  private static final class Found {
    static final List<String> ARGUMENTS = find();
  }

  /// The arguments of `java` that name it, the last of them its main class.
  static List<String> arguments() {
    return Found.ARGUMENTS;
  }

  private static List<String> find() {
    var own = Objects.requireNonNull(System.getProperty("java.class.path"));
    var packed = System.getProperty("hiwar.jar");
    if (packed == null) return List.of("-cp", own, MAIN);
    var path = new ArrayList<String>();
    for (var entry : own.split(File.pathSeparator)) {
      var place = Path.of(entry).toAbsolutePath();
      if (place.equals(CLASSES)) path.add(packed);
      else if (!place.equals(TEST_CLASSES)) path.add(entry);
    }
    try {
      return withCache(
          Path.of(packed), List.of("-cp", String.join(File.pathSeparator, path), MAIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  private static List<String> withCache(Path jar, List<String> program) throws IOException {
    if (Files.notExists(CACHE) || time(CACHE).compareTo(time(jar)) < 0) make(program);
    if (Files.notExists(CACHE)) return program;
    // A JVM that cannot use it says nothing of it, and starts as without.
    var all = new ArrayList<>(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot*=off,cds*=off"));
    all.addAll(program);
    return all;
  }

  /// By a whole first start, and a stop.
  private static void make(List<String> program) throws IOException {
    var data = Files.createTempDirectory(TARGET, "aot-").toAbsolutePath();
    var written = data.resolve("hiwar.aot");
    var command = new ArrayList<String>();
    command.add(HiwarProcess.JAVA);
    command.add("-XX:AOTCacheOutput=" + written);
    command.addAll(program);
    var settings = Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString());
    HiwarProcess.lendPrograms(data);
    try (var hiwar = HiwarProcess.command(command, settings)) {
      hiwar.awaitAddress();
      hiwar.handle().destroy();
      hiwar.awaitEnd();
      if (Files.exists(written)) Files.move(written, CACHE, StandardCopyOption.REPLACE_EXISTING);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }
}
