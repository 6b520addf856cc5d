package org.hiwar.bench.calls;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.hiwar.bench.Latencies;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Paced;

/// Many calls at an even rate, each ended by its caller some time after it was joined with an
/// agent; and what they showed.
final class CallRun {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private final List<PlacedCall> calls = new ArrayList<>();
  private long serverNanos;
  private long ownNanos;
  private Latencies gaps = new Latencies(0);

  /// @param called the number
  /// @param first so many at ten times the rate, so that callers wait
  record Plan(String called, double perSecond, int count, int first, Duration hold) {}

  static CallRun of(CallCentre centre, Plan plan) throws Exception {
    var run = new CallRun();
    long pid = centre.process().pid();
    long before = Machine.cpuNanos(centre.process());
    long ownBefore = Machine.ownCpuNanos(pid);
    var nowhere = centre.callerEnd(0);
    var media = new InetSocketAddress(java.net.InetAddress.ofLiteral("127.7.9.2"), nowhere.port());
    try (var leaving = Executors.newSingleThreadScheduledExecutor()) {
      centre.calls.begin(call -> leaveLater(call, plan.hold(), leaving));
      Paced.run(
          plan.perSecond() * 10,
          plan.first() / (plan.perSecond() * 10),
          _ -> run.place(centre, plan, media));
      Paced.run(
          plan.perSecond(),
          (plan.count() - plan.first()) / plan.perSecond(),
          _ -> run.place(centre, plan, media));
      run.awaitEnd(plan);
      leaving.shutdownNow();
    }
    run.serverNanos = Machine.cpuNanos(centre.process()) - before;
    run.ownNanos = Machine.ownCpuNanos(pid) - ownBefore;
    run.gaps = centre.calls.gaps();
    nowhere.close();
    return run;
  }

  private void place(CallCentre centre, Plan plan, InetSocketAddress media) {
    var call = centre.call(plan.called());
    calls.add(call);
    call.place(media);
  }

  private static void leaveLater(PlacedCall call, Duration hold, ScheduledExecutorService leaving) {
    Runnable leave =
        () -> {
          var agent = call.agent;
          if (agent != null) agent.freeSince(System.nanoTime());
          call.leave();
        };
    if (!leaving.isShutdown()) leaving.schedule(leave, hold.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void awaitEnd(Plan plan) throws InterruptedException {
    awaitEnd(PATIENCE.plus(plan.hold()));
    for (var call : calls) if (!call.isOver() && call.leftAt == 0) call.leave();
    awaitEnd(FAREWELL); // so that nobody is left in the queue for the next run
  }

  private void awaitEnd(Duration most) throws InterruptedException {
    long until = System.nanoTime() + most.toNanos();
    while (System.nanoTime() < until && !calls.stream().allMatch(PlacedCall::isOver))
      Thread.sleep(50);
  }

  int count() {
    return calls.size();
  }

  /// Calls that were never joined with an agent.
  long failed() {
    return calls.stream().filter(call -> call.joinedAt == 0).count();
  }

  /// From callers' hang-ups until the same agents' next rings.
  Latencies gaps() {
    return gaps;
  }

  /// A line for whoever watches.
  String told(String what, int ready, CallCentre centre) {
    return "%-14s %d agents ready, %d calls, %d failed %s, 200 after %s, ring %s, heard %s, connected %s, CPU %.2f ms (%.2f), gaps %s of %d, slip %.1f ms"
        .formatted(
            what,
            ready,
            count(),
            failed(),
            refusals(),
            both(until(call -> call.answeredAt)),
            both(until(call -> call.rangAt)),
            both(until(call -> call.heardAt)),
            both(until(call -> call.joinedAt)),
            cpuMs(),
            ownCpuMs(),
            both(gaps),
            gaps.count(),
            centre.metronome.slipMs());
  }

  private static String both(Latencies latencies) {
    return "%.1f/%.1f ms".formatted(latencies.percentileMs(0.5), latencies.percentileMs(0.99));
  }

  /// The statuses of refusals.
  private String refusals() {
    return calls.stream()
        .filter(call -> call.refused != 0)
        .collect(
            java.util.stream.Collectors.groupingBy(
                call -> call.refused, java.util.stream.Collectors.counting()))
        .toString();
  }

  /// From the INVITE to a moment of the calls that came so far.
  Latencies until(ToLongFunction<PlacedCall> moment) {
    var latencies = new Latencies(calls.size());
    for (var call : calls)
      if (moment.applyAsLong(call) != 0) latencies.add(moment.applyAsLong(call) - call.invitedAt);
    return latencies;
  }

  /// Processor time for a call, in milliseconds: of the server and its database.
  double cpuMs() {
    return serverNanos / 1e6 / calls.size();
  }

  /// The same of the server without its database.
  double ownCpuMs() {
    return ownNanos / 1e6 / calls.size();
  }
}
