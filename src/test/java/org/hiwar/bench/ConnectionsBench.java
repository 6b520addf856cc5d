package org.hiwar.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Resident memory of the server's process for each idle connection: measured before and after many
/// have come, each time when the process has collected its garbage. Every repetition has a process
/// of its own, in which a few connections have come and gone before.
final class ConnectionsBench {
  static final int CONNECTIONS = 2_000;
  private static final int WARM_UP = 200;

  private ConnectionsBench() {}

  /// `connections`: how many to open, an even number.
  static List<Figure> run(int connections, int repetitions) throws Exception {
    var socketIo = new ArrayList<Double>();
    var ws = new ArrayList<Double>();
    var hiwar = new ArrayList<Double>();
    for (int i = 0; i < repetitions; i++) {
      socketIo.add(peer(NodeRelay.Kind.SOCKET_IO, connections));
      ws.add(peer(NodeRelay.Kind.WS, connections));
      hiwar.add(hiwar(connections));
    }
    var where = Map.of("connections", Integer.toString(connections));
    var peer = new Figure("memory per idle connection", "socket.io", "kB", where, socketIo);
    return List.of(
        new Figure("memory per idle connection", "Hiwar", "kB", where, hiwar)
            .aimingAt(Aim.atMost(peer.median())),
        peer,
        new Figure("memory per idle connection", "ws", "kB", where, ws));
  }

  private static double peer(NodeRelay.Kind kind, int connections) throws Exception {
    try (var relay = new NodeRelay(kind)) {
      relay.open(WARM_UP / 2, _ -> {});
      relay.hangUp();
      long before = SettledMemory.kb(relay.server(), relay::collectGarbage);
      relay.open(connections / 2, _ -> {});
      return (SettledMemory.kb(relay.server(), relay::collectGarbage) - before)
          / (double) connections;
    }
  }

  private static double hiwar(int connections) throws Exception {
    try (var hiwar = OwnHiwar.start();
        var client = HttpClient.newHttpClient()) {
      var workspace = BenchWorkspace.in(hiwar.database(), 1);
      visitors(client, hiwar, workspace, WARM_UP).forEach(BenchVisitor::close);
      long before = SettledMemory.kb(hiwar.handle());
      var visitors = visitors(client, hiwar, workspace, connections);
      long after = SettledMemory.kb(hiwar.handle());
      visitors.forEach(BenchVisitor::close);
      client.shutdownNow();
      return (after - before) / (double) connections;
    }
  }

  private static List<BenchVisitor> visitors(
      HttpClient client, OwnHiwar hiwar, BenchWorkspace workspace, int count) throws Exception {
    var visitors = new ArrayList<BenchVisitor>();
    for (int i = 0; i < count; i++) {
      var visitor = new BenchVisitor(client, hiwar.server(), workspace, _ -> {});
      visitor.welcomed().get(10, TimeUnit.SECONDS);
      visitors.add(visitor);
    }
    return visitors;
  }
}
