package org.hiwar.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.kill.History.Side;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An agent who does what the desk asks for: is ready, accepts what is offered, answers every
/// message, notes something about some of them, gives each chat away once, ends a chat after a
/// while and completes it. A window that is lost is opened again with a snapshot, as the desktop
/// does it.
final class WorkingAgent implements AutoCloseable {
  private static final long STEP_MS = 250;
  /// Without a heartbeat for so long a desktop says *not in sync*.
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final int MESSAGES_OF_A_CHAT = 10;
  private static final int MESSAGES_BEFORE_GIVEN = 4;
  /// One in so many messages is noted.
  private static final int NOTED = 4;

  private final String login;
  private final AgentClient client;
  private final History history;
  private final Thread thread;
  private final Set<String> answered = new HashSet<>();
  private final Set<String> givenAway = new HashSet<>();
  private final List<Sign> signs = new ArrayList<>();
  private @Nullable Window window;
  private volatile boolean ending;
  private volatile boolean closed;
  private volatile @Nullable JsonNode desk;
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger notStored = new AtomicInteger();
  final AtomicInteger completed = new AtomicInteger();

  /// What a window showed about itself at a moment of `System.nanoTime`.
  private record Sign(long at, boolean inSync) {}

  WorkingAgent(String login, URI server, History history) {
    this.login = login;
    this.history = history;
    client = AgentClient.logIn(server, "demo", login, login + "-demo");
    thread = Thread.ofVirtual().name(login).start(this::live);
  }

  AgentClient client() {
    return client;
  }

  /// From now on every chat is ended as soon as everything in it is answered.
  void endAll() {
    ending = true;
  }

  /// The last snapshot; null before the first.
  @Nullable JsonNode desk() {
    return desk;
  }

  boolean isReady() {
    var now = desk;
    return now != null
        && now.at("/presence/state").asString("").equals("READY")
        && now.at("/presence/workStatus").asString("").equals("IDLE")
        && now.get("conversations").isEmpty();
  }

  /// Whether every message of an active chat is answered.
  boolean hasAnswered() {
    var now = desk;
    if (now == null) return false;
    for (var conversation : now.get("conversations"))
      if (!conversation.get("state").asString().equals("ACTIVE")
          || !questions(conversation, active(conversation)).isEmpty()) return false;
    return true;
  }

  boolean isInSync() {
    synchronized (signs) {
      return !signs.isEmpty()
          && signs.getLast().inSync()
          && System.nanoTime() - signs.getLast().at() < SILENCE.toNanos();
    }
  }

