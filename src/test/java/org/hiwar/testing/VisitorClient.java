package org.hiwar.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A customer with the widget open on a page. Remembers its visitor token, so that it can lose the
/// line and come back as the same visitor, as a browser does.
public final class VisitorClient implements AutoCloseable {
  private final URI socket;
  private final String origin;
  private final String language;
  private final Consumer<JsonNode> listener;
  private final List<JsonNode> heard = new ArrayList<>();
  private final Map<String, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private @Nullable Line line;
  private @Nullable String visitor;
  private @Nullable String conversation;
  private long seq;

  /// `language`: `ar` or `en`. `listener` is called with every message from the server.
  public VisitorClient(
      URI server, String workspace, String entry, String language, Consumer<JsonNode> listener) {
    this.origin = server.getScheme() + "://" + server.getAuthority();
    this.socket =
        URI.create(
            "ws%s/api/chat/%s/%s/socket"
                .formatted(origin.substring("http".length()), workspace, entry));
    this.language = language;
    this.listener = listener;
  }

  public VisitorClient(URI server, String workspace, String entry) {
    this(server, workspace, entry, "en", _ -> {});
  }

  /// Opens the line, or opens it again, and says who it is; returns the welcome.
  public JsonNode connect() {
    var welcome = new CompletableFuture<JsonNode>();
    answers.put("welcome", welcome);
    var opened = Line.open(Clients.HTTP, socket, Map.of("Origin", origin), this::hear);
    line = opened;
    var hello =
        Clients.JSON
            .createObjectNode()
            .put("type", "hello")
            .put("visitor", visitor)
            .put("after", seq)
            .put("conversation", conversation)
            .put("language", language);
    opened.send(hello.toString());
    return welcome.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  /// As [#connect], by a page that has kept no message.
  public JsonNode connectAnew() {
    seq = 0;
    return connect();
  }

  /// Sends a message; done with `stored` or `refused`.
  public CompletableFuture<JsonNode> say(UUID id, String text) {
    return say(id, text, null, null);
  }

  /// With the name and the address that the visitor typed into the form.
  public CompletableFuture<JsonNode> say(
      UUID id, String text, @Nullable String name, @Nullable String address) {
    return say(id, text, name, address, false);
  }

  /// Leaves a message while nobody is there.
  public CompletableFuture<JsonNode> leaveMessage(String text, String name, String address) {
    return say(UUID.randomUUID(), text, name, address, true);
  }

  /// The signed token by which its uploads are known; null before the first welcome.
  public @Nullable String token() {
    return visitor;
  }

  /// Sends a message with files that were uploaded before.
  public CompletableFuture<JsonNode> say(UUID id, String text, List<String> files) {
    var answer = answers.computeIfAbsent(id.toString(), _ -> new CompletableFuture<>());
    var frame = Clients.JSON.createObjectNode().put("type", "send").put("id", id.toString());
    frame.put("text", text).set("files", Clients.JSON.valueToTree(files));
    line().send(frame.toString());
    return answer;
  }

  private CompletableFuture<JsonNode> say(
      UUID id, String text, @Nullable String name, @Nullable String address, boolean left) {
    var answer = answers.computeIfAbsent(id.toString(), _ -> new CompletableFuture<>());
    line()
        .send(
            Clients.JSON
                .createObjectNode()
                .put("type", "send")
                .put("id", id.toString())
                .put("text", text)
                .put("name", name)
                .put("address", address)
                .put("left", left)
                .toString());
    return answer;
  }

  /// Sends a message and waits until it is stored.
  public JsonNode say(String text) {
    var answer =
        say(UUID.randomUUID(), text).orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    if (!answer.get("type").asString().equals("stored"))
      throw new AssertionError(answer.toString());
    return answer;
  }

  public void types() {
    line().send("{\"type\":\"typing\"}");
  }

  /// Raises a call with the offer of a browser; what becomes of it is heard as `callAnswer` and
  /// `call`.
  public void call(UUID id, String sdp) {
    line()
        .send(
            Clients.JSON
                .createObjectNode()
                .put("type", "call")
                .put("id", id.toString())
                .put("sdp", sdp)
                .toString());
  }

  public void hangUp(UUID id) {
    line().send("{\"type\":\"hangUp\",\"id\":\"" + id + "\"}");
  }

  /// How a call stands, as last told; a missing node before.
  public JsonNode call(UUID id) {
    return heard("call").reversed().stream()
        .filter(frame -> frame.get("call").asString().equals(id.toString()))
        .findFirst()
        .orElseGet(Clients.JSON::missingNode);
  }

  /// The page shows messages up to `delivered`, and those up to `read` were in sight.
  public void seen(long delivered, long read) {
    line()
        .send(
            Clients.JSON
                .createObjectNode()
                .put("type", "seen")
                .put("delivered", delivered)
                .put("read", read)
                .toString());
  }

  /// Says what it thinks of the chat that is over; what is kept is heard as `rated`.
  public void rate(int stars, String remark) {
    line()
        .send(
            Clients.JSON
                .createObjectNode()
                .put("type", "rate")
                .put("stars", stars)
                .put("remark", remark)
                .toString());
  }

  /// Ends the chat.
  public void end() {
    line().send("{\"type\":\"end\"}");
  }

  /// Loses the line without a word; [#connect] comes back.
  @Override
  public void close() {
    if (line != null) line.abort();
  }

  public Line line() {
    if (line == null) throw new IllegalStateException("not connected");
    return line;
  }

  /// Everything the server sent, in order.
  public List<JsonNode> heard() {
    synchronized (heard) {
      return List.copyOf(heard);
    }
  }

  public List<JsonNode> heard(String type) {
    return heard().stream().filter(m -> m.get("type").asString().equals(type)).toList();
  }

  /// NONE, WAITING, ACTIVE or ENDED, as last told.
  public String state() {
    for (var message : heard().reversed()) {
      if (message.get("type").asString().equals("state")) return message.get("state").asString();
      if (message.get("type").asString().equals("welcome"))
        return message.at("/chat/state").asString();
    }
    return "NONE";
  }

  /// The name of the agent, as last told.
  public Optional<String> agent() {
    for (var message : heard().reversed()) {
      if (message.get("type").asString().equals("state")) return message.get("agent").asStringOpt();
      if (message.get("type").asString().equals("welcome"))
        return message.at("/chat/agent").asStringOpt();
    }
    return Optional.empty();
  }

  private void hear(String text) {
    var message = Clients.read(text);
    synchronized (heard) {
      heard.add(message);
    }
    switch (message.path("type").asString("")) {
      case "welcome" -> {
        visitor = message.get("visitor").asString();
        message.at("/chat/conversation").asStringOpt().ifPresent(this::goesOn);
        message.get("messages").forEach(this::note);
        answer("welcome", message);
      }
      case "stored" -> {
        note(message);
        answer(message.get("id").asString(), message);
      }
      case "refused" -> answer(message.get("id").asString(), message);
      case "message" -> note(message);
      default -> {}
    }
    listener.accept(message);
  }

  private void note(JsonNode message) {
    message.path("conversation").asStringOpt().ifPresent(this::goesOn);
    seq = Math.max(seq, message.get("seq").asLong());
  }

  /// The numbers of another conversation begin again at 1.
  private void goesOn(String id) {
    if (!id.equals(conversation)) seq = 0;
    conversation = id;
  }

  private void answer(String key, JsonNode message) {
    var waiting = answers.remove(key);
    if (waiting != null) waiting.complete(message);
  }
}
