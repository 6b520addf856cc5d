package org.hiwar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The files bench/results/*.jsonl: a line a figure, with what has to stand beside it.
final class Results {
  static final Path FOLDER = Path.of("bench/results");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Results() {}

  /// One line of a results file. `load` is the load average just before the measuring; `peers` the
  /// versions of what was measured beside Hiwar, empty when nothing was.
  record Line(
      String benchmark,
      String commit,
      String date,
      Map<String, String> machine,
      double load,
      Map<String, String> peers,
      Figure figure) {}

  /// Replaces the results of a benchmark: the newest run is printed, older ones are in the history
  /// of the repository.
  static void write(String benchmark, double load, Map<String, String> peers, List<Figure> figures)
      throws IOException {
    Files.createDirectories(FOLDER);
    var date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    var commit = commit();
    var machine = Machine.description();
    Files.write(
        FOLDER.resolve(benchmark + ".jsonl"),
        figures.stream()
            .map(
                f ->
                    JSON.writeValueAsString(
                        new Line(benchmark, commit, date, machine, load, peers, f)))
            .toList());
  }

  static List<Line> read() throws IOException {
    if (!Files.isDirectory(FOLDER)) return List.of();
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(f -> f.toString().endsWith(".jsonl"))
          .sorted()
          .flatMap(Results::lines)
          .toList();
    }
  }

  private static Stream<Line> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(l -> JSON.readValue(l, Line.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commit() throws IOException {
    var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
