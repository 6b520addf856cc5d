package org.hiwar.voice.webrtc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Serves the telephone's page, and takes its offers to a port.
public final class PhoneServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8");

  private final HttpServer server;
  private final WebRtcPort port;
  private final BlockingQueue<BrowserLeg> legs = new LinkedBlockingQueue<>();
  private final BlockingQueue<LegState> states = new LinkedBlockingQueue<>();

  public PhoneServer(WebRtcPort port) throws IOException {
    this.port = port;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/offer", this::offer);
    server.createContext("/", PhoneServer::file);
    server.start();
  }

  String page(String change) {
    int at = server.getAddress().getPort();
    return "http://localhost:" + at + "/phone.html?change=" + change;
  }

  /// The leg of the latest offer.
  BrowserLeg leg() throws InterruptedException {
    var leg = legs.poll(60, TimeUnit.SECONDS);
    if (leg == null) throw new IllegalStateException("no offer came");
    return leg;
  }

  /// The states that legs have come to, in order.
  BlockingQueue<LegState> states() {
    return states;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// The page can ask that its answer has a fault: `password` of ICE, or `fingerprint` in its
  /// offer.
  private void offer(HttpExchange exchange) throws IOException {
    var offer = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var change = exchange.getRequestURI().getQuery();
    if (change.endsWith("fingerprint"))
      offer = offer.replaceAll("(?m)^(a=fingerprint:sha-256 )..:..", "$100:00");
    switch (port.answer(offer, (_, state) -> states.add(state))) {
      case OfferOutcome.Answered(var leg, var answer) -> {
        legs.add(leg);
        var sent =
            change.endsWith("password")
                ? answer.replaceAll("(?m)^(a=ice-pwd:)....", "$1WxYz")
                : answer;
        respond(exchange, 200, sent.getBytes(StandardCharsets.UTF_8));
      }
      case OfferOutcome.Refused(var sentence) ->
          respond(exchange, 400, sentence.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void file(HttpExchange exchange) {
    var name = exchange.getRequestURI().getPath().substring(1);
    try {
      var bytes = bytes(name);
      var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      exchange.getResponseHeaders().add("Content-Type", type);
      respond(exchange, bytes == null ? 404 : 200, bytes == null ? new byte[0] : bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte @Nullable [] bytes(String name) throws IOException {
    try (var in = PhoneServer.class.getResourceAsStream(name)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
