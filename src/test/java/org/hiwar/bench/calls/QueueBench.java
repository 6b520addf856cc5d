package org.hiwar.bench.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.calls.CallRun.Plan;

/// Calls through the queue to agents who accept at once: how long until they are connected, what a
/// call costs, how many a second there may be, and how soon an agent who has become free rings
/// again while callers wait. Nobody speaks: what audio costs is measured by itself.
final class QueueBench {
  private static final int RATE = 50;
  private static final Duration HOLD = Duration.ofSeconds(2);
  private static final int[] RATES = {100, 150, 200, 250, 300, 350, 400};
  private static final double BEARABLE_MS = 100;

  private final CallCentre centre;
  private final CallsLength length;
  private final List<Figure> figures = new ArrayList<>();

  QueueBench(CallCentre centre, CallsLength length) {
    this.centre = centre;
    this.length = length;
  }

  List<Figure> run() throws Exception {
    say("warm-up", CallRun.of(centre, even(RATE, RATE * length.warmUp() / 2)));
    say("warm-up", CallRun.of(centre, even(2 * RATE, RATE * length.warmUp())));
    setUp();
    handOff();
    highestRate();
    return figures;
  }

  /// So long calls that no more than half of the agents are busy.
  private Plan even(int rate, int count) {
    var hold = Duration.ofMillis(Math.min(HOLD.toMillis(), centre.agents().size() * 500L / rate));
    return new Plan(CallCentre.NUMBER, rate, count, 0, hold);
  }

  private void setUp() throws Exception {
    var runs = new ArrayList<CallRun>();
    for (int i = 0; i < length.repetitions(); i++) {
      var run = CallRun.of(centre, even(RATE, RATE * length.each()));
      say("set-up", run);
      runs.add(run);
    }
    var where =
        Map.of("calls a second", Integer.toString(RATE), "agents", "" + centre.agents().size());
    moment("from INVITE to 200", where, runs, call -> call.answeredAt, null);
    moment("from INVITE to the agent's ring", where, runs, call -> call.rangAt, null);
    moment(
        "from INVITE until the caller hears the agent",
        where,
        runs,
        call -> call.heardAt,
        new Aim[] {Aim.atMost(3), Aim.atMost(6)});
    moment(
        "from INVITE until the desk shows them connected",
        where,
        runs,
        call -> call.joinedAt,
        null);
    figures.add(
        new Figure(
                "CPU per queued call, with its database",
                "Hiwar",
                "ms",
                where,
                runs.stream().map(CallRun::cpuMs).toList())
            .aimingAt(Aim.atMost(3.5)));
    figures.add(
        new Figure(
            "CPU per queued call, without its database",
            "Hiwar",
            "ms",
            where,
            runs.stream().map(CallRun::ownCpuMs).toList()));
    figures.add(
        new Figure(
            "calls not connected",
            "Hiwar",
            "calls",
            where,
            runs.stream().map(run -> (double) run.failed()).toList()));
  }

  private void moment(
      String name,
      Map<String, String> where,
      List<CallRun> runs,
      java.util.function.ToLongFunction<PlacedCall> moment,
      Aim @org.jspecify.annotations.Nullable [] aims) {
    var p50 = runs.stream().map(run -> run.until(moment).percentileMs(0.5)).toList();
    var p99 = runs.stream().map(run -> run.until(moment).percentileMs(0.99)).toList();
    var median = new Figure(name + ", p50", "Hiwar", "ms", where, p50);
    var high = new Figure(name + ", p99", "Hiwar", "ms", where, p99);
    figures.add(aims == null ? median : median.aimingAt(aims[0]));
    figures.add(aims == null ? high : high.aimingAt(aims[1]));
  }

  /// A few agents, and always more callers than they can take.
  private void handOff() throws Exception {
    int few = CallCentre.fewOf(centre.agents().size());
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    double rate = few / (HOLD.toMillis() / 1e3);
    for (int i = 0; i < length.repetitions(); i++) {
      centre.agents().forEach(agent -> agent.gapUntil(0));
      int count = (int) (rate * length.each()) + 2 * few;
      say("hand-off", CallRun.of(centre, new Plan(CallCentre.FEW, rate, count, 2 * few, HOLD)));
      p50.add(centre.calls.gaps().percentileMs(0.5));
      p99.add(centre.calls.gaps().percentileMs(0.99));
    }
    var where = Map.of("agents", "" + few, "hand-offs a run", "" + centre.calls.gaps().count());
    figures.add(
        new Figure("a caller's hang-up to the agent's next ring, p50", "Hiwar", "ms", where, p50)
            .aimingAt(Aim.atMost(5)));
    figures.add(
        new Figure("a caller's hang-up to the agent's next ring, p99", "Hiwar", "ms", where, p99)
            .aimingAt(Aim.atMost(20)));
  }

  /// Steps up until a call fails or one in a hundred waits too long for its agent.
  private void highestRate() throws Exception {
    double highest = 0;
    for (int rate : RATES) {
      if (rate > length.highestRate()) break;
      var run = CallRun.of(centre, even(rate, rate * length.each() / 2));
      say(rate + " a second", run);
      if (run.failed() > 0 || run.until(call -> call.joinedAt).percentileMs(0.99) > BEARABLE_MS)
        break;
      highest = rate;
    }
    figures.add(
        new Figure(
                "highest rate without failure",
                "Hiwar",
                "calls/s",
                Map.of(
                    "connected, p99", "under 100 ms", "highest tried", "" + length.highestRate()),
                List.of(highest))
            .aimingAt(Aim.atLeast(200)));
  }

  private void say(String what, CallRun run) {
    System.out.printf(
        "%-14s %5d calls, %d failed %s, 200 after %.1f/%.1f ms, ring %.1f/%.1f, heard %.1f/%.1f,"
            + " connected %.1f/%.1f, CPU %.2f ms (%.2f), gaps %.1f/%.1f ms of %d, slip %.1f ms%n",
        what,
        run.count(),
        run.failed(),
        run.refusals(),
        run.until(call -> call.answeredAt).percentileMs(0.5),
        run.until(call -> call.answeredAt).percentileMs(0.99),
        run.until(call -> call.rangAt).percentileMs(0.5),
        run.until(call -> call.rangAt).percentileMs(0.99),
        run.until(call -> call.heardAt).percentileMs(0.5),
        run.until(call -> call.heardAt).percentileMs(0.99),
        run.until(call -> call.joinedAt).percentileMs(0.5),
        run.until(call -> call.joinedAt).percentileMs(0.99),
        run.cpuMs(),
        run.ownCpuMs(),
        centre.calls.gaps().percentileMs(0.5),
        centre.calls.gaps().percentileMs(0.99),
        centre.calls.gaps().count(),
        centre.metronome.slipMs());
  }
}
