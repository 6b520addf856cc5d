package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.AgentClient.Window;
import org.hiwar.voice.call.RecordPromises.Kind;
import org.hiwar.voice.call.RecordPromises.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An agent who works off records at the desk, hesitates, and decides by chance. A window that is
/// lost is opened again with a snapshot, as the desktop does it; what was not answered is decided
/// anew by what the desk shows then.
final class RecordAgent implements AutoCloseable {
  private static final long STEP_MS = 200;

  /// What the agent does with what the desk shows.
  enum Mood {
    WORKS,
    /// Nothing, but the window stays open.
    WATCHES,
    /// Ends what there is.
    FINISHES
  }

  private final AgentClient client;
  private final RecordPromises promises;
  private final Random chance;
  private final Thread thread;
  private volatile @Nullable Window window;
  private @Nullable JsonNode shown;
  private volatile Mood mood = Mood.WORKS;
  private volatile boolean closed;

  /// Records that the agent has come to the end of.
  final AtomicInteger done = new AtomicInteger();

  RecordAgent(AgentClient client, RecordPromises promises, long seed) {
    this.client = client;
    this.promises = promises;
    chance = new Random(seed);
    thread = Thread.ofVirtual().name("agent " + client.id()).start(this::live);
  }

  String id() {
    return client.id();
  }

  void turns(Mood now) {
    mood = now;
  }

  /// What the desk shows; empty when the server does not say.
  Optional<JsonNode> desk() {
    try {
      var answer = client.get("/api/desk");
      return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }

  boolean isIdle() {
    return desk()
        .filter(
            now ->
                now.at("/presence/state").asString("").equals("READY")
                    && now.at("/presence/workStatus").asString("").equals("IDLE")
                    && now.get("previews").isEmpty()
                    && now.get("conversations").isEmpty())
        .isPresent();
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

  /// What cannot be read anew stays on the screen, and is clicked.
  private void step() {
    var answer = client.get("/api/desk");
    if (answer.status() == 200) {
      shown = answer.body();
      begin(shown);
    }
    var now = shown;
    if (now == null || mood == Mood.WATCHES) return;
    for (var preview : now.get("previews")) attend(preview, now);
    // the call of a preview that is over may be at the desk still
    if (now.get("previews").isEmpty()) wrapsUp("", now);
  }

  private void begin(JsonNode now) {
    var open = window;
    if (open == null || open.line().closed().isDone())
      window =
          client.openDesk(
              now.get("desk").asString(), now.get("offset").asLong(), this::reopensWhenTold);
    var presence = now.get("presence");
    if (mood != Mood.WATCHES
        && !presence.get("state").asString().equals("READY")
        && presence.path("next").isNull()) client.ready();
  }

  private void reopensWhenTold(JsonNode message) {
    var lost = window;
    if (message.has("resync") && lost != null) lost.close();
  }

  private void attend(JsonNode preview, JsonNode desk) {
    var id = preview.get("id").asString();
    int dice = chance.nextInt(100);
    boolean finishes = mood == Mood.FINISHES;
    switch (preview.get("state").asString()) {
      case "OFFERED" -> {
        var offer = Map.of("offer", preview.get("offer").asInt());
        if (finishes || dice < 80) ask(Kind.ACCEPT, id, "accept", offer);
        else if (dice < 85) ask(Kind.REJECT, id, "reject", offer);
      }
      case "REVIEWING" -> {
        if (finishes || dice < 10) completes(id);
        else if (dice < 30) skips(id);
        else if (dice < 45) dials(id);
      }
      case "DIALING", "TALKING" -> {
        if (finishes || dice < 20)
          for (var call : interactions(desk, "ACTIVE")) client.end(call.get("id").asString());
      }
      case "DECIDING" -> {
        if (!finishes && dice < 10) dials(id);
        else if (finishes || dice < 80) wrapsUp(id, desk);
      }
      default -> throw new IllegalStateException(preview.toString());
    }
  }

  private void skips(String id) {
    var reason = new HashMap<String, Object>();
    reason.put("reason", null);
    if (ask(Kind.SKIP, id, "skip", reason)) done.incrementAndGet();
  }

  private void completes(String id) {
    var how = new HashMap<String, Object>();
    how.put("disposition", null);
    how.put("notes", "by " + client.id());
    if (ask(Kind.COMPLETE, id, "complete", how)) done.incrementAndGet();
  }

  private void dials(String id) {
    var what = new HashMap<String, Object>();
    what.put("position", 1);
    what.put("number", null);
    ask(Kind.DIAL, id, "dial", what);
  }

  private boolean ask(Kind kind, String preview, String what, Object body) {
    return answered(
        new Wish(kind, preview, client.id()),
        () -> client.send("POST", "/api/previews/" + preview + "/" + what, body));
  }

  private interface Asking {
    Answer ask();
  }

  /// Whether it is promised.
  private boolean answered(Wish wish, Asking asking) {
    promises.asks(wish);
    var answer = asking.ask();
    promises.answered(wish, answer);
    return answer.status() < 300;
  }

  /// `preview` empty: of a call whose preview is not at the desk any more.
  private void wrapsUp(String preview, JsonNode desk) {
    for (var conversation : desk.get("conversations"))
      for (var part : conversation.get("interactions")) {
        if (!part.get("state").asString().equals("WRAP_UP")) continue;
        var choices = part.get("dispositions");
        var chosen = choices.get(chance.nextInt(choices.size())).get("id").asString();
        Asking asking =
            () ->
                client.complete(
                    conversation.get("id").asString(),
                    conversation.get("lastSeq").asLong(),
                    chosen,
                    "");
        if (preview.isEmpty()) asking.ask();
        else if (answered(new Wish(Kind.DISPOSE, preview, client.id()), asking))
          done.incrementAndGet();
        return;
      }
  }

  private static List<JsonNode> interactions(JsonNode desk, String state) {
    var found = new ArrayList<JsonNode>();
    for (var conversation : desk.get("conversations"))
      for (var part : conversation.get("interactions"))
        if (part.get("state").asString().equals(state)) found.add(part);
    return found;
  }
}
