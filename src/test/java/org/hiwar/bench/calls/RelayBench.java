package org.hiwar.bench.calls;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Machine;
import org.hiwar.bench.SettledMemory;
import org.hiwar.bench.Sheet;

/// As many calls as there are agents, all talking, both ways: what a second of a call costs, how
/// late its audio is, and what a call holds in memory. When fewer calls come about than wanted, it
/// goes on with these and says so.
final class RelayBench {
  static final String RELAYED = "CPU per relayed call-second";
  /// How long a run of talking is warmed up by, in seconds: packets have few ways through the code.
  private static final int TALKED_BEFORE = 30;

  private static final String RECORDED = "CPU per relayed and recorded call-second";
  private static final Aim OF_RECORDED = Aim.atMost(1.9);
  private static final Aim NONE = Aim.atMost(0);

  private final CallCentre centre;
  private final CallsLength length;
  private final Sheet sheet;

  RelayBench(CallCentre centre, CallsLength length, Sheet sheet) {
    this.centre = centre;
    this.length = length;
    this.sheet = sheet;
  }

  /// @param aim what rtpengine needs for a call-second; empty when that is not known
  void relay(Optional<Double> aim) throws Exception {
    var process = centre.process();
    long before = SettledMemory.kb(process);
    int threads = Machine.threads(process.pid());
    var talks = begin(CallCentre.NUMBER);
    try {
      if (talks.count() == 0) return;
      measure(RELAYED, talks, aim.map(Aim::atMost), "no");
      long after = SettledMemory.kb(process);
      int more = Machine.threads(process.pid()) - threads;
      double memory = (after - before) / 1024.0 / talks.count();
      each("memory per call", "MB", memory, talks, 0.13);
      each("threads of the system per call", "threads", (double) more / talks.count(), talks, 0.05);
    } finally {
      talks.end();
    }
  }

  void record() throws Exception {
    var talks = begin(CallCentre.RECORDED);
    try {
      if (talks.count() > 0) measure(RECORDED, talks, Optional.of(OF_RECORDED), "yes");
    } finally {
      talks.end();
    }
  }

  private Talks begin(String number) throws Exception {
    var talks = Talks.begin(centre, number, Math.min(length.warmUp(), TALKED_BEFORE));
    int wanted = centre.agents().size();
    sheet.add(
        new Figure(
                "calls that talk, of " + wanted + " wanted",
                "Hiwar",
                "calls",
                Map.of("calls tried", "" + talks.tried()),
                List.of((double) talks.count()))
            .aimingAt(Aim.atLeast(wanted)));
    return talks;
  }

  private static Map<String, String> where(Talks talks) {
    return Map.of("calls", "" + talks.count(), "agents", "WebRTC (DTLS-SRTP)");
  }

  private void each(String name, String unit, double value, Talks talks, double most)
      throws IOException {
    sheet.add(
        new Figure(name, "Hiwar", unit, where(talks), List.of(value)).aimingAt(Aim.atMost(most)));
  }

  private void measure(String cost, Talks talks, Optional<Aim> aim, String recorded)
      throws InterruptedException, IOException {
    var talking = new Talking(centre.toAgents, centre.toCallers, centre.metronome);
    talking.measure(centre.process(), talks.count(), length);
    var where = new TreeMap<>(where(talks));
    where.put("recorded", recorded);
    var found = talking.figures("Hiwar", cost, where);
    sheet.add(aim.map(found.get(0)::aimingAt).orElse(found.get(0)));
    sheet.add(found.get(1));
    sheet.add(found.get(2).aimingAt(Aim.atMost(1.5)));
    sheet.add(found.get(3).aimingAt(NONE));
    sheet.add(found.get(4));
    sheet.add(
        new Figure(
                "calls that broke off meanwhile",
                "Hiwar",
                "calls",
                where,
                List.of((double) talks.brokenOff()))
            .aimingAt(NONE));
  }
}
