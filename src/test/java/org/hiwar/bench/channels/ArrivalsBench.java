package org.hiwar.bench.channels;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Latencies;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Paced;
import org.hiwar.bench.Sheet;

/// Messages that come in by webhooks and SMPP, at an even rate and as fast as it goes: until the
/// provider is told that they are stored, and until they are on the agent's screen. What was sent
/// is counted on the screens and in the database.
final class ArrivalsBench {
  private static final Aim SHOWN = Aim.atMost(200);
  private static final Aim NONE = Aim.atMost(0);
  private static final int PATIENCE_S = 30;
  /// Far more than one customer can write.
  private static final int EACH = 4_000;

  private final ChannelsPlace place;
  private final ChannelsSize size;
  private final int customers;
  private volatile Load load = new Load(0);

  private ArrivalsBench(ChannelsPlace place, ChannelsSize size, int customers) {
    this.place = place;
    this.size = size;
    this.customers = customers;
  }

  ArrivalsBench(ChannelsPlace place, ChannelsSize size) {
    this(place, size, size.desks());
  }

  /// What one repetition has seen.
  private final class Load {
    final String run = Long.toString(System.nanoTime(), 36);
    final AtomicLongArray dueAt;
    final Latencies acknowledged;
    final Latencies shown;
    final AtomicInteger refused = new AtomicInteger();

    Load(int most) {
      dueAt = new AtomicLongArray(most);
      acknowledged = new Latencies(most);
      shown = new Latencies(most);
    }

    int place(int customer, int number) {
      return number * customers + customer;
    }
  }

  void run(Sheet sheet) throws Exception {
    try (var texting = new Texting(place, customers);
        var screens = new Screens(place, texting)) {
      freely(texting, screens, size.warmUp());
      even(sheet, texting, screens, size.rate() / 4);
      asFastAsItGoes(sheet, texting, screens);
      // What is more than the server can take closes desks at last, so it is the last.
      even(sheet, texting, screens, size.rate());
    }
    new BareCommits(place).run(sheet, size);
  }

  private void even(Sheet sheet, Texting texting, Screens screens, int rate) throws Exception {
    var ack50 = new ArrayList<Double>();
    var ack99 = new ArrayList<Double>();
    var shown50 = new ArrayList<Double>();
    var shown99 = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    var commits = new ArrayList<Double>();
    var wrong = new ArrayList<Double>();
    for (int i = 0; i < size.repetitions(); i++) {
      long committed = place.commits();
      long before = Machine.cpuNanos(place.hiwar.handle());
      long sent = evenly(texting, screens, rate, size.seconds());
      cpu.add((Machine.cpuNanos(place.hiwar.handle()) - before) / 1e3 / sent);
      commits.add((place.commits() - committed) / (double) sent);
      ack50.add(load.acknowledged.percentileMs(0.50));
      ack99.add(load.acknowledged.percentileMs(0.99));
      shown50.add(load.shown.percentileMs(0.50));
      shown99.add(load.shown.percentileMs(0.99));
      wrong.add((double) wrong(screens, sent));
    }
    var where = where(Integer.toString(rate));
    var aimed = rate == size.rate();
    sheet.add(new Figure("stored and acknowledged, p50", "Hiwar", "ms", where, ack50));
    sheet.add(new Figure("stored and acknowledged, p99", "Hiwar", "ms", where, ack99));
    sheet.add(new Figure("on the agent's screen, p50", "Hiwar", "ms", where, shown50));
    var p99 = new Figure("on the agent's screen, p99", "Hiwar", "ms", where, shown99);
    sheet.add(aimed ? p99.aimingAt(SHOWN) : p99);
    sheet.add(new Figure("server CPU per message", "Hiwar", "µs", where, cpu));
    sheet.add(new Figure("transactions per message", "Hiwar", "", where, commits));
    sheet.add(
        new Figure("lost, doubled or out of order", "Hiwar", "messages", where, wrong)
            .aimingAt(NONE));
  }

  private Map<String, String> where(String rate) {
    return Map.of("desks", Integer.toString(customers), "rate", rate);
  }

  /// Sends at an even rate and waits until all of it was shown; how many they were.
  private long evenly(Texting texting, Screens screens, int rate, double seconds) throws Exception {
    begin(screens, (int) (rate * seconds) + customers);
    Paced.run(rate, seconds, i -> send(texting, (int) (i % customers), (int) (i / customers)));
    long sent = (long) (rate * seconds);
    awaitShown(sent);
    return sent;
  }

