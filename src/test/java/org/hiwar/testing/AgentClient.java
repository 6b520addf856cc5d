package org.hiwar.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An agent as a desktop: logged in by password, commands over HTTP, events over the desk's socket.
/// Works against any running server.
public final class AgentClient implements AutoCloseable {
  private final URI server;
  private final String cookie;
  private final JsonNode me;
  private final List<Window> windows = new ArrayList<>();

  private AgentClient(URI server, String cookie, JsonNode me) {
    this.server = server;
    this.cookie = cookie;
    this.me = me;
  }

  /// An answer of the server. `body` is a null node where there is none.
  public record Answer(int status, JsonNode body) {
    /// The answer itself, when it is a good one; else fails with what the server said.
    public Answer ok() {
      if (status >= 300) throw new AssertionError(status + " " + body);
      return this;
    }

    /// The code of a problem, such as `offer-gone`; empty when it is none.
    public String problem() {
      var type = body.path("type").asString("");
      return type.startsWith("urn:hiwar:problem:")
          ? type.substring("urn:hiwar:problem:".length())
          : "";
    }
  }

  /// Logs in. Throws an `AssertionError` when the server refuses.
  public static AgentClient logIn(URI server, String workspace, String login, String password) {
    var body =
        Clients.JSON.writeValueAsString(
            Map.of("workspace", workspace, "login", login, "password", password));
    var response =
        send(
            request(server, "/api/login")
                .header("X-Hiwar", "1")
                .header("Origin", origin(server))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    var answer = new Answer(response.statusCode(), Clients.read(response.body())).ok();
    var set = response.headers().firstValue("Set-Cookie").orElseThrow();
    return new AgentClient(server, set.substring(0, set.indexOf(';')), answer.body());
  }

  /// Somebody who has logged in already, by what the session cookie holds.
  public static AgentClient loggedIn(URI server, String session) {
    var cookie = "hiwar_session=" + session;
    var answer = send(request(server, "/api/me").header("Cookie", cookie).GET().build());
    var me = new Answer(answer.statusCode(), Clients.read(answer.body())).ok();
    return new AgentClient(server, cookie, me.body());
  }

  public JsonNode me() {
    return me;
  }

  public String id() {
    return me.get("id").asString();
  }

  public Answer get(String path) {
    return answer("GET", path, null, null);
  }

  /// A command with an idempotency key of its own.
  public Answer send(String method, String path, @Nullable Object body) {
    return answer(method, path, body, UUID.randomUUID());
  }

  /// A command that may be one sent before.
  public Answer send(String method, String path, @Nullable Object body, UUID key) {
    return answer(method, path, body, key);
  }

  /// Uploads a file to be sent with a message.
  public Answer upload(String name, byte[] content) {
    return post("/api/attachments?name=" + name, content);
  }

  /// Sends a file as it is.
  public Answer post(String path, byte[] content) {
    var response =
        send(
            request(server, path)
                .header("Cookie", cookie)
                .header("Origin", origin(server))
                .header("X-Hiwar", "1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    return new Answer(response.statusCode(), Clients.JSON.readTree(response.body()));
  }

  public JsonNode snapshot() {
    return get("/api/desk").ok().body();
  }

  public Answer ready() {
    return send("PUT", "/api/desk/presence", Map.of("state", "READY"));
  }

  public Answer notReady(String reason) {
    return send("PUT", "/api/desk/presence", Map.of("state", "NOT_READY", "reason", reason));
  }

  public Answer leaveFloor() {
    return send("PUT", "/api/desk/presence", Map.of("state", "LOGGED_OUT"));
  }

  public Answer accept(String interaction, int offer) {
    return send("POST", "/api/offers/" + interaction + "/accept", Map.of("offer", offer));
  }

  public Answer decline(String interaction, int offer) {
    return send("POST", "/api/offers/" + interaction + "/decline", Map.of("offer", offer));
  }

  public Answer say(String conversation, String interaction, UUID id, String text) {
    return send(
        "POST",
        "/api/conversations/" + conversation + "/messages",
        Map.of("id", id.toString(), "interaction", interaction, "text", text));
  }

  /// A note for colleagues; `mentions` are ids of users.
  public Answer note(
      String conversation, String interaction, UUID id, String text, String... mentions) {
    return send(
        "POST",
        "/api/conversations/" + conversation + "/messages",
        Map.of(
            "id",
            id.toString(),
            "interaction",
            interaction,
            "text",
            text,
            "note",
            Map.of("mentions", List.of(mentions))));
  }

  public Answer read(String conversation, long seq) {
    return send("PUT", "/api/conversations/" + conversation + "/read", Map.of("seq", seq));
  }

  public Answer end(String interaction) {
    return send("POST", "/api/interactions/" + interaction + "/end", null);
  }

  public Answer notes(String interaction, String notes, @Nullable String disposition) {
    var body = Clients.JSON.createObjectNode().put("notes", notes).put("disposition", disposition);
    return send("PUT", "/api/interactions/" + interaction + "/notes", body);
  }

  public Answer complete(
      String conversation, long seenSeq, @Nullable String disposition, String notes) {
    var body =
        Clients.JSON
            .createObjectNode()
            .put("seenSeq", seenSeq)
            .put("disposition", disposition)
            .put("notes", notes);
    return send("POST", "/api/conversations/" + conversation + "/complete", body);
  }

  /// Opens a window as the desktop does: snapshot first, then the frames after it.
  public Window openDesk() {
    var snapshot = snapshot();
    return openDesk(snapshot.get("desk").asString(), snapshot.get("offset").asLong(), _ -> {});
  }

  /// Opens a window that goes on after `after`; `heard` is called with every message as it comes.
  public Window openDesk(String desk, long after, Consumer<JsonNode> heard) {
    var window = new Window(heard);
    var at =
        URI.create(
            "ws"
                + origin(server).substring("http".length())
                + "/api/desk/socket?desk="
                + URLEncoder.encode(desk, UTF_8)
                + "&after="
                + after);
    window.line =
        Line.open(
            Clients.HTTP, at, Map.of("Cookie", cookie, "Origin", origin(server)), window::hear);
    windows.add(window);
    return window;
  }

  /// Closes all windows as if the browser were killed; the log-in stays.
  @Override
  public void close() {
    windows.forEach(Window::close);
  }

  /// One open socket of the desk, and all that it has heard.
  public static final class Window implements AutoCloseable {
    private final List<JsonNode> heard = new ArrayList<>();
    private final Consumer<JsonNode> listener;
    private @Nullable Line line;

    private Window(Consumer<JsonNode> listener) {
      this.listener = listener;
    }

    private void hear(String text) {
      var message = Clients.read(text);
      synchronized (heard) {
        heard.add(message);
      }
      listener.accept(message);
    }

    /// Everything but heartbeats.
    public List<JsonNode> frames() {
      synchronized (heard) {
        return heard.stream().filter(m -> !m.has("heartbeat")).toList();
      }
    }

    public List<JsonNode> events(String type) {
      return frames().stream()
          .filter(f -> f.has("events"))
          .flatMap(f -> f.get("events").valueStream())
          .filter(e -> e.get("type").asString().equals(type))
          .toList();
    }

    public List<JsonNode> heartbeats() {
      synchronized (heard) {
        return heard.stream().filter(m -> m.has("heartbeat")).toList();
      }
    }

    public Line line() {
      if (line == null) throw new IllegalStateException("not open");
      return line;
    }

    public void types(String conversation) {
      line()
          .send(
              Clients.JSON.writeValueAsString(
                  Map.of("type", "typing", "conversation", conversation)));
    }

    /// Writes a message as the desktop does.
    public void writes(String conversation, String interaction, UUID id, String text) {
      line()
          .send(
              Clients.JSON.writeValueAsString(
                  Map.of(
                      "type",
                      "write",
                      "id",
                      id.toString(),
                      "conversation",
                      conversation,
                      "interaction",
                      interaction,
                      "text",
                      text)));
    }

    /// The answers to a message written so.
    public List<JsonNode> answers(UUID id) {
      return frames().stream()
          .filter(
              f ->
                  f.path("written").asString("").equals(id.toString())
                      || f.path("refused").asString("").equals(id.toString()))
          .toList();
    }

    @Override
    public void close() {
      if (line != null) line.abort();
    }
  }

  private Answer answer(String method, String path, @Nullable Object body, @Nullable UUID key) {
    var request =
        request(server, path)
            .header("Cookie", cookie)
            .header("X-Hiwar", "1")
            .header("Origin", origin(server));
    if (key != null) request.header("Idempotency-Key", key.toString());
    if (body != null) request.header("Content-Type", "application/json");
    request.method(
        method,
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(Clients.JSON.writeValueAsString(body)));
    var response = send(request.build());
    return new Answer(response.statusCode(), Clients.read(response.body()));
  }

  private static HttpRequest.Builder request(URI server, String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  private static String origin(URI server) {
    return server.getScheme() + "://" + server.getAuthority();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return Clients.HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
