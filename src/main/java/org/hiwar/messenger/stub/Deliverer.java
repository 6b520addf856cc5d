package org.hiwar.messenger.stub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
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

  private final String secret;
  private final HttpClient client = HttpClient.newHttpClient();
  private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST);
  private final Thread thread;
  private volatile URI to;

  Deliverer(String secret, URI to) {
    this.secret = secret;
    this.to = to;
    this.thread = Thread.ofVirtual().name("stub-messenger").start(this::work);
  }

  void to(URI address) {
    to = address;
  }

  /// Beyond a thousand that wait they are dropped.
  void deliver(Object content) {
    var unused = waiting.offer(JsonMapper.shared().writeValueAsBytes(content));
  }

  private void work() {
    try {
      while (true) {
        var body = waiting.take();
        for (int tries = 0; tries < TRIES && !taken(body); tries++) Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
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
