package org.hiwar.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A customer's widget as the benchmarks need it: many on one client, its frames handed on unread.
final class BenchVisitor {
  private final TextSocket socket;
  private final CompletableFuture<Void> welcomed = new CompletableFuture<>();

  /// Opens the line and says hello.
  BenchVisitor(HttpClient client, URI server, BenchWorkspace workspace, Consumer<String> heard) {
    var at =
        URI.create(
            "ws"
                + server.toString().substring(4)
                + "/api/chat/"
                + workspace.slug()
                + "/"
                + workspace.entry()
                + "/socket");
    socket =
        new TextSocket(
            client,
            at,
            Map.of("Origin", server.toString()),
            frame -> {
              if (frame.contains("\"welcome\"")) welcomed.complete(null);
              heard.accept(frame);
            });
    socket.send(
        "{\"type\":\"hello\",\"visitor\":null,\"after\":0,\"conversation\":null,\"language\":\"en\"}");
  }

  /// Done when the server has answered the hello.
  CompletableFuture<Void> welcomed() {
    return welcomed;
  }

  void say(String text) {
    socket.send(
        "{\"type\":\"send\",\"id\":\""
            + UUID.randomUUID()
            + "\",\"text\":\""
            + text
            + "\",\"name\":null,\"address\":null}");
  }

  void close() {
    socket.close();
  }
}
