package org.hiwar.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A WebSocket of whole text messages, sent in order.
final class TextSocket implements WebSocket.Listener {
  private final Consumer<String> received;
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private volatile boolean closed;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  TextSocket(
      HttpClient client, URI at, java.util.Map<String, String> headers, Consumer<String> received) {
    this.received = received;
    var builder = client.newWebSocketBuilder();
    headers.forEach(builder::header);
    socket = builder.buildAsync(at, this).join();
  }

  synchronized void send(String text) {
    sent = sent.thenCompose(_ -> socket.sendText(text, true));
  }

  void close() {
    closed = true;
    socket.abort();
  }

  /// What nobody has wanted is said: a line that is gone looks like messages that are lost.
  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    if (!closed) System.err.println("a socket was closed by the server: " + status + " " + reason);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    if (!closed) System.err.println("a socket broke: " + failure);
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
}
