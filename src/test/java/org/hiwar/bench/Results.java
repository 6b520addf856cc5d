package org.hiwar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The files bench/results/*.jsonl: a line a figure, with what has to stand beside it.
final class Results {
  static final Path FOLDER = Path.of("bench/results");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Results() {}

  /// One line of a results file. `load` is the load average just before the measuring; `peers` the
  /// versions of what was measured beside Hiwar, empty when nothing was; `others` the share of the
  /// machine's processors that other programs used while it was measured, null in older results;
  /// `missing` what the run did not measure, null when it is whole.
  record Line(
      String benchmark,
      String commit,
      String date,
      Map<String, String> machine,
      double load,
      @Nullable Double others,
      Map<String, String> peers,
      @Nullable String missing,
      Figure figure) {
    /// The same of another figure of the run.
    Line with(Figure other) {
      return new Line(benchmark, commit, date, machine, load, others, peers, missing, other);
    }
  }

  /// Replaces the results of a benchmark: the newest run is printed, older ones are in the history
  /// of the repository.
  static void write(Path folder, String benchmark, List<Line> lines) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(benchmark + ".jsonl"),
        lines.stream().map(JSON::writeValueAsString).toList());
  }

  static List<Line> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
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

  static String commit() throws IOException {
    var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
