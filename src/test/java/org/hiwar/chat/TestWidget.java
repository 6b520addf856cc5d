package org.hiwar.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A widget without a page: speaks frames with the server and keeps what it hears.
final class TestWidget implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  volatile int closeCode;
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  TestWidget(String entry, String origin) {
    socket =
        HTTP.newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(
                URI.create("ws://127.0.0.1:" + ChatAlone.port() + "/api/chat/" + entry + "/socket"),
                this)
            .join();
  }

  /// Connects and says hello.
  static TestWidget of(
      String entry, @Nullable String visitor, long after, @Nullable String conversation) {
    var widget = new TestWidget(entry, ChatAlone.origin());
    var hello = frame("hello").put("after", after).put("language", "ar");
    if (visitor != null) hello.put("visitor", visitor);
    if (conversation != null) hello.put("conversation", conversation);
    widget.say(hello);
    widget.await("welcome");
    return widget;
  }

  static ObjectNode frame(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }

  void say(JsonNode frame) {
    socket.sendText(frame.toString(), true).orTimeout(10, TimeUnit.SECONDS).join();
  }

  void raw(String text) {
    socket.sendText(text, true).orTimeout(10, TimeUnit.SECONDS).join();
  }

  void send(UUID id, String text) {
    say(frame("send").put("id", id.toString()).put("text", text));
  }

  /// Sends and waits until it is stored.
  JsonNode tell(String text) {
    var id = UUID.randomUUID();
    send(id, text);
    return await(frame -> is(frame, "stored") && frame.path("id").asString().equals(id.toString()));
  }

  JsonNode await(String type) {
    return await(frame -> is(frame, type));
  }

  JsonNode awaitState(String state) {
    return await(frame -> is(frame, "state") && frame.path("state").asString().equals(state));
  }

  JsonNode await(Predicate<JsonNode> wanted) {
    Await.until(() -> heard.stream().anyMatch(wanted));
    return heard.stream().filter(wanted).findFirst().orElseThrow();
  }

  static boolean is(JsonNode frame, String type) {
    return frame.path("type").asString().equals(type);
  }

  List<JsonNode> heard(String type) {
    return heard.stream().filter(frame -> is(frame, type)).toList();
  }

  String visitor() {
    return await("welcome").path("visitor").asString();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      heard.add(JsonMapper.shared().readTree(part.toString()));
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closeCode = code;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closeCode = -1;
  }

  /// As a page that is closed, or a network that is lost.
  @Override
  public void close() {
    socket.abort();
  }
}
