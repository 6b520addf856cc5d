package org.hiwar.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.bench.Results.Line;

/// Prints docs/benchmarks.md from the results. Nothing on that page is typed by hand.
final class BenchmarkPage {
  private static final Map<String, String> TITLES = titles();

  private BenchmarkPage() {}

  private static Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    titles.put("floor", "Decisions of the floor");
    titles.put("offer", "From a chat's arrival to its offer");
    titles.put("messages", "Messages stored and delivered, beside relays that store nothing");
    titles.put("connections", "Memory of an idle connection");
    titles.put("calls", "Calls");
    titles.put("start", "Start, and memory at rest");
    return titles;
  }

  static String print(List<Line> lines) {
    var page =
        new StringBuilder(
            """
            # Benchmarks

            Printed from `bench/results/*.jsonl` by `BenchmarkPageTest`; `bench/run` measures anew. Load generator, server and
            database share one machine, so throughput figures are lower bounds; ratios under 1.5 are noise. A figure is the
            median of its repetitions, with the smallest and the largest beside it. An aim that was missed says so.
            """);
    var byBenchmark =
        lines.stream()
            .collect(
                Collectors.groupingBy(Line::benchmark, LinkedHashMap::new, Collectors.toList()));
    for (var title : TITLES.entrySet()) {
      var section = byBenchmark.get(title.getKey());
      if (section != null) page.append(section(title.getValue(), section));
    }
    return page.toString();
  }

  private static String section(String title, List<Line> lines) {
    var first = lines.getFirst();
    var facts = new ArrayList<String>();
    facts.add("commit " + first.commit());
    facts.add(first.date());
    facts.add("load before " + number(first.load()));
    first.machine().forEach((name, value) -> facts.add(name + " " + value));
    first.peers().forEach((name, version) -> facts.add(name + " " + version));
    var rows = lines.stream().map(BenchmarkPage::row).collect(Collectors.joining("\n"));
    return """

    ## %s

    %s

    | Figure | Of | Conditions | Median | Smallest to largest | Runs | Aim |
    | --- | --- | --- | ---: | ---: | ---: | --- |
    %s
    """
        .formatted(title, String.join(" · ", facts), rows);
  }

  private static String row(Line line) {
    var f = line.figure();
    var conditions =
        f.parameters().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s | %s %s | %s to %s | %d | %s |"
        .formatted(
            f.name(),
            f.of(),
            conditions,
            number(f.median()),
            f.unit(),
            number(f.smallest()),
            number(f.largest()),
            f.values().size(),
            aim(f));
  }

  private static String aim(Figure f) {
    var aim = f.aim();
    if (aim == null) return "";
    return (aim.metBy(f.median()) ? "met: " : "**missed**: ")
        + (aim.atLeast() ? "at least " : "at most ")
        + number(aim.value());
  }

  static String number(double value) {
    if (Math.abs(value) >= 100 || value == Math.rint(value))
      return String.format(Locale.ROOT, "%,.0f", value);
    return String.format(Locale.ROOT, Math.abs(value) >= 1 ? "%.1f" : "%.2f", value);
  }
}
