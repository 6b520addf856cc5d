package org.hiwar.voice.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.hiwar.voice.webrtc.BrowserPhone;

/// Serves the telephone's page of the tests, and takes its offers to whoever answers them.
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final Function<String, Answered> answers;

  /// @param text the answer in SDP, or why there is none
  record Answered(int status, String text) {}

  PageServer(Function<String, Answered> answers) throws IOException {
    this.answers = answers;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/offer", this::offer);
    server.createContext("/", PageServer::file);
    server.start();
  }

  String page() {
    return "http://localhost:" + server.getAddress().getPort() + "/phone.html";
  }

  private void offer(HttpExchange exchange) throws IOException {
    var offer = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answered = answers.apply(offer);
    respond(exchange, answered.status(), answered.text().getBytes(StandardCharsets.UTF_8));
  }

  private static void file(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring(1);
    try (var in = BrowserPhone.class.getResourceAsStream(name)) {
      var type = name.endsWith(".js") ? "text/javascript" : "text/html";
      exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
      respond(exchange, in == null ? 404 : 200, in == null ? new byte[0] : in.readAllBytes());
    }
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
