package org.hiwar.testing;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the running application as the desktop does: keeps the session cookie, sends Origin
/// and header.
public final class TestBrowser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COOKIE = "hiwar_session";

  private final Map<String, String> headers =
      new LinkedHashMap<>(Map.of("Origin", RunningHiwar.origin(), "X-Hiwar", "1"));
  private @Nullable String cookie;

  /// What came back. `body` is a missing node when there was none, a text node when it was not
  /// JSON.
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    /// This answer, when its status is as expected.
    public Answer expect(int expected) {
      if (status != expected)
        throw new AssertionError("expected " + expected + ", got " + status + ": " + body);
      return this;
    }

    /// The code of the problem; empty when it is none.
    public String problem() {
      return body.path("type").asString("").replace("urn:hiwar:problem:", "");
    }
  }

  public Answer logIn(String workspace, String login, String password) {
    return post("/api/login", Map.of("workspace", workspace, "login", login, "password", password));
  }

  /// From now on sends this header; null leaves it out.
  public TestBrowser header(String name, @Nullable String value) {
    if (value == null) headers.remove(name);
    else headers.put(name, value);
    return this;
  }

  /// What the session cookie holds; null before a log-in.
  public @Nullable String cookie() {
    return cookie;
  }

  public TestBrowser cookie(@Nullable String value) {
    cookie = value;
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// `body`: a text is sent as it is, null not at all, anything else as JSON.
  public Answer send(String method, String path, @Nullable Object body) {
    var request = request(path);
    if (body == null) request.method(method, BodyPublishers.noBody());
    else
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body instanceof String text ? text : json(body)));
    return answer(send(request.build(), ofString()));
  }

  /// Sends a file as it is.
  public Answer upload(String path, byte[] file) {
    var request = request(path).header("Content-Type", "application/octet-stream");
    return answer(send(request.POST(BodyPublishers.ofByteArray(file)).build(), ofString()));
  }

  /// Posts what is too large: waits with the body until it is wanted, which it never is.
  public Answer refusedAtOnce(String path, byte[] body) {
    var request = request(path).header("Content-Type", "application/json").expectContinue(true);
    return answer(send(request.POST(BodyPublishers.ofByteArray(body)).build(), ofString()));
  }

  /// What is no text.
  public HttpResponse<byte[]> download(String path) {
    return send(request(path).GET().build(), ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(RunningHiwar.uri(path)).timeout(PATIENCE);
    headers.forEach(request::header);
    if (cookie != null) request.header("Cookie", COOKIE + "=" + cookie);
    return request;
  }

  private Answer answer(HttpResponse<String> response) {
    response.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith(COOKIE + "="))
        .forEach(
            set ->
                cookie =
                    set.substring(COOKIE.length() + 1, set.indexOf(';')).isEmpty()
                        ? null
                        : set.substring(COOKIE.length() + 1, set.indexOf(';')));
    return new Answer(response.statusCode(), parsed(response), response);
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> as) {
    try {
      return HTTP.send(request, as);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode parsed(HttpResponse<String> response) {
    var mapper = JsonMapper.shared();
    if (response.body().isEmpty()) return mapper.missingNode();
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return json ? mapper.readTree(response.body()) : mapper.stringNode(response.body());
  }

  private static String json(Object body) {
    return JsonMapper.shared().writeValueAsString(body);
  }
}