  /// How long after `fault` the window stopped being in sync: told so, closed, or silent for two
  /// seconds. Empty while it has not.
  Optional<Duration> noticed(long fault) {
    synchronized (signs) {
      long heard = signs.isEmpty() ? fault : signs.getFirst().at();
      for (var sign : signs) {
        if (sign.at() < fault) {
          heard = sign.at();
          continue;
        }
        if (sign.at() - heard > SILENCE.toNanos()) break;
        if (!sign.inSync()) return Optional.of(Duration.ofNanos(sign.at() - fault));
        heard = sign.at();
      }
      long silent = heard + SILENCE.toNanos();
      return System.nanoTime() < silent
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(Math.max(0, silent - fault)));
    }
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
    var answer = client.get("/api/desk");
    if (answer.status() != 200) return;
    var now = answer.body();
    if (window == null || window.line().closed().isDone()) open(now);
    desk = now;
    var presence = now.get("presence");
    if (!presence.get("state").asString().equals("READY") && presence.path("next").isNull())
      client.ready();
    for (var conversation : now.get("conversations")) attend(conversation);
  }

  private void open(JsonNode snapshot) {
    var next =
        client.openDesk(
            snapshot.get("desk").asString(), snapshot.get("offset").asLong(), this::hear);
    next.line().closed().thenRun(() -> sign(false));
    window = next;
    opened.incrementAndGet();
  }

  private void attend(JsonNode conversation) {
    see(conversation);
    switch (conversation.get("state").asString()) {
      case "OFFERED" -> accept(conversation);
      case "ACTIVE" -> talk(conversation);
      default -> complete(conversation);
    }
  }

  private void accept(JsonNode conversation) {
    for (var part : conversation.get("interactions"))
      if (part.get("state").asString().equals("OFFERED"))
        client.accept(part.get("id").asString(), part.at("/offer/number").asInt());
  }

  private void talk(JsonNode conversation) {
    var interaction = active(conversation);
    for (var question : questions(conversation, interaction))
      if (!answer(conversation.get("id").asString(), interaction, question)) return;
    long said =
        conversation
            .get("messages")
            .valueStream()
            .filter(message -> message.get("interaction").asString().equals(interaction))
            .filter(message -> message.at("/author/kind").asString().equals("CUSTOMER"))
            .count();
    if (ending || said >= MESSAGES_OF_A_CHAT) client.end(interaction);
    else if (said >= MESSAGES_BEFORE_GIVEN && !givenAway.contains(interaction)) give(interaction);
  }

  /// Asked again with the same key until it is certain what became of it.
  private void give(String interaction) {
    var path = "/api/interactions/" + interaction;
    var words = login + " has no time for " + interaction;
    var services = client.get(path + "/services");
    if (services.status() != 200) return;
    for (var service : services.body()) {
      var wish = Map.of("service", service.get("id").asString(), "whole", false, "note", words);
      var key = UUID.nameUUIDFromBytes(words.getBytes(UTF_8));
      var answer = client.send("POST", path + "/transfer", wish, key);
      if (answer.status() == 204) history.givenAway(words);
      if (answer.status() < 500) givenAway.add(interaction);
      return;
    }
  }

  /// Whether it is settled what became of the answer. Its id is made from what it says, so the same
  /// answer is never stored twice, whoever gives it.
  private boolean answer(String conversation, String interaction, JsonNode question) {
    var text = login + ": re " + question.get("text").asString();
    var id = UUID.nameUUIDFromBytes((interaction + text).getBytes(UTF_8));
    var said = client.say(conversation, interaction, id, text);
    if (said.status() == 200) {
      history.acknowledged(text, conversation, said.body().get("seq").asLong());
      note(conversation, interaction, question.get("text").asString());
    } else if (said.problem().equals("chat-ended")) history.refused(text);
    else {
      if (said.problem().equals("not-stored")) notStored.incrementAndGet();
      return false;
    }
    synchronized (answered) {
      answered.add(question.get("id").asString());
    }
    return true;
  }

  /// Said once; whether it is stored that was not acknowledged is open.
  private void note(String conversation, String interaction, String about) {
    if (about.hashCode() % NOTED != 0) return;
    var text = "note: " + login + " about " + about;
    var id = UUID.nameUUIDFromBytes((interaction + text).getBytes(UTF_8));
    var said = client.note(conversation, interaction, id, text);
    if (said.status() == 200)
      history.acknowledged(text, conversation, said.body().get("seq").asLong());
  }

  private void complete(JsonNode conversation) {
    for (var part : conversation.get("interactions"))
      if (part.get("state").asString().equals("WRAP_UP")) {
        var resolved = part.at("/dispositions/0/id").asString();
        var done =
            client.complete(
                conversation.get("id").asString(),
                conversation.get("lastSeq").asLong(),
                resolved,
                "Done.");
        if (done.status() == 204) completed.incrementAndGet();
        return;
      }
  }

  private static String active(JsonNode conversation) {
    return conversation
        .get("interactions")
        .valueStream()
        .filter(part -> part.get("state").asString().equals("ACTIVE"))
        .map(part -> part.get("id").asString())
        .findFirst()
        .orElse("");
  }

  private List<JsonNode> questions(JsonNode conversation, String interaction) {
    synchronized (answered) {
      return conversation
          .get("messages")
          .valueStream()
          .filter(message -> message.get("interaction").asString().equals(interaction))
          .filter(message -> message.at("/author/kind").asString().equals("CUSTOMER"))
          .filter(message -> !answered.contains(message.get("id").asString()))
          .toList();
    }
  }

  private void hear(JsonNode message) {
    if (message.has("heartbeat")) sign(message.get("healthy").asBoolean());
    for (var event : message.path("events"))
      switch (event.get("type").asString()) {
        case "conversationChanged" -> see(event.get("conversation"));
        case "messageAdded" -> see(event.get("conversation").asString(), event.get("message"));
        default -> {}
      }
    if (message.has("resync")) {
      var lost = window;
      if (lost != null) lost.close();
    }
  }

  private void see(JsonNode conversation) {
    var id = conversation.get("id").asString();
    history.belongs(id, conversation.at("/contact/id").asString());
    for (var message : conversation.get("messages")) see(id, message);
  }

  private void see(String conversation, JsonNode message) {
    history.seen(
        Side.AGENT, conversation, message.get("seq").asLong(), message.get("text").asString());
  }

  private void sign(boolean inSync) {
    synchronized (signs) {
      signs.add(new Sign(System.nanoTime(), inSync));
    }
  }
}
