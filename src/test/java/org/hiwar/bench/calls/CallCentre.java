package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hiwar.bench.BenchRows;
import org.hiwar.bench.OwnHiwar;

/// Hiwar as a call centre, in a process of its own: agents with telephones, and callers on two
/// trunks, because a trunk may begin only so many calls a second.
final class CallCentre implements AutoCloseable {
  /// Calls to it are not recorded.
  static final String NUMBER = "+4930901820";

  /// Calls to it are.
  static final String RECORDED = "+4930901821";

  /// Calls to it only a few agents may take.
  static final String FEW = "+4930901822";

  private static final List<InetAddress> TRUNKS =
      List.of(InetAddress.ofLiteral("127.7.9.2"), InetAddress.ofLiteral("127.7.9.3"));
  private static final InetAddress AGENTS = InetAddress.ofLiteral("127.7.9.4");
  private static final int AT_ONCE = 8;

  final Calls calls = new Calls();
  final DelayMeter toAgents = new DelayMeter();
  final DelayMeter toCallers = new DelayMeter();
  final Metronome metronome = new Metronome();
  final Ears callersEars = new Ears("callers");
  private final Ears agentsEars = new Ears("agents");
  private final int sip = freePort();
  private final OwnHiwar hiwar = OwnHiwar.start(Map.of("HIWAR_SIP_PORT", Integer.toString(sip)));
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<SipCallers> callers = new ArrayList<>();
  private final List<CallAgent> agents = new ArrayList<>();
  private int turn;

  private record Rows(
      long plain, long recorded, long few, String administrator, List<String> cookies) {}

  CallCentre(int size) throws Exception {
    var rows = hiwar.database().inDirectory(db -> rows(new BenchRows(db), size));
    var line = new LineSetup(client, hiwar.server(), rows.administrator());
    line.recording(rows.plain(), "OFF");
    line.recording(rows.few(), "OFF");
    line.recording(rows.recorded(), "ON");
    var server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), sip);
    for (var at : TRUNKS) {
      var made = new SipCallers(at, server, _ -> {});
      callers.add(made);
      var trunk = line.trunk(made.address());
      line.number(trunk, NUMBER, rows.plain());
      line.number(trunk, RECORDED, rows.recorded());
      line.number(trunk, FEW, rows.few());
    }
    for (int i = 0; i < size; i++) agents.add(agent(i, rows.cookies().get(i)));
    all(agents, CallAgent::begin);
  }

  private static Rows rows(BenchRows rows, int size) {
    long plain = rows.service("Orders", "VOICE", false);
    long recorded = rows.service("Complaints", "VOICE", false);
    long few = rows.service("Bookings", "VOICE", false);
    long language = rows.language();
    var skills = List.of(plain, recorded, language);
    var more = List.of(plain, recorded, few, language);
    return new Rows(
        plain,
        recorded,
        few,
        rows.user("administrator", "ADMINISTRATOR", List.of()),
        IntStream.range(0, size)
            .mapToObj(i -> rows.user("agent" + i, "AGENT", i < fewOf(size) ? more : skills))
            .toList());
  }

  /// How many agents have the service of [#FEW].
  static int fewOf(int agents) {
    return Math.min(40, agents / 2);
  }

  private CallAgent agent(int number, String cookie) throws Exception {
    var meters = new MediaEnd.Meters(toAgents, toCallers);
    var phone = new AgentPhone(AGENTS, 0x2000_0000 + number, meters, agentsEars);
    metronome.add(phone);
    return new CallAgent(client, hiwar.server(), cookie, phone, calls);
  }

  private static int freePort() throws IOException {
    try (var socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  interface Each {
    void of(CallAgent agent) throws Exception;
  }

  static void all(List<CallAgent> agents, Each each) throws Exception {
    try (var few = Executors.newFixedThreadPool(AT_ONCE)) {
      var waiting = new ArrayList<Future<?>>();
      for (var agent : agents)
        waiting.add(
            few.submit(
                () -> {
                  each.of(agent);
                  return null;
                }));
      for (var one : waiting) one.get();
    }
  }

  /// Makes every agent ready who is not; how many are.
  int allReady() throws Exception {
    var ready = new AtomicInteger();
    all(
        agents,
        agent -> {
          if (agent.isReadyAgain()) ready.incrementAndGet();
        });
    return ready.get();
  }

  /// A new call, on one trunk after the other.
  PlacedCall call(String called) {
    turn = (turn + 1) % callers.size();
    var call = callers.get(turn).call(called);
    calls.add(call);
    return call;
  }

  /// The caller's end of a call.
  MediaEnd callerEnd(int number) throws IOException {
    var meters = new MediaEnd.Meters(toCallers, toAgents);
    return new MediaEnd(TRUNKS.getFirst(), 0x1000_0000 + number, meters, callersEars) {
      @Override
      void heard(long about, long now) {
        if (about != 0) calls.heard(about, now);
      }
    };
  }

  List<CallAgent> agents() {
    return agents;
  }

  ProcessHandle process() {
    return hiwar.handle();
  }

  @Override
  public void close() throws Exception {
    metronome.close();
    agents.forEach(CallAgent::close);
    callers.forEach(SipCallers::close);
    hiwar.close();
    client.shutdownNow();
    callersEars.close();
    agentsEars.close();
  }
}
