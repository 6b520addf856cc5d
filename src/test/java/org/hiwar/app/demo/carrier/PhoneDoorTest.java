package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.junit.jupiter.api.Test;

/// Who may plug in a telephone of the demonstration.
class PhoneDoorTest extends ApiTest {
  private static final int TRY_AGAIN_LATER = 1013;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void aPageOfAnotherSiteCannotPlugInATelephone() {
    for (var origin : new String[] {"https://elsewhere.example", "null"}) {
      try {
        open(origin);
        throw new AssertionError("the socket was opened for " + origin);
      } catch (CompletionException refused) {
        assertThat(refused.getCause())
            .isInstanceOfSatisfying(
                WebSocketHandshakeException.class,
                handshake -> assertThat(handshake.getResponse().statusCode()).isEqualTo(403));
      }
    }
  }

  @Test
  void whereTheNetworkDoesNotRunNoTelephoneIsPluggedIn() throws Exception {
    assertThat(open(RunningHiwar.origin()).get(30, TimeUnit.SECONDS)).isEqualTo(TRY_AGAIN_LATER);
  }

  /// Completed with the code when the socket has closed.
  private static CompletableFuture<Integer> open(String origin) {
    var closed = new CompletableFuture<Integer>();
    HTTP.newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(
            URI.create(RunningHiwar.uri("/api/demo/phone").toString().replace("http:", "ws:")),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return CompletableFuture.completedFuture(null);
              }

              @Override
              public void onError(WebSocket socket, Throwable failure) {
                closed.completeExceptionally(failure);
              }
            })
        .join();
    return closed;
  }
}
