package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Latencies;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Paced;

/// What a call costs where nothing is decided and nothing kept: our callers straight to a sipp that
/// answers, and the same with Kamailio between them, which only passes messages on. No queue, no
/// agents, no audio.
final class SetUpFloor {
  static final String KAMAILIO = "Kamailio";
  static final String SIPP = "sipp";
  private static final int RATE = 50;
  private static final long HOLD_MS = 2_000;
  private static final InetAddress CALLERS = InetAddress.ofLiteral("127.7.9.2");
  private static final InetSocketAddress ANSWERS =
      new InetSocketAddress(InetAddress.ofLiteral("127.7.9.5"), 25_070);
  private static final InetSocketAddress PROXY =
      new InetSocketAddress(InetAddress.ofLiteral("127.7.9.7"), 25_060);

  private SetUpFloor() {}

  static PeerProcess answering(String sipp) throws IOException {
    return new PeerProcess(
        List.of(
            sipp,
            "-sn",
            "uas",
            "-i",
            ANSWERS.getAddress().getHostAddress(),
            "-p",
            "" + ANSWERS.getPort(),
            "-nostdin"));
  }

  /// sipp calls sipp: what both together need for a call.
  static List<Figure> sipp(String sipp, CallsLength length) throws Exception {
    int calls = RATE * length.each();
    var cpu = new ArrayList<Double>();
    for (int i = 0; i < length.repetitions(); i++) {
      try (var answers = answering(sipp);
          var asks = asking(sipp, calls)) {
        int code = asks.await(60L + length.each());
        if (code != 0) throw new IllegalStateException("sipp ended with " + code);
        // The caller's own time is gone with it; the one that answers does the same work.
        cpu.add(Machine.cpuNanos(answers.handle()) / 1e6 / calls);
      }
    }
    var where = Map.of("calls a second", "" + RATE, "process", "the one that answers");
    return List.of(new Figure("CPU per call", SIPP, "ms", where, cpu));
  }

  private static PeerProcess asking(String sipp, int calls) throws IOException {
    return new PeerProcess(
        List.of(
            sipp,
            "-sn",
            "uac",
            ANSWERS.getAddress().getHostAddress() + ":" + ANSWERS.getPort(),
            "-i",
            CALLERS.getHostAddress(),
            "-p",
            "25071",
            "-r",
            "" + RATE,
            "-m",
            "" + calls,
            "-d",
            "" + HOLD_MS,
            "-nostdin"));
  }

  /// Our callers to sipp without anything between.
  static List<Figure> direct(String sipp, CallsLength length) throws Exception {
    try (var answers = answering(sipp)) {
      Thread.sleep(500);
      return run(SIPP, ANSWERS, answers.handle(), length);
    }
  }

  static List<Figure> kamailio(String kamailio, String sipp, CallsLength length) throws Exception {
    var folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
    var settings = Files.writeString(folder.resolve("kamailio.cfg"), settings());
    try (var answers = answering(sipp);
        var proxy =
            new PeerProcess(
                List.of(
                    kamailio,
                    "-f",
                    settings.toString(),
                    "-DD",
                    "-E",
                    "-P",
                    folder.resolve("kamailio.pid").toString(),
                    "-Y",
                    folder.toString()))) {
      Thread.sleep(2_000);
      answers.handle();
      return run(KAMAILIO, PROXY, proxy.handle(), length);
    }
  }

  /// Stateful, as a proxy before a call centre is; in the way of every message.
  private static String settings() {
    return """
    debug=0
    log_stderror=yes
    children=2
    disable_tcp=yes
    auto_aliases=no
    listen=udp:%s:%d
    mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/"
    loadmodule "tm.so"
    loadmodule "sl.so"
    loadmodule "pv.so"
    loadmodule "siputils.so"
    request_route {
      if (!has_totag()) { $du = "sip:%s:%d"; }
      t_relay();
    }
    """
        .formatted(
            PROXY.getAddress().getHostAddress(),
            PROXY.getPort(),
            ANSWERS.getAddress().getHostAddress(),
            ANSWERS.getPort());
  }

  private static List<Figure> run(
      String of, InetSocketAddress server, ProcessHandle process, CallsLength length)
      throws Exception {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    var failed = new ArrayList<Double>();
    for (int i = 0; i < length.repetitions(); i++) {
      long before = Machine.cpuNanos(process);
      var calls = calls(server, RATE * length.each());
      cpu.add((Machine.cpuNanos(process) - before) / 1e6 / calls.size());
      var latencies = new Latencies(calls.size());
      for (var call : calls)
        if (call.answeredAt != 0) latencies.add(call.answeredAt - call.invitedAt);
      p50.add(latencies.percentileMs(0.5));
      p99.add(latencies.percentileMs(0.99));
      failed.add((double) calls.size() - latencies.count());
    }
    var where = Map.of("calls a second", "" + RATE);
    return List.of(
        new Figure("from INVITE to 200, p50", of, "ms", where, p50),
        new Figure("from INVITE to 200, p99", of, "ms", where, p99),
        new Figure("CPU per call", of, "ms", where, cpu),
        new Figure("calls failed, of " + RATE * length.each(), of, "calls", where, failed));
  }

  private static List<PlacedCall> calls(InetSocketAddress server, int count) throws Exception {
    var calls = new ArrayList<PlacedCall>();
    try (var leaving = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        var callers =
            new SipCallers(
                CALLERS,
                server,
                call -> {
                  var _ =
                      leaving.schedule(
                          call::leave, HOLD_MS, java.util.concurrent.TimeUnit.MILLISECONDS);
                })) {
      var nowhere = new InetSocketAddress(CALLERS, 9);
      Paced.run(
          RATE,
          count / (double) RATE,
          _ -> {
            var call = callers.call("service");
            calls.add(call);
            call.place(nowhere);
          });
      for (int i = 0; i < 200 && !calls.stream().allMatch(PlacedCall::isOver); i++)
        Thread.sleep(50);
    }
    return calls;
  }
}
