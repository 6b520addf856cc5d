package org.hiwar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Chat messages from one side of a pair to the other, both ways in turn: how long until the other
/// side has it, and what it costs the server. Hiwar stores each message durably before anyone sees
/// it; the peers store nothing.
final class MessagesBench implements Relay.Arrivals {
  static final int PAIRS = 500;
  private static final String P99 = "message shown, p99";
  private static final int[] RATES = {1_000, 5_000};

  /// How long the warm-up and a repetition take, in seconds, and how many repetitions there are.
  record Length(double warmUp, double each, int repetitions) {}

  private final String of;
  private final Relay relay;
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private volatile Latencies latencies = new Latencies(0);

  private MessagesBench(String of, Relay relay) throws Exception {
    this.of = of;
    this.relay = relay;
    relay.open(PAIRS, this);
  }

  /// The three in turn, each with the machine to itself.
  static List<Figure> all(Length length) throws Exception {
    var peer = both("socket.io", new NodeRelay(NodeRelay.Kind.SOCKET_IO), length);
    var figures =
        new ArrayList<>(
            both("Hiwar", new HiwarRelay(), length).stream().map(f -> aimed(f, peer)).toList());
    figures.addAll(peer);
    figures.addAll(both("ws", new NodeRelay(NodeRelay.Kind.WS), length));
    return figures;
  }

  /// At the lower rate, as quick as socket.io for all but one in a hundred.
  private static Figure aimed(Figure figure, List<Figure> peer) {
    if (!figure.name().equals(P99)
        || !Integer.toString(RATES[0]).equals(figure.parameters().get("rate"))) return figure;
    var same =
        peer.stream()
            .filter(p -> p.name().equals(P99) && p.parameters().equals(figure.parameters()))
            .findFirst()
            .orElseThrow();
    return figure.aimingAt(Aim.atMost(same.median()));
  }

  private static List<Figure> both(String of, Relay relay, Length length) throws Exception {
    try (relay) {
      var bench = new MessagesBench(of, relay);
      var figures = new ArrayList<Figure>();
      for (int rate : RATES) figures.addAll(bench.run(rate, length));
      return figures;
    }
  }

  @Override
  public void shown(String text) {
    var at = sentAt.remove(text);
    if (at != null) latencies.add(System.nanoTime() - at);
  }

  /// Everything measured at one rate, after a warm-up at the highest.
  private List<Figure> run(int perSecond, Length length) throws Exception {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    var lost = new ArrayList<Double>();
    say(RATES[RATES.length - 1], length.warmUp);
    for (int i = 0; i < length.repetitions; i++) {
      latencies = new Latencies((int) (perSecond * length.each));
      long cpuBefore = Machine.cpuNanos(relay.server());
      long sent = say(perSecond, length.each);
      cpu.add((Machine.cpuNanos(relay.server()) - cpuBefore) / 1e3 / sent);
      p50.add(latencies.percentileMs(0.50));
      p99.add(latencies.percentileMs(0.99));
      lost.add((double) sent - latencies.count());
    }
    var where = Map.of("rate", Integer.toString(perSecond), "pairs", Integer.toString(PAIRS));
    return List.of(
        new Figure("message shown, p50", of, "ms", where, p50),
        new Figure(P99, of, "ms", where, p99),
        new Figure("server CPU per message", of, "µs", where, cpu),
        new Figure("messages not shown", of, "messages", where, lost));
  }

  /// Says at an even rate and waits, at most five seconds, until all of it was shown.
  private long say(int perSecond, double seconds) throws InterruptedException {
    sentAt.clear();
    var run = Long.toString(System.nanoTime(), 36);
    Paced.run(
        perSecond,
        seconds,
        i -> {
          var text = run + "-" + i;
          var from = (i / PAIRS) % 2 == 0 ? Relay.Side.CUSTOMER : Relay.Side.AGENT;
          sentAt.put(text, System.nanoTime());
          relay.say((int) (i % PAIRS), from, text);
        });
    for (int i = 0; i < 100 && !sentAt.isEmpty(); i++) Thread.sleep(50);
    return (long) (perSecond * seconds);
  }
}
