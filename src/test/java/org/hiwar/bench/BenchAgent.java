package org.hiwar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An agent's desktop as the benchmarks need it: many of them on one client, commands that do not
/// wait, and frames that are handed on unread.
public final class BenchAgent {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CONFLICT = 409;

  private final HttpClient client;
  private final URI server;
  private final String cookie;
  private final TextSocket socket;

  /// Opens the desk; `heard` is called with every frame, heartbeats too.
  public BenchAgent(
      HttpClient client, URI server, String cookie, BiConsumer<BenchAgent, String> heard)
      throws IOException, InterruptedException {
    this.client = client;
    this.server = server;
    this.cookie = cookie;
    var snapshot =
        JSON.readTree(
            client.send(request("GET", "/api/desk", null), BodyHandlers.ofString()).body());
    var at =
        "ws"
            + server.toString().substring(4)
            + "/api/desk/socket?desk="
            + URLEncoder.encode(snapshot.get("desk").asString(), StandardCharsets.UTF_8)
            + "&after="
            + snapshot.get("offset").asLong();
    socket =
        new TextSocket(
            client,
            URI.create(at),
            Map.of("Cookie", cookie, "Origin", server.toString()),
            frame -> heard.accept(this, frame));
  }

  /// Asks for *ready* until the floor has seen the open window.
  public void ready() throws IOException, InterruptedException {
    for (int attempt = 0; ; attempt++) {
      var answer =
          client.send(
              request("PUT", "/api/desk/presence", "{\"state\":\"READY\"}"),
              BodyHandlers.ofString());
      if (answer.statusCode() < 300) return;
      if (answer.statusCode() != CONFLICT || attempt > 200)
        throw new IOException(answer.statusCode() + " " + answer.body());
      Thread.sleep(20);
    }
  }

  /// The offered or held conversations in a frame, read whole. Frames without one are told apart by
  /// [#showsConversation].
  public static JsonNode read(String frame) {
    return JSON.readTree(frame);
  }

  public static boolean showsConversation(String frame) {
    return frame.contains("\"conversationChanged\"");
  }

  public CompletableFuture<HttpResponse<String>> accept(String interaction, int offer) {
    return send("POST", "/api/offers/" + interaction + "/accept", "{\"offer\":" + offer + "}");
  }

  /// Writes as the desktop does, over its socket.
  void say(String conversation, String interaction, String text) {
    socket.send(
        "{\"type\":\"write\",\"id\":\""
            + UUID.randomUUID()
            + "\",\"conversation\":\""
            + conversation
            + "\",\"interaction\":\""
            + interaction
            + "\",\"text\":\""
            + text
            + "\"}");
  }

  /// Ends the chat and then its wrap-up.
  CompletableFuture<HttpResponse<String>> endAndComplete(String conversation, String interaction) {
    return send("POST", "/api/interactions/" + interaction + "/end", null)
        .thenCompose(
            _ ->
                send(
                    "POST",
                    "/api/conversations/" + conversation + "/complete",
                    "{\"seenSeq\":1000,\"disposition\":null,\"notes\":\"\"}"));
  }

  public void close() {
    socket.close();
  }

  public CompletableFuture<HttpResponse<String>> send(
      String method, String path, @org.jspecify.annotations.Nullable String body) {
    return client.sendAsync(request(method, path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(
      String method, String path, @org.jspecify.annotations.Nullable String body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Cookie", cookie)
            .header("Origin", server.toString())
            .header("X-Hiwar", "1");
    if (!method.equals("GET")) request.header("Idempotency-Key", UUID.randomUUID().toString());
    if (body != null) request.header("Content-Type", "application/json");
    return request
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }
}
