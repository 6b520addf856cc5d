package org.hiwar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.bench.Results.Line;

/// The figures of one benchmark as they come. Each is printed and written at once, so that a run
/// that ends early leaves what it has measured, and says that it is not whole. The first figure
/// replaces the results of the run before; without one these stay.
public final class Sheet {
  private static final String UNFINISHED = "the run did not come to its end";

  private final String benchmark;
  private final Optional<Path> folder;
  private final Map<String, String> peers;
  private final double load;
  private final long began = System.nanoTime();
  private final long busyBefore = Machine.busyNanos();
  private final long ownBefore = Machine.ownNanos();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /// @param load the load average before anything was measured
  /// @param folder of the results; empty in a trial, which keeps nothing
  Sheet(String benchmark, double load, Map<String, String> peers, Optional<Path> folder) {
    this.benchmark = benchmark;
    this.load = load;
    this.peers = new LinkedHashMap<>(peers);
    this.folder = folder;
  }

  public void add(Figure figure) throws IOException {
    figures.add(figure);
    System.out.printf(
        "%-15s %-10s %-44s %10s %s %s%n",
        benchmark,
        figure.of(),
        figure.name(),
        BenchmarkPage.number(figure.median()),
        figure.unit(),
        figure.parameters());
    write(UNFINISHED);
  }

  public void add(List<Figure> more) throws IOException {
    for (var figure : more) add(figure);
  }

  /// Something could not be measured; what else there is goes on.
  public void missing(String what, Exception why) throws IOException {
    why.printStackTrace();
    missing.add(what + " (" + why.getMessage() + ")");
    write(UNFINISHED);
  }

  /// All was tried. Whether all was measured.
  public boolean finish() throws IOException {
    write("");
    return missing.isEmpty();
  }

  private void write(String more) throws IOException {
    if (folder.isEmpty() || figures.isEmpty()) return;
    var lacking = new ArrayList<>(missing);
    if (!more.isEmpty()) lacking.add(more);
    var line =
        new Line(
            benchmark,
            Results.commit(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            Machine.description(),
            load,
            ofOthers(),
            peers,
            lacking.isEmpty() ? null : String.join("; ", lacking),
            figures.getFirst());
    Results.write(folder.get(), benchmark, figures.stream().map(line::with).toList());
  }

  /// The share of the processors that other programs have used since the sheet was begun.
  private double ofOthers() {
    double all = (System.nanoTime() - began) * (double) Runtime.getRuntime().availableProcessors();
    long busy = Machine.busyNanos() - busyBefore;
    long own = Machine.ownNanos() - ownBefore;
    return Math.clamp((busy - own) / all, 0, 1);
  }
}
