package org.hiwar.messenger.stub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.hiwar.messenger.Signatures;
import tools.jackson.databind.json.JsonMapper;

/// Brings deliveries to Hiwar, signed, one after the other, and each again until it is taken; after
/// a minute it gives one up.
final class Deliverer implements AutoCloseable {
  private static final int MOST = 1_000;
  private static final int TRIES = 60;
  private static final int OK = 200;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Consumer<Boolean> NOBODY_ASKS = _ -> {};

  private final String secret;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>(MOST);
  private final Thread thread;
  private volatile URI to;

  @SuppressWarnings("ArrayRecordComponent") // bytes of a request, never compared
  private record Delivery(byte[] body, Consumer<Boolean> taken) {}

  Deliverer(String secret, URI to) {
    this.secret = secret;
    this.to = to;
    this.thread = Thread.ofVirtual().name("stub-messenger").start(this::work);
  }

  void to(URI address) {
    to = address;
  }

  void deliver(Object content) {
    deliver(content, NOBODY_ASKS);
  }

  /// Beyond a thousand that wait they are dropped.
  ///
  /// @param taken is told whether Hiwar has it
  void deliver(Object content, Consumer<Boolean> taken) {
    var body = JsonMapper.shared().writeValueAsBytes(content);
    if (!waiting.offer(new Delivery(body, taken))) taken.accept(false);
  }

  private void work() {
    try {
      while (true) {
        var delivery = waiting.take();
        delivery.taken().accept(brought(delivery.body()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean brought(byte[] body) throws InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (taken(body)) return true;
      Thread.sleep(PAUSE);
    }
    return false;
  }

  private boolean taken(byte[] body) throws InterruptedException {
    var signature = Signatures.hex(Signatures.hmac(Signatures.utf8(secret), body));
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    client.shutdownNow();
  }
}
