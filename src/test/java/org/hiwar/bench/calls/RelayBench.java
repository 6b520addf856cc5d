package org.hiwar.bench.calls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Paced;
import org.hiwar.bench.SettledMemory;

/// As many calls as there are agents, all talking, both ways: what a second of a call costs, how
/// late its audio is, and what a call holds in memory. Recording comes last, because what was
/// recorded is encoded afterwards.
final class RelayBench {
  private static final int RATE = 50;
  private static final long SETTLE_MS = 3_000;
  private static final Aim RECORDED = Aim.atMost(1.9);
  private static final InetAddress CALLERS = InetAddress.ofLiteral("127.7.9.2");

  private final CallCentre centre;
  private final CallsLength length;
  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, String> where;

  RelayBench(CallCentre centre, CallsLength length) {
    this.centre = centre;
    this.length = length;
    where = Map.of("calls", "" + centre.agents().size(), "agents", "WebRTC (DTLS-SRTP)");
  }

  List<Figure> run() throws Exception {
    var process = centre.process();
    long before = SettledMemory.kb(process);
    int threads = Machine.threads(process.pid());
    var talks = begin(CallCentre.NUMBER);
    measure(CallsBench.RELAYED, talks, false);
    long after = SettledMemory.kb(process);
    int more = Machine.threads(process.pid()) - threads;
    figures.add(
        new Figure(
                "memory per call",
                "Hiwar",
                "MB",
                where,
                List.of((after - before) / 1024.0 / talks.size()))
            .aimingAt(Aim.atMost(0.13)));
    figures.add(
        new Figure(
                "threads of the system per call",
                "Hiwar",
                "threads",
                where,
                List.of((double) more / talks.size()))
            .aimingAt(Aim.atMost(0.05)));
    end(talks);
    var recorded = begin(CallCentre.RECORDED);
    measure("CPU per relayed and recorded call-second", recorded, true);
    end(recorded);
    return figures;
  }

  private record Talk(PlacedCall call, MediaEnd caller) {}

  /// Every agent gets a call; returns when all talk.
  private List<Talk> begin(String number) throws Exception {
    var talks = new ArrayList<Talk>();
    for (int i = 0; i < centre.agents().size(); i++)
      talks.add(new Talk(centre.call(number), centre.callerEnd(i)));
    centre.calls.begin(RelayBench::agentTalks);
    talks.forEach(talk -> centre.calls.add(talk.call()));
    Paced.run(
        RATE,
        talks.size() / (double) RATE,
        i -> {
          var talk = talks.get((int) i);
          talk.call().place(new InetSocketAddress(CALLERS, talk.caller().port()));
        });
    for (int i = 0; i < 200 && talks.stream().anyMatch(t -> t.call().joinedAt == 0); i++)
      Thread.sleep(50);
    var silent = talks.stream().filter(talk -> talk.call().joinedAt == 0).count();
    if (silent > 0) throw new IllegalStateException(silent + " calls were not connected");
    for (var talk : talks) {
      talk.caller().aim(java.util.Objects.requireNonNull(talk.call().media));
      talk.caller().speak(true);
      centre.metronome.add(talk.caller());
    }
    Thread.sleep(SETTLE_MS + 1_000L * length.warmUp() / 8);
    return talks;
  }

  private static void agentTalks(PlacedCall call) {
    var agent = call.agent;
    if (agent != null) agent.phone().speak(true);
  }

  private void measure(String cost, List<Talk> talks, boolean recorded)
      throws InterruptedException {
    var talking = new Talking(centre.toAgents, centre.toCallers, centre.metronome);
    talking.measure(centre.process(), talks.size(), length);
    var more = new TreeMap<>(where);
    more.put("recorded", recorded ? "yes" : "no");
    var found = talking.figures("Hiwar", cost, more);
    figures.add(recorded ? found.get(0).aimingAt(RECORDED) : found.get(0));
    figures.add(found.get(1));
    figures.add(found.get(2).aimingAt(Aim.atMost(1.5)));
    figures.add(found.get(3).aimingAt(Aim.atMost(0)));
    figures.add(found.get(4));
  }

  private void end(List<Talk> talks) throws InterruptedException {
    for (var agent : centre.agents()) agent.phone().speak(false);
    for (var talk : talks) {
      centre.metronome.remove(talk.caller());
      talk.call().leave();
    }
    for (int i = 0; i < 200 && !talks.stream().allMatch(t -> t.call().isOver()); i++)
      Thread.sleep(50);
    talks.forEach(talk -> talk.caller().close());
  }
}
