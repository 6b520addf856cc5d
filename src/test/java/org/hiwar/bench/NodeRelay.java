package org.hiwar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The relays on socket.io and ws of bench/peers, each in a process of its own.
final class NodeRelay implements Relay {
  enum Kind {
    SOCKET_IO,
    WS
  }

  private final Kind kind;
  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<TextSocket> customers = new ArrayList<>();
  private final List<TextSocket> agents = new ArrayList<>();
  private final AtomicInteger acks = new AtomicInteger();

  NodeRelay(Kind kind) throws IOException {
    this.kind = kind;
    var script = kind == Kind.WS ? "ws-relay.js" : "socketio-relay.js";
    process =
        new ProcessBuilder("node", "--expose-gc", script)
            .directory(Path.of("bench/peers").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = out.readLine();
    if (line == null) throw new IOException(script + " did not start; run npm ci in bench/peers");
    port = Integer.parseInt(line);
  }

  @Override
  public void open(int pairs, Arrivals arrivals) throws Exception {
    for (int i = customers.size(); i < pairs; i++) {
      customers.add(socket(i, arrivals));
      agents.add(socket(i, arrivals));
    }
  }

  private TextSocket socket(int pair, Arrivals arrivals) {
    var path =
        kind == Kind.WS ? "/?pair=" + pair : "/socket.io/?EIO=4&transport=websocket&pair=" + pair;
    var self = new TextSocket[1];
    self[0] =
        new TextSocket(
            client,
            URI.create("ws://127.0.0.1:" + port + path),
            Map.of(),
            text -> read(text, self, arrivals));
    if (kind == Kind.SOCKET_IO) self[0].send("40");
    return self[0];
  }

  /// socket.io frames: `42["message","…"]` an event, `43<id>[…]` an acknowledgement, `2` a ping
  /// that wants `3`.
  private void read(String frame, TextSocket[] self, Arrivals arrivals) {
    if (kind == Kind.WS) {
      if (frame.startsWith("{\"id\":")) arrivals.shown(frame.substring(7, frame.indexOf('"', 7)));
    } else if (frame.equals("2")) {
      self[0].send("3");
    } else if (frame.startsWith("42[\"message\",\"")) {
      arrivals.shown(frame.substring(14, frame.length() - 2));
    }
  }

  @Override
  public void say(int pair, Side from, String text) {
    var socket = (from == Side.CUSTOMER ? customers : agents).get(pair);
    socket.send(
        kind == Kind.WS
            ? "{\"id\":\"" + text + "\"}"
            : "42" + acks.incrementAndGet() + "[\"message\",\"" + text + "\"]");
  }

  @Override
  public ProcessHandle server() {
    return process.toHandle();
  }

  /// Closes all sockets.
  void hangUp() {
    customers.forEach(TextSocket::close);
    agents.forEach(TextSocket::close);
    customers.clear();
    agents.clear();
  }

  void collectGarbage() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-USR2", Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws Exception {
    hangUp();
    process.destroy();
    process.waitFor();
  }
}
