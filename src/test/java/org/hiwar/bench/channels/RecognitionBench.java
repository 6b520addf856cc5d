package org.hiwar.bench.channels;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Latencies;
import org.hiwar.bench.Sheet;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Recognition;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;

/// Who wrote, among a million contacts: half of them known by a mail address, half by a number. The
/// same classes as in the server ask the same database from here; beside them one statement that
/// only looks into the index, without a transaction around it.
final class RecognitionBench {
  private static final Aim AIM = Aim.atMost(2);
  private static final int TIMES = 5_000;

  private final ChannelsPlace place;
  private final ChannelsSize size;
  private final SplittableRandom random = new SplittableRandom(23);

  RecognitionBench(ChannelsPlace place, ChannelsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    fill();
    var recognition = new Recognition(place.database, place.ids, Clock.systemUTC());
    var known = new Runs();
    var made = new Runs();
    var bare = new Runs();
    IntConsumer recognised =
        i -> {
          if (recognition.of(place.workspace, Sender.of(address(i), null)).isNew())
            throw new IllegalStateException("nobody has " + address(i));
        };
    IntConsumer unknown =
        i ->
            recognition.of(
                place.workspace,
                Sender.of(
                    new Address(
                        AddressKind.EMAIL,
                        "new" + place.ids.next() + "@example.com",
                        Trust.PRESENTED),
                    null));
    try (var index = new BareIndex(place)) {
      for (int i = 0; i <= size.repetitions(); i++) {
        boolean counts = i > 0;
        bare.add(timed(index::look), counts);
        known.add(timed(recognised), counts);
        made.add(timed(unknown), counts);
      }
    }
    sheet.add(known.figures("recognised", "Hiwar", AIM));
    sheet.add(made.figures("unknown, a contact made", "Hiwar", null));
    sheet.add(bare.figures("looked up", "bare index", null));
  }

  static Address address(int i) {
    return i % 2 == 0
        ? new Address(AddressKind.EMAIL, "customer" + i + "@example.com", Trust.ATTESTED)
        : new Address(AddressKind.PHONE, "+491511%07d".formatted(i), Trust.ATTESTED);
  }

  private void fill() throws Exception {
    long first = place.ids.next();
    place.slowly(
        """
        insert into contact (workspace, id, name, search_text, created_at)
        select %s, %d + i, 'Customer ' || i, 'customer', now() from generate_series(0, %d) i\
        """
            .formatted(place.workspace, first, size.contacts() - 1),
        """
        insert into contact_address (workspace, contact, kind, value, trust, created_at)
        select %s, %d + i, case when i %% 2 = 0 then 'EMAIL' else 'PHONE' end,
          case when i %% 2 = 0 then 'customer' || i || '@example.com' else '+491511' || lpad(i::text, 7, '0') end, 'ATTESTED', now()
        from generate_series(0, %d) i\
        """
            .formatted(place.workspace, first, size.contacts() - 1),
        "vacuum analyze contact",
        "vacuum analyze contact_address");
  }

  private Latencies timed(IntConsumer one) {
    var latencies = new Latencies(TIMES);
    for (int i = 0; i < TIMES; i++) {
      int who = random.nextInt(size.contacts());
      long from = System.nanoTime();
      one.accept(who);
      latencies.add(System.nanoTime() - from);
    }
    return latencies;
  }

  private final class Runs {
    private final List<Double> p50 = new ArrayList<>();
    private final List<Double> p99 = new ArrayList<>();

    void add(Latencies run, boolean counts) {
      if (!counts) return;
      p50.add(run.percentileMs(0.50));
      p99.add(run.percentileMs(0.99));
    }

    List<Figure> figures(String name, String of, @org.jspecify.annotations.Nullable Aim aim) {
      var where =
          Map.of("contacts", "%,d".formatted(size.contacts()), "times", "%,d".formatted(TIMES));
      return List.of(
          new Figure(name + ", p50", of, "ms", where, p50),
          new Figure(name + ", p99", of, "ms", where, p99, aim));
    }
  }
}
