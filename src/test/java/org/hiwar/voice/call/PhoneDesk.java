package org.hiwar.voice.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An agent with an open desktop and no browser that telephones.
final class PhoneDesk implements AutoCloseable {
  final AgentClient agent;

  PhoneDesk(AgentClient agent) {
    this.agent = agent;
    var window = agent.openDesk();
    Await.until(() -> !window.heartbeats().isEmpty());
  }

  Answer choose(String kind, @Nullable String phone, @Nullable String number) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("kind", kind);
    wish.put("phone", phone);
    wish.put("number", number);
    return agent.send("PUT", "/api/device", wish);
  }

  JsonNode device() {
    return agent.get("/api/device").ok().body();
  }

  boolean isReady() {
    return device().get("ready").asBoolean();
  }

  Answer calls(String number, String service) {
    return agent.send("POST", "/api/calls", Map.of("number", number, "service", service));
  }

  Answer hold(String id, boolean held) {
    return agent.send("PUT", "/api/calls/" + id + "/held", Map.of("held", held));
  }

  boolean isOffered() {
    return interactions().anyMatch(PhoneDesk::isOffered);
  }

  /// Waits for an offer and accepts it; the interaction.
  String accepts() {
    Await.until(this::isOffered);
    var offered = interactions().filter(PhoneDesk::isOffered).findFirst().orElseThrow();
    var id = offered.get("id").asString();
    agent.accept(id, offered.get("offer").get("number").asInt()).ok();
    return id;
  }

  private static boolean isOffered(JsonNode interaction) {
    return interaction.path("state").asString("").equals("OFFERED");
  }

  private Stream<JsonNode> interactions() {
    return agent
        .snapshot()
        .get("conversations")
        .valueStream()
        .flatMap(conversation -> conversation.get("interactions").valueStream());
  }

  Optional<JsonNode> interaction(String id) {
    return interactions().filter(i -> i.get("id").asString().equals(id)).findFirst();
  }

  /// How the desktop shows the call.
  void shows(String id, String member, String value) {
    Await.until(
        () ->
            interaction(id)
                .filter(found -> found.path("call").path(member).asString("").equals(value))
                .isPresent());
  }

  /// Waits until nobody is asked into the call any more.
  void consultationIsOver(String id) {
    Await.until(
        () ->
            interaction(id)
                .map(found -> found.path("call").path("consultation"))
                .filter(asked -> asked.isNull() || asked.path("state").asString("").equals("ENDED"))
                .isPresent());
  }

  /// Waits until the agent is not ready for this reason.
  void isNotReady(String reason) {
    Await.until(
        () -> {
          var presence = agent.snapshot().get("presence");
          return presence.path("state").asString("").equals("NOT_READY")
              && presence.path("reason").asString("").equals(reason);
        });
  }

  /// Waits until a call at the side of the agent's work is so.
  void sideCall(String state) {
    Await.until(() -> agent.snapshot().path("sideCall").path("state").asString("").equals(state));
  }

  @Override
  public void close() {
    agent.close();
  }
}
