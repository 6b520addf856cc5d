package org.hiwar.kill;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An agent who accepts what is offered, ends what has gone on for a while, and completes it.
final class AcceptingAgent implements AutoCloseable {
  private static final long STEP_MS = 200;
  private static final int MESSAGES = 30;

  private final AgentClient client;
  private final Thread thread;
  private @Nullable Window window;
  private volatile boolean closed;
  final AtomicInteger accepted = new AtomicInteger();
  final AtomicInteger completed = new AtomicInteger();

  AcceptingAgent(String login, URI server) {
    client = AgentClient.logIn(server, "demo", login, login + "-demo");
    thread = Thread.ofVirtual().name(login).start(this::live);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
    client.close();
  }

  private void live() {
    try {
      while (!closed) {
        try {
          step();
        } catch (RuntimeException _) {
          // the server is away: once more
        }
        Thread.sleep(STEP_MS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() {
    var desk = client.get("/api/desk");
    if (desk.status() != 200) return;
    if (window == null || window.line().closed().isDone()) window = client.openDesk();
    var presence = desk.body().get("presence");
    if (!presence.get("state").asString().equals("READY") && presence.path("next").isNull())
      client.ready();
    for (var conversation : desk.body().get("conversations"))
      for (var part : conversation.get("interactions")) attend(conversation, part);
  }

  private void attend(JsonNode conversation, JsonNode part) {
    var id = part.get("id").asString();
    switch (part.get("state").asString()) {
      case "OFFERED" -> {
        if (client.accept(id, part.at("/offer/number").asInt()).status() < 300)
          accepted.incrementAndGet();
      }
      case "ACTIVE" -> {
        if (conversation.get("lastSeq").asLong() >= MESSAGES) client.end(id);
      }
      case "WRAP_UP" -> {
        var done =
            client.complete(
                conversation.get("id").asString(),
                conversation.get("lastSeq").asLong(),
                part.at("/dispositions/0/id").asString(),
                "Done.");
        if (done.status() < 300) completed.incrementAndGet();
      }
      default -> {}
    }
  }
}
