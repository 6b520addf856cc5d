package org.hiwar.channel.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import tools.jackson.databind.JsonNode;

/// An agent at an open desktop who reaches customers.
public final class Reaching implements AutoCloseable {
  private final AgentClient client;

  Reaching(AgentClient client) {
    this.client = client;
    var window = client.openDesk();
    Await.until(() -> !window.heartbeats().isEmpty());
  }

  public AgentClient client() {
    return client;
  }

  void ready() {
    client.ready().ok();
  }

  private Stream<JsonNode> conversations() {
    return client.snapshot().get("conversations").valueStream();
  }

  long active() {
    return conversations().count();
  }

  /// As it is shown now.
  JsonNode conversation(String id) {
    return conversations()
        .filter(one -> one.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not on the desk any more: " + id));
  }

  private record Offered(JsonNode conversation, JsonNode interaction) {}

  private Optional<Offered> offered() {
    return conversations()
        .flatMap(
            one ->
                one.get("interactions")
                    .valueStream()
                    .filter(part -> part.path("state").asString("").equals("OFFERED"))
                    .map(part -> new Offered(one, part)))
        .findFirst();
  }

  /// Accepts what is offered next; the conversation it belongs to, when it is active.
  JsonNode accept() {
    Await.until(() -> offered().isPresent());
    var offer = offered().orElseThrow();
    var interaction = offer.interaction().get("id").asString();
    client.accept(interaction, offer.interaction().at("/offer/number").asInt()).ok();
    var id = offer.conversation().get("id").asString();
    Await.until(() -> state(conversation(id), interaction).equals("ACTIVE"));
    return conversation(id);
  }

  /// Rejects what is offered next; which interaction it was.
  String decline() {
    Await.until(() -> offered().isPresent());
    var offered = offered().orElseThrow().interaction();
    var interaction = offered.get("id").asString();
    client.decline(interaction, offered.at("/offer/number").asInt()).ok();
    Await.until(() -> offered().isEmpty());
    return interaction;
  }

  private static String state(JsonNode conversation, String interaction) {
    return conversation
        .get("interactions")
        .valueStream()
        .filter(one -> one.get("id").asString().equals(interaction))
        .map(one -> one.get("state").asString())
        .findFirst()
        .orElse("");
  }

  static String contact(JsonNode conversation) {
    return conversation.at("/contact/id").asString();
  }

  /// Notes an address with the customer, as heard from them.
  void note(String contact, Side.Noted address) {
    client
        .send(
            "POST",
            "/api/contacts/" + contact + "/addresses",
            Map.of("kind", address.kind().name(), "value", address.value()))
        .ok();
  }

  /// As [#note], where the contact does not have it already.
  void noteIfNew(String contact, Side.Noted address) {
    boolean known =
        client
            .get("/api/contacts/" + contact)
            .ok()
            .body()
            .get("addresses")
            .valueStream()
            .anyMatch(
                one ->
                    one.get("kind").asString().equals(address.kind().name())
                        && one.get("value").asString().equals(address.value()));
    if (!known) note(contact, address);
  }

  /// Writes a note for colleagues beside the newest interaction.
  void writeNote(JsonNode conversation, String words) {
    var id = conversation.get("id").asString();
    var newest = conversation.get("interactions").valueStream().reduce((_, last) -> last);
    client.note(id, newest.orElseThrow().get("id").asString(), UUID.randomUUID(), words).ok();
  }

  /// What is saved of a contact, the latest first.
  List<JsonNode> activities(String contact) {
    return client
        .get("/api/contacts/" + contact + "/activities")
        .ok()
        .body()
        .get("items")
        .valueStream()
        .toList();
  }

  /// What is said to be in the way of a channel, as the desktop shows it; empty: nothing.
  String hindrance(JsonNode conversation, String channel) {
    var path =
        "/api/contacts/%s/reach?conversation=%s"
            .formatted(contact(conversation), conversation.get("id").asString());
    return client
        .get(path)
        .ok()
        .body()
        .valueStream()
        .filter(way -> way.get("channel").asString().equals(channel))
        .map(way -> way.get("hindrance").asString(""))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is said of " + channel));
  }

  /// Ends and completes what goes on, as far as it goes on.
  void finish(JsonNode conversation) {
    var id = conversation.get("id").asString();
    for (var part : conversation(id).get("interactions"))
      client.end(part.get("id").asString()).ok();
    Await.until(() -> conversation(id).get("state").asString().equals("WRAP_UP"));
    complete(id).ok();
    Await.until(() -> active() == 0);
  }

  private Answer complete(String id) {
    long seen = conversation(id).get("messages").size();
    return client.complete(id, seen, null, "");
  }

  @Override
  public void close() {
    client.close();
  }
}
