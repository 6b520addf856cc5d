package org.hiwar.kill;

import java.net.URI;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.kill.History.Side;
import org.hiwar.testing.VisitorClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A customer who goes on writing, one numbered message after the other. What is not answered is
/// said again under the same id, on a new line if need be; what is answered *not stored* is said
/// again most times, and sometimes given up for good.
final class TalkingCustomer implements AutoCloseable {
  private static final long PAUSE_MS = 350;
  private static final long PATIENCE_SECONDS = 12;

  private final String name;
  private final History history;
  private final Random random;
  private final VisitorClient visitor;
  private final Thread thread;
  private @Nullable String conversation;
  private volatile boolean connected;
  private volatile boolean talking = true;
  private volatile boolean closed;
  private volatile boolean quiet;
  final AtomicInteger reconnected = new AtomicInteger();
  final AtomicInteger repeated = new AtomicInteger();

  TalkingCustomer(String name, URI server, String entry, History history) {
    this.name = name;
    this.history = history;
    random = new Random(name.hashCode());
    visitor =
        new VisitorClient(server, "demo", entry, entry.endsWith("ar") ? "ar" : "en", this::hear);
    thread = Thread.ofVirtual().name(name).start(this::live);
  }

  String name() {
    return name;
  }

  /// Says nothing more, and goes on listening.
  void hush() {
    talking = false;
  }

  /// Nothing said is without an answer.
  boolean isQuiet() {
    return quiet && connected;
  }

  String state() {
    return visitor.state();
  }

  /// The conversation as the customer last knew it; null before the first.
  synchronized @Nullable String conversation() {
    return conversation;
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join();
    visitor.close();
  }

  private void live() {
    try {
      for (int number = 1; talking && !closed; number++) {
        say(name + "-" + number);
        Thread.sleep(PAUSE_MS);
      }
      quiet = true;
      while (!closed) {
        connect();
        Thread.sleep(100);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String text) throws InterruptedException {
    var id = UUID.randomUUID();
    boolean certain = true;
    while (true) {
      connect();
      var answer = answer(id, text);
      if (answer == null) {
        certain = false;
        visitor.close();
        connected = false;
      } else if (answer.get("type").asString().equals("stored")) {
        var where = answer.get("conversation").asString();
        history.acknowledged(text, where, answer.get("seq").asLong());
        history.seen(Side.CUSTOMER, where, answer.get("seq").asLong(), text);
        return;
      } else {
        boolean givesUp = certain && random.nextInt(3) == 0;
        if (givesUp || !answer.get("retry").asBoolean()) {
          history.refused(text);
          return;
        }
        Thread.sleep(300);
      }
      repeated.incrementAndGet();
    }
  }

  /// Null when the line broke first, or nothing came.
  private @Nullable JsonNode answer(UUID id, String text) throws InterruptedException {
    var answer = visitor.say(id, text);
    try {
      CompletableFuture.anyOf(answer, visitor.line().closed())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // then there is none
    }
    return answer.getNow(null);
  }

  private void connect() throws InterruptedException {
    while (!connected || visitor.line().closed().isDone()) {
      connected = false;
      try {
        visitor.connect();
        connected = true;
        reconnected.incrementAndGet();
      } catch (RuntimeException _) {
        Thread.sleep(200);
      }
    }
  }

  private synchronized void hear(JsonNode message) {
    switch (message.get("type").asString()) {
      case "welcome" -> {
        message.at("/chat/conversation").asStringOpt().ifPresent(id -> conversation = id);
        for (var line : message.get("messages")) see(line);
      }
      case "message" -> {
        conversation = message.get("conversation").asString();
        see(message);
      }
      case "stored" -> conversation = message.get("conversation").asString();
      default -> {}
    }
  }

  private void see(JsonNode message) {
    if (conversation == null) throw new IllegalStateException("a message of no conversation");
    history.seen(
        Side.CUSTOMER, conversation, message.get("seq").asLong(), message.get("text").asString());
  }
}
