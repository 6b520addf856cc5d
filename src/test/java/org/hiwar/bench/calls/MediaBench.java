package org.hiwar.bench.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hiwar.bench.Machine;

/// A tool for whoever works on the audio, no part of the published figures: what relaying,
/// recording and music cost [MediaHost], by thread, beside rtpengine in the same minute.
///
/// Arguments: `relayed`, `recorded`, `music` or `rtpengine`, calls, seconds, repetitions, and
/// options of the JVM under measure. It prints processor time, context switches by thread and what
/// [Talking] sees.
final class MediaBench {
  private static final InetAddress AGENTS = InetAddress.ofLiteral("127.7.9.4");
  private static final InetAddress OURS = InetAddress.ofLiteral("127.0.0.1");
  private static final int PACKETS = 100;
  private static final int WARM_UP_S = 12;

  private MediaBench() {}

  public static void main(String[] arguments) throws Exception {
    var how = arguments[0];
    int calls = Integer.parseInt(arguments[1]);
    int repetitions = Integer.parseInt(arguments[3]);
    var length = new CallsLength(calls, 1, Integer.parseInt(arguments[2]), repetitions, 1);
    if (how.equals("rtpengine"))
      RtpengineFloor.run(PeerProcess.found(how).orElseThrow(), length, true);
    else run(how, length, List.of(arguments).subList(4, arguments.length));
    System.exit(0); // the threads of the ears
  }

  private static void run(String how, CallsLength length, List<String> options) throws Exception {
    var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "media");
    var host = host(folder, options);
    Runtime.getRuntime().addShutdownHook(new Thread(host::destroyForcibly));
    var meters = new DelayMeter[] {new DelayMeter(), new DelayMeter()};
    try (var metronome = new Metronome();
        var callers = new Ears("callers");
        var agents = new Ears("agents")) {
      for (var end : ends(how, host, length.agents(), new Both(meters, callers, agents))) {
        end.speak(!how.equals("music"));
        metronome.add(end);
      }
      Thread.sleep(WARM_UP_S * 1_000L);
      var talking = new Talking(meters[0], meters[1], metronome);
      for (int i = 0; i < length.repetitions(); i++) {
        var before = Used.by(host.pid());
        talking.measure(
            host.toHandle(), length.agents(), new CallsLength(length.agents(), 1, length.each(), 1, 1));
        before.print(host.pid(), length.agents());
      }
      System.out.printf("resident %d MB%n", Machine.residentKb(host.pid()) >> 10);
    }
  }

  private static Process host(Path folder, List<String> options) throws IOException {
    var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MediaHost.class.getName(), folder.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private record Both(DelayMeter[] meters, Ears callers, Ears agents) {
    MediaEnd.Meters ofAgents() {
      return new MediaEnd.Meters(meters[0], meters[1]);
    }

    MediaEnd.Meters ofCallers() {
      return new MediaEnd.Meters(meters[1], meters[0]);
    }
  }

  private static List<MediaEnd> ends(String how, Process host, int calls, Both both)
      throws Exception {
    var ends = new ArrayList<MediaEnd>();
    var out = new PrintStream(host.getOutputStream(), true, StandardCharsets.UTF_8);
    var in = host.inputReader(StandardCharsets.UTF_8);
    var offer =
        Base64.getEncoder().encodeToString(AgentPhone.offer().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < calls; i++) {
      var caller = new MediaEnd(MediaHost.CALLERS, i + 1, both.ofCallers(), both.callers());
      var agent = new AgentPhone(AGENTS, 10_000 + i, both.ofAgents(), both.agents());
      out.println(how + " " + caller.port() + " " + offer);
      var answer = answer(in);
      agent.connect(new String(Base64.getDecoder().decode(answer[1]), StandardCharsets.UTF_8));
      caller.aim(new InetSocketAddress(OURS, Integer.parseInt(answer[0])));
      ends.addAll(List.of(caller, agent));
    }
    return ends;
  }

  /// What is logged on standard output as well is passed over.
  private static String[] answer(BufferedReader in) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine())
      if (line.matches("\\d+ [A-Za-z0-9+/=]+")) return line.split(" ");
    throw new IOException("the host has ended");
  }

  /// Processor time in nanoseconds and times put on a processor, by name of thread.
  private record Used(Map<String, long[]> threads, long at) {
    static Used by(long pid) throws IOException {
      var threads = new TreeMap<String, long[]>();
      try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
        for (var task : tasks.toList()) {
          var fields = Files.readString(task.resolve("schedstat")).strip().split(" ");
          var name = Files.readString(task.resolve("comm")).strip().replaceAll("#?\\d+$", "");
          var sums = threads.computeIfAbsent(name, _ -> new long[2]);
          sums[0] += Long.parseLong(fields[0]);
          sums[1] += Long.parseLong(fields[2]);
        }
      }
      return new Used(threads, System.nanoTime());
    }

    void print(long pid, int calls) throws IOException {
      var now = by(pid);
      double seconds = (now.at - at) / 1e9;
      double packets = seconds * calls * PACKETS;
      double all = 0;
      for (var thread : now.threads.entrySet()) {
        var before = threads.getOrDefault(thread.getKey(), new long[2]);
        long nanos = thread.getValue()[0] - before[0];
        all += nanos;
        if (nanos / packets > 50)
          System.out.printf(
              "  %-16s %6.2f µs a packet, put on a processor %.3f times a packet%n",
              thread.getKey(), nanos / 1e3 / packets, (thread.getValue()[1] - before[1]) / packets);
      }
      System.out.printf("  all              %6.2f µs a packet%n", all / 1e3 / packets);
    }
  }
}
