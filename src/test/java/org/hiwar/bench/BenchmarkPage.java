package org.hiwar.bench;

import java.util.ArrayList;
import java.util.Comparator;
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
    titles.put(
        "calls-set-up", "Calls through the queue, beside servers that only answer or pass on");
    titles.put("calls-hand-off", "From a caller's hang-up to the agent's next ring");
    titles.put("calls-rate", "Calls a second");
    titles.put("calls-relay", "Calls in which everybody talks");
    titles.put("calls-recording", "Calls in which everybody talks and all is recorded");
    titles.put("records-import", "A list brought in, beside COPY");
    titles.put("records-hand-out", "Calling records handed out, beside bare claims");
    titles.put("records-pop-up", "From the end of a review to the pop-up of the next record");
    titles.put("records-reports", "Reports over a year of attempts");
    titles.put("channels-arrivals", "Webhooks and SMPP: from arrival to the agent's screen");
    titles.put("channels-mails", "Mails fetched, read and put into their threads");
    titles.put("channels-recognition", "A sender recognised, beside the bare look into the index");
    titles.put("channels-sanitiser", "HTML of mails made harmless");
    titles.put("contacts-find", "Contacts found by what is typed, beside bare searches");
    titles.put("contacts-caller", "From a number to the contact with its last activities");
    titles.put("contacts-history", "A page of a very long history");
    titles.put("contacts-import", "Contacts brought in from a file, beside COPY");
    titles.put("desktop-opening", "The desktop opens: what is loaded, and when one can work");
    titles.put("desktop-scrolling", "A thousand messages and two hundred conversations at a desk");
    titles.put("desktop-day", "What a day's work leaves in the browser");
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
            median of its repetitions, with the smallest and the largest beside it. An aim that was missed says so, and
            so does a run that could not measure everything.
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
    if (first.others() != null)
      facts.add(
          "other programs meanwhile " + number(100 * first.others()) + " % of the processors");
    first.machine().forEach((name, value) -> facts.add(name + " " + value));
    first.peers().forEach((name, version) -> facts.add(name + " " + version));
    var missing = first.missing() == null ? "" : "\n**Not whole**: " + first.missing() + "\n";
    var rows =
        lines.stream()
            .sorted(Comparator.comparing(line -> !line.figure().of().equals("Hiwar")))
            .map(BenchmarkPage::row)
            .collect(Collectors.joining("\n"));
    return """

    ## %s

    %s
    %s
    | Figure | Of | Conditions | Median | Smallest to largest | Runs | Aim |
    | --- | --- | --- | ---: | ---: | ---: | --- |
    %s
    """
        .formatted(title, String.join(" · ", facts), missing, rows);
  }

  private static String row(Line line) {
    var f = line.figure();
    var conditions =
        f.parameters().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    var values =
        f.values().isEmpty()
            ? "none | "
            : "%s %s | %s to %s"
                .formatted(number(f.median()), f.unit(), number(f.smallest()), number(f.largest()));
    return "| %s | %s | %s | %s | %d | %s |"
        .formatted(f.name(), f.of(), conditions, values, f.values().size(), aim(f));
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
