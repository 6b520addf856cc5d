package org.hiwar.bench.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;
import org.hiwar.bench.calls.CallRun.Plan;

/// Calls through the queue to agents who accept at once: how long until they are connected, what a
/// call costs, how many a second there may be, and how soon an agent who has become free rings
/// again while callers wait. Nobody speaks: what audio costs is measured by itself.
final class QueueBench {
  private static final int RATE = 50;
  private static final Duration HOLD = Duration.ofSeconds(2);
  private static final int SECONDS_A_STEP = 5;
  private static final double BEARABLE_MS = 100;
  private static final Aim NONE = Aim.atMost(0);

  private final CallCentre centre;
  private final CallsLength length;

  QueueBench(CallCentre centre, CallsLength length) {
    this.centre = centre;
    this.length = length;
  }

  /// Gently at first: whoever is overwhelmed while the compiler is busy learns little. So long that
  /// what is measured is a server at work, and not its compiler: of a call in the first minutes
  /// most is the compiler's (docs/adr/0018).
  void warmUp() throws Exception {
    int half = callsBefore() / 3;
    run("warm-up", even(RATE / 2.0, half));
    run("warm-up", even(RATE, 2 * half));
  }

  private int callsBefore() {
    return RATE * length.warmUp() * 3 / 4;
  }

  /// So long calls that no more than half of the agents are busy.
  private Plan even(double rate, int count) {
    long most = (long) (centre.agents().size() * 500L / rate);
    return new Plan(
        CallCentre.NUMBER, rate, count, 0, Duration.ofMillis(Math.min(HOLD.toMillis(), most)));
  }

  /// All agents are ready when it begins: whoever has missed an offer is ready again.
  private CallRun run(String what, Plan plan) throws Exception {
    int ready = centre.allReady();
    var run = CallRun.of(centre, plan);
    System.out.println(run.told(what, ready, centre));
    return run;
  }

  void setUp(Sheet sheet) throws Exception {
    var runs = new ArrayList<CallRun>();
    for (int i = 0; i < length.repetitions(); i++)
      runs.add(run("set-up", even(RATE, RATE * length.each())));
    var where =
        Map.of(
            "calls a second",
            Integer.toString(RATE),
            "agents",
            "" + centre.agents().size(),
            "calls before",
            "" + callsBefore());
    var none = new Aim[0];
    moment(sheet, "from INVITE to 200", where, runs, call -> call.answeredAt, none);
    moment(sheet, "from INVITE to the agent's ring", where, runs, call -> call.rangAt, none);
    moment(
        sheet,
        "from INVITE until the caller hears the agent",
        where,
        runs,
        call -> call.heardAt,
        Aim.atMost(3),
        Aim.atMost(6));
    moment(
        sheet,
        "from INVITE until the desk shows them connected",
        where,
        runs,
        call -> call.joinedAt,
        none);
    sheet.add(
        figure("CPU per queued call, with its database", "ms", where, runs, CallRun::cpuMs)
            .aimingAt(Aim.atMost(3.5)));
    sheet.add(
        figure("CPU per queued call, without its database", "ms", where, runs, CallRun::ownCpuMs));
    sheet.add(failed(runs, where));
  }

  private static Figure figure(
      String name,
      String unit,
      Map<String, String> where,
      List<CallRun> runs,
      Function<CallRun, Double> value) {
    return new Figure(name, "Hiwar", unit, where, runs.stream().map(value).toList());
  }

  private static Figure failed(List<CallRun> runs, Map<String, String> where) {
    var name = "calls failed, of " + runs.getFirst().count();
    return figure(name, "calls", where, runs, run -> (double) run.failed()).aimingAt(NONE);
  }

  /// Both percentiles of the calls that came so far; `aims` for both, or none.
  private static void moment(
      Sheet sheet,
      String name,
      Map<String, String> where,
      List<CallRun> runs,
      java.util.function.ToLongFunction<PlacedCall> moment,
      Aim... aims)
      throws IOException {
    var shares = new double[] {0.5, 0.99};
    for (int i = 0; i < shares.length; i++) {
      double share = shares[i];
      var full = name + (i == 0 ? ", p50" : ", p99");
      var figure = figure(full, "ms", where, runs, run -> run.until(moment).percentileMs(share));
      sheet.add(aims.length == 0 ? figure : figure.aimingAt(aims[i]));
    }
  }

  /// A few agents, and always more callers than they can take.
  void handOff(Sheet sheet) throws Exception {
    int few = CallCentre.fewOf(centre.agents().size());
    var runs = new ArrayList<CallRun>();
    double rate = few / (HOLD.toMillis() / 1e3);
    for (int i = 0; i < length.repetitions(); i++) {
      centre.agents().forEach(agent -> agent.gapUntil(0));
      int count = (int) (rate * length.each()) + 2 * few;
      runs.add(run("hand-off", new Plan(CallCentre.FEW, rate, count, 2 * few, HOLD)));
    }
    var where = Map.of("agents", "" + few);
    var name = "a caller's hang-up to the agent's next ring";
    sheet.add(
        figure(name + ", p50", "ms", where, runs, run -> run.gaps().percentileMs(0.5))
            .aimingAt(Aim.atMost(5)));
    sheet.add(
        figure(name + ", p99", "ms", where, runs, run -> run.gaps().percentileMs(0.99))
            .aimingAt(Aim.atMost(20)));
    sheet.add(figure("hand-offs", "rings", where, runs, run -> (double) run.gaps().count()));
    sheet.add(failed(runs, where));
  }

  /// Steps up until a call fails.
  void highestRate(Sheet sheet) throws Exception {
    double highest = 0;
    double bearable = 0;
    for (int rate : length.rates()) {
      var runs = List.of(run(rate + " a second", even(rate, rate * SECONDS_A_STEP)));
      var where = Map.of("calls a second", "" + rate);
      var p99 =
          figure(
              "from INVITE until the desk shows them connected, p99",
              "ms",
              where,
              runs,
              run -> run.until(call -> call.joinedAt).percentileMs(0.99));
      sheet.add(p99);
      sheet.add(failed(runs, where));
      if (runs.getFirst().failed() > 0) break;
      highest = rate;
      if (p99.median() <= BEARABLE_MS) bearable = rate;
    }
    var where = Map.of("highest tried", "" + length.highestRate());
    sheet.add(rate("highest rate without failure", where, highest));
    sheet.add(rate("highest rate, 99 of 100 connected within 100 ms", where, bearable));
  }

  private static Figure rate(String name, Map<String, String> where, double rate) {
    return new Figure(name, "Hiwar", "calls/s", where, List.of(rate)).aimingAt(Aim.atLeast(200));
  }
}