  private void begin(Screens screens, int most) {
    var fresh = new Load(most);
    load = fresh;
    screens.begin(
        fresh.run,
        (customer, number) ->
            fresh.shown.add(System.nanoTime() - fresh.dueAt.get(fresh.place(customer, number))));
  }

  private java.util.concurrent.CompletableFuture<Boolean> send(
      Texting texting, int customer, int number) {
    var now = load;
    long due = System.nanoTime();
    now.dueAt.set(now.place(customer, number), due);
    return texting
        .says(customer, Screens.text(now.run, customer, number))
        .whenComplete(
            (taken, failure) -> {
              if (failure == null && taken) now.acknowledged.add(System.nanoTime() - due);
              else now.refused.incrementAndGet();
            });
  }

  private void awaitShown(long sent) throws InterruptedException {
    for (int i = 0; i < PATIENCE_S * 20 && load.shown.count() < sent; i++) Thread.sleep(50);
  }

  private void asFastAsItGoes(Sheet sheet, Texting texting, Screens screens) throws Exception {
    var acknowledged = new ArrayList<Double>();
    var shown = new ArrayList<Double>();
    var wrong = new ArrayList<Double>();
    for (int i = 0; i < size.repetitions(); i++) {
      var seen = freely(texting, screens, size.seconds());
      acknowledged.add(seen.acknowledged());
      shown.add(seen.shown());
      wrong.add((double) wrong(screens, seen.sent()));
    }
    var where = where("as fast as it goes");
    sheet.add(
        new Figure("stored and acknowledged", "Hiwar", "1/s", where, acknowledged)
            .aimingAt(Aim.atLeast(size.rate())));
    sheet.add(new Figure("on the agents' screens", "Hiwar", "1/s", where, shown));
    sheet.add(
        new Figure("lost, doubled or out of order", "Hiwar", "messages", where, wrong)
            .aimingAt(NONE));
  }

  /// Messages a second until the last was acknowledged, and shown.
  private record Freely(long sent, double acknowledged, double shown) {}

  /// Each customer writes again as soon as the message before was acknowledged.
  private Freely freely(Texting texting, Screens screens, double seconds) throws Exception {
    begin(screens, EACH * customers);
    long from = System.nanoTime();
    long until = from + (long) (seconds * 1e9);
    var sent = new AtomicInteger();
    var writing = new ArrayList<Thread>();
    for (int c = 0; c < customers; c++) {
      int customer = c;
      writing.add(
          Thread.startVirtualThread(
              () -> {
                for (int n = 0; n < EACH && System.nanoTime() < until; n++) {
                  send(texting, customer, n).join();
                  sent.incrementAndGet();
                }
              }));
    }
    for (var one : writing) one.join();
    double acknowledged = load.acknowledged.count() / ((System.nanoTime() - from) / 1e9);
    awaitShown(sent.get());
    return new Freely(sent.get(), acknowledged, sent.get() / ((System.nanoTime() - from) / 1e9));
  }

  /// On the screens, and in the database.
  private long wrong(Screens screens, long sent) {
    var like = Screens.text(load.run, 0, 0).replaceAll("-0-0$", "-%");
    long stored =
        place.count(
            "select count(distinct text) from message where workspace = ? and text like ?",
            place.workspace.value(),
            like);
    long misplaced =
        place.count(
            """
            select count(*) from (
              select split_part(text, '-', 3)::int as n, lag(split_part(text, '-', 3)::int, 1, -1) over (partition by conversation order by seq) as before
              from message where workspace = ? and text like ?) m
            where n <> before + 1\
            """,
            place.workspace.value(),
            like);
    long unshown = sent - load.shown.count();
    if (unshown + misplaced + screens.wrong() + load.refused.get() + (sent - stored) > 0)
      System.err.printf(
          "of %d sent %d are stored, %d in a wrong place, %d shown, %d shown wrongly, %d not"
              + " acknowledged%n",
          sent, stored, misplaced, load.shown.count(), screens.wrong(), load.refused.get());
    return unshown + misplaced + screens.wrong() + load.refused.get() + Math.abs(sent - stored);
  }
}
