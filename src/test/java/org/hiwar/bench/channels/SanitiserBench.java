package org.hiwar.bench.channels;

import static java.util.Comparator.comparingDouble;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;
import org.hiwar.email.html.EmailHtml;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/// HTML of mails made harmless, and turned into the text of the line of time: an ordinary mail
/// beside jsoup's own cleaner, and documents made to hurt, at the size beyond which a mail is set
/// aside and at half of it, so that growth that is worse than the size shows, and with as many tags
/// as are parsed.
final class SanitiserBench {
  /// Twice as much takes twice as long; the rest is what two cores with a collector differ.
  private static final Aim GROWTH = Aim.atMost(3);

  /// Documents with more are not parsed; those with so many have to be measured, too.
  private static final int TAGS = 50_000;

  private static final Aim WORST = Aim.atMost(2_000);

  private final ChannelsSize size;

  SanitiserBench(ChannelsSize size) {
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    var ordinary = HostileHtml.ORDINARY.of(size.html());
    ordinary(sheet, "ordinary mails made harmless", "Hiwar", ordinary, SanitiserBench::shown);
    ordinary(sheet, "ordinary mails as text", "Hiwar", ordinary, EmailHtml::text);
    ordinary(
        sheet,
        "ordinary mails made harmless",
        "jsoup",
        ordinary,
        html -> Jsoup.clean(html, Safelist.relaxed()));
    hostile(sheet);
  }

  private static void shown(String html) {
    EmailHtml.shown(html, Map.of(), Map.of());
  }

  private void ordinary(Sheet sheet, String name, String of, String html, Consumer<String> work)
      throws Exception {
    for (int i = 0; i < 5; i++) work.accept(html);
    var rates = new ArrayList<Double>();
    for (int i = 0; i < size.repetitions(); i++)
      rates.add(html.length() / 1e6 / (millis(work, html) / 1e3));
    sheet.add(new Figure(name, of, "MB/s", where(), rates));
  }

  private Map<String, String> where() {
    return Map.of("characters", "%,d".formatted(size.html()));
  }

  private void hostile(Sheet sheet) throws Exception {
    var times = new TreeMap<HostileHtml, List<Double>>();
    var growths = new TreeMap<HostileHtml, List<Double>>();
    for (var kind : HostileHtml.values()) {
      if (kind == HostileHtml.ORDINARY) continue;
      var took = times.computeIfAbsent(kind, _ -> new ArrayList<>());
      var growth = growths.computeIfAbsent(kind, _ -> new ArrayList<>());
      var whole = kind.of(size.html());
      var half = kind.of(size.html() / 2);
      var parsed = kind.upTo(TAGS, size.html());
      both(half);
      both(whole);
      both(parsed);
      for (int i = 0; i < size.repetitions(); i++) {
        double once = millis(SanitiserBench::both, half);
        double twice = millis(SanitiserBench::both, whole);
        took.add(Math.max(twice, millis(SanitiserBench::both, parsed)));
        growth.add(twice / once);
      }
      sheet.add(
          new Figure(
              "processor time, harmless and as text", "Hiwar", "ms", where(kind), took, WORST));
    }
    var worst = growths.entrySet().stream().max(comparingDouble(one -> median(one.getValue())));
    sheet.add(
        new Figure(
            "processor time of twice the size, at its worst",
            "Hiwar",
            "times",
            where(worst.orElseThrow().getKey()),
            worst.orElseThrow().getValue(),
            GROWTH));
  }

  private static double median(List<Double> values) {
    return new Figure("", "", "", Map.of(), values).median();
  }

  private Map<String, String> where(HostileHtml kind) {
    return Map.of("characters", "%,d".formatted(size.html()), "document", kind.words());
  }

  private static void both(String html) {
    shown(html);
    EmailHtml.text(html);
  }

  /// Of the processor, so that others on the machine do not count.
  private static double millis(Consumer<String> work, String html) {
    var threads = ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    work.accept(html);
    return (threads.getCurrentThreadCpuTime() - from) / 1e6;
  }
}
