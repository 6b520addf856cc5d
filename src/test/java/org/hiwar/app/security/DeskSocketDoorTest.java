package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.junit.jupiter.api.Test;

/// Who may open the desk's socket, and how long it stays open.
class DeskSocketDoorTest extends ApiTest {
  /// Much sooner than the next look at all sessions, which would close it too: that is a minute.
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void aPageOfAnotherSiteCannotOpenIt() {
    assertThat(refusal(logIn("agent"), "https://elsewhere.example")).isEqualTo(403);
    assertThat(refusal(logIn("agent"), "null")).isEqualTo(403);
  }

  @Test
  void aStrangerCannotOpenItAndNeitherCanWhoLacksThePrivilege() {
    assertThat(refusal(stranger(), RunningHiwar.origin())).isEqualTo(401);
    assertThat(refusal(logIn("administrator"), RunningHiwar.origin())).isEqualTo(403);
  }

  @Test
  void itClosesAtOnceWhenItsSessionIsRevoked() throws Exception {
    var browser = logIn("agent");
    var elsewhere = logIn("agent");
    var here = open(browser, RunningHiwar.origin());
    var there = open(elsewhere, RunningHiwar.origin());
    browser.post("/api/logout", "").expect(204);
    here.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(there).isNotDone();
  }

  @Test
  void itClosesAtOnceWhenItsUserIsDisabled() throws Exception {
    var open = open(logIn("agent"), RunningHiwar.origin());
    var administrator = logIn("administrator");
    var agent =
        administrator
            .get("/api/users")
            .expect(200)
            .body()
            .path("items")
            .valueStream()
            .filter(user -> user.path("login").asString().equals("agent"))
            .findAny()
            .orElseThrow()
            .path("id")
            .asString();
    administrator.patch("/api/users/" + agent, "{\"disabled\": true}").expect(200);
    open.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Completed when the socket has closed.
  private static CompletableFuture<Integer> open(TestBrowser browser, String origin) {
    var closed = new CompletableFuture<Integer>();
    var builder = HTTP.newWebSocketBuilder().header("Origin", origin);
    if (browser.cookie() != null) builder.header("Cookie", "hiwar_session=" + browser.cookie());
    builder
        .buildAsync(
            URI.create(RunningHiwar.uri("/api/desk/socket").toString().replace("http:", "ws:")),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return CompletableFuture.completedFuture(null);
              }

              @Override
              public void onError(WebSocket socket, Throwable failure) {
                closed.complete(-1);
              }
            })
        .join();
    return closed;
  }

  /// The status with which the handshake is refused.
  private static int refusal(TestBrowser browser, String origin) {
    try {
      open(browser, origin);
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake)
        return handshake.getResponse().statusCode();
      throw refused;
    }
    throw new AssertionError("the socket was opened");
  }
}
