package org.hiwar.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.MessagesBench.Length;
import org.hiwar.bench.calls.CallsBench;
import org.hiwar.bench.calls.CallsLength;
import org.hiwar.floor.FloorBench;

/// What `bench/run` runs: measures the parts it is told, one after the other, and writes
/// bench/results/<part>.jsonl. A trial (`try`) does everything shortly, prints what it saw and
/// writes nothing.
public final class Bench {
  private static final Aim IN_MEMORY = Aim.atLeast(500_000);
  private static final Aim COMMITTED = Aim.atLeast(20_000);

  private enum Part {
    FLOOR,
    MESSAGES,
    OFFER,
    CONNECTIONS,
    CALLS,
    START;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private Bench() {}

  /// Arguments: parts, or `all`; `try` among them for a trial. However it ends, what it has started
  /// ends with it.
  public static void main(String[] arguments) {
    Runtime.getRuntime().addShutdownHook(new Thread(Bench::endAllThatIsLeft));
    int code = 1;
    try {
      measure(List.of(arguments));
      code = 0;
    } catch (Exception e) {
      e.printStackTrace();
    }
    System.exit(code); // clients of many sockets leave threads behind
  }

  private static void endAllThatIsLeft() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private static void measure(List<String> words) throws Exception {
    boolean trial = words.contains("try");
    var unknown =
        words.stream()
            .filter(
                w ->
                    !w.equals("try")
                        && !w.equals("all")
                        && Arrays.stream(Part.values()).noneMatch(p -> p.word().equals(w)))
            .toList();
    if (!unknown.isEmpty())
      throw new IllegalArgumentException(
          "There is no part "
              + unknown
              + "; there are "
              + Arrays.stream(Part.values()).map(Part::word).toList()
              + " and all.");
    for (var part : Part.values())
      if (words.contains("all") || words.contains(part.word())) measure(part, trial);
  }

  private static void measure(Part part, boolean trial) throws Exception {
    double load = Machine.load();
    long from = System.nanoTime();
    var figures = figures(part, trial);
    figures.forEach(
        f ->
            System.out.printf(
                "%-12s %-10s %-34s %10s %s %s%n",
                part.word(),
                f.of(),
                f.name(),
                BenchmarkPage.number(f.median()),
                f.unit(),
                f.parameters()));
    System.out.printf("%s took %.0f s%n", part.word(), (System.nanoTime() - from) / 1e9);
    if (!trial) Results.write(part.word(), load, peers(part), figures);
  }

  private static Map<String, String> peers(Part part) throws IOException {
    return switch (part) {
      case MESSAGES, CONNECTIONS -> Peers.versions();
      case CALLS -> CallsBench.peers();
      case FLOOR, OFFER, START -> Map.of();
    };
  }

  private static List<Figure> figures(Part part, boolean trial) throws Exception {
    int repetitions = trial ? 1 : 3;
    return switch (part) {
      case FLOOR -> floor(repetitions, Duration.ofSeconds(trial ? 1 : 2));
      case MESSAGES -> MessagesBench.all(trial ? new Length(10, 3, 1) : new Length(20, 8, 3));
      case OFFER -> offers(trial ? 3 : 15, repetitions);
      case CONNECTIONS ->
          ConnectionsBench.run(trial ? 400 : ConnectionsBench.CONNECTIONS, repetitions);
      case CALLS -> CallsBench.run(trial ? CallsLength.TRIAL : CallsLength.WHOLE);
      case START -> StartBench.run(repetitions);
    };
  }

  private static List<Figure> floor(int repetitions, Duration each) throws Exception {
    var figures = new ArrayList<Figure>();
    for (var figure : FloorBench.inMemory(repetitions, each))
      figures.add(figure.aimingAt(IN_MEMORY));
    for (var figure : FloorBench.committed(repetitions, each))
      figures.add(figure.aimingAt(COMMITTED));
    return figures;
  }

  private static List<Figure> offers(double seconds, int repetitions) throws Exception {
    try (var bench = new OffersBench()) {
      return bench.run(seconds, repetitions);
    }
  }
}
