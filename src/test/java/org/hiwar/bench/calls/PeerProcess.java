package org.hiwar.bench.calls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of a Debian package that is measured beside Hiwar, started here and ended here; never
/// the service of the package.
final class PeerProcess implements AutoCloseable {
  private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/sbin", "/usr/local/bin");
  private final Process process;

  PeerProcess(List<String> command) throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /// Empty when its package is not installed.
  static Optional<String> found(String program) {
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, program))
        .filter(java.nio.file.Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /// The first line that it says about itself.
  static String version(String... command) throws IOException {
    var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (Stream<String> lines = asked.inputReader().lines()) {
      return lines.map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("unknown");
    }
  }

  ProcessHandle handle() {
    if (!process.isAlive())
      throw new IllegalStateException(process.info() + " ended with " + process.exitValue());
    return process.toHandle();
  }

  int await(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) throw new IllegalStateException("it hangs");
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(5, TimeUnit.SECONDS)) all.forEach(ProcessHandle::destroyForcibly);
  }
}
