package org.hiwar.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A WebSocket of whole text messages, sent in order.
public final class Line implements WebSocket.Listener {
  private final Consumer<String> received;
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  private Line(HttpClient client, URI at, Map<String, String> headers, Consumer<String> received) {
    this.received = received;
    var builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30));
    headers.forEach(builder::header);
    socket = builder.buildAsync(at, this).join();
  }

  /// Throws a `CompletionException` when the server does not let us in.
  public static Line open(
      HttpClient client, URI at, Map<String, String> headers, Consumer<String> received) {
    return new Line(client, at, headers, received);
  }

  public synchronized void send(String text) {
    sent = sent.exceptionally(_ -> null).thenCompose(_ -> socket.sendText(text, true));
  }

  /// Done with the status when either side has closed, with -1 when the line just broke.
  public CompletableFuture<Integer> closed() {
    return closed;
  }

  /// Drops the connection without a word, as a browser that is killed does.
  public void abort() {
    socket.abort();
    closed.complete(-1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      var whole = partial.toString();
      partial.setLength(0);
      received.accept(whole);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(-1);
  }
}
