package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An agent's desktop as the agent sees it: the snapshot it began with and every frame since, put
/// together by the desktop's own reducer.
///
/// What a test waits for here comes by events alone. Each time it has come, the desk is read anew,
/// and must be the same:
/// *old snapshot + events = new snapshot* (S1, P2).
final class OpenDesk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final AgentClient agent;
  private final Window window;
  private final List<JsonNode> waiting = new ArrayList<>();
  private JsonNode state;

  private OpenDesk(AgentClient agent) {
    this.agent = agent;
    this.state = agent.snapshot();
    this.window =
        agent.openDesk(state.get("desk").asString(), state.get("offset").asLong(), this::hear);
  }

  /// Opens the desktop, and waits until the floor knows it.
  static OpenDesk of(AgentClient agent) {
    var desk = new OpenDesk(agent);
    await().atMost(PATIENCE).until(() -> !desk.window.heartbeats().isEmpty());
    return desk;
  }

  AgentClient agent() {
    return agent;
  }

  Window window() {
    return window;
  }

  private void hear(JsonNode message) {
    if (message.has("resync"))
      throw new AssertionError("nothing was missed, and yet the desk says so");
    if (!message.has("offset")) return;
    synchronized (waiting) {
      waiting.add(message);
    }
  }

  /// As it is shown now.
  JsonNode state() {
    List<JsonNode> frames;
    synchronized (waiting) {
      frames = List.copyOf(waiting);
      waiting.clear();
    }
    if (!frames.isEmpty()) state = DesktopReducer.get().apply(state, frames);
    return state;
  }

  /// Waits until the desktop shows `what`, and then requires that a fresh snapshot is the same.
  JsonNode shows(String what, Predicate<JsonNode> wanted) {
    try {
      await(what)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .pollDelay(Duration.ZERO)
          .until(() -> wanted.test(state()));
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError(
          "never shown: "
              + what
              + "; shown is\n"
              + state().toPrettyString()
              + "\nthe truth is\n"
              + agent.snapshot().toPrettyString(),
          e);
    }
    verify();
    return state();
  }

  /// Does something as this agent, waits until its effect is shown, and verifies.
  JsonNode verifyAction(Runnable action, String effect, Predicate<JsonNode> wanted) {
    action.run();
    return shows(effect, wanted);
  }

  /// Old snapshot + events = new snapshot.
  void verify() {
    for (int tried = 1; ; tried++) {
      var fresh = agent.snapshot();
      long offset = fresh.get("offset").asLong();
      await("frames up to " + offset)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .pollDelay(Duration.ZERO)
          .until(() -> state().get("offset").asLong() >= offset);
      // Something more has happened since: compare with a later snapshot.
      if (state().get("offset").asLong() > offset && tried < 20) continue;
      assertThat(comparable(state()).toPrettyString())
          .as("old snapshot + events = new snapshot")
          .isEqualTo(comparable(fresh).toPrettyString());
      return;
    }
  }

  private static JsonNode comparable(JsonNode snapshot) {
    ObjectNode copy = snapshot.deepCopy().asObject();
    copy.remove("outs"); // what has been shown lately, and is only told
    return sorted(copy);
  }

  /// Members in one order, for the reducer keeps none.
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(sorted(each)));
      return array;
    }
    if (!node.isObject()) return node;
    var object = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    node.propertyNames().stream()
        .sorted()
        .forEach(name -> object.set(name, sorted(node.get(name))));
    return object;
  }

  Optional<JsonNode> conversation() {
    return state().get("conversations").valueStream().findFirst();
  }

  /// The only conversation on the desk, once it is in `wanted` (OFFERED, ACTIVE, WRAP_UP).
  JsonNode conversation(String wanted) {
    shows(
        "one conversation " + wanted,
        s ->
            s.get("conversations").size() == 1
                && s.at("/conversations/0/state").asString().equals(wanted));
    return state().at("/conversations/0");
  }

  void isEmpty() {
    shows("no conversation", s -> s.get("conversations").isEmpty());
  }

  /// Presence state and, after a blank, the reason.
  OpenDesk presence(String state, String workStatus) {
    shows(
        state + " " + workStatus,
        s ->
            s.at("/presence/state").asString().equals(state)
                && s.at("/presence/workStatus").asString().equals(workStatus));
    return this;
  }

  OpenDesk ready() {
    agent.ready().ok();
    shows(
        "ready",
        s -> s.at("/presence/state").asString().equals("READY") && s.at("/presence/next").isNull());
    return this;
  }

  /// Accepts the offer that is shown, and returns the conversation.
  JsonNode acceptOffer() {
    var offered = conversation("OFFERED");
    agent.accept(interaction(offered), offerNumber(offered)).ok();
    return conversation("ACTIVE");
  }

  static String interaction(JsonNode conversation) {
    return conversation
        .get("interactions")
        .valueStream()
        .reduce((_, last) -> last)
        .orElseThrow()
        .get("id")
        .asString();
  }

  static String id(JsonNode conversation) {
    return conversation.get("id").asString();
  }

  static int offerNumber(JsonNode conversation) {
    return conversation
        .get("interactions")
        .valueStream()
        .filter(i -> !i.get("offer").isNull())
        .findFirst()
        .orElseThrow()
        .at("/offer/number")
        .asInt();
  }

  static List<String> texts(JsonNode conversation) {
    return conversation.get("messages").valueStream().map(m -> m.get("text").asString()).toList();
  }

  @Override
  public void close() {
    window.close();
  }
}
