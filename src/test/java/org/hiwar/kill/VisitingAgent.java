package org.hiwar.kill;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import tools.jackson.databind.JsonNode;

/// A colleague who is a guest in a chat that a working agent has, before the server is killed and
/// after it.
final class VisitingAgent implements AutoCloseable {
  private final String login;
  private final AgentClient client;
  private final History history;
  private final TalkingCustomer customer;

  /// @param customer says nothing more by now
  VisitingAgent(String login, URI server, History history, TalkingCustomer customer) {
    this.login = login;
    this.history = history;
    this.customer = customer;
    client = AgentClient.logIn(server, "demo", login, login + "-demo");
  }

  /// Is asked in by whoever has it, comes in and writes.
  void comes(List<WorkingAgent> agents) {
    client.openDesk();
    Await.until(() -> agents.stream().anyMatch(this::isAskedBy));
    Await.until(() -> isShownAs("INVITED"));
    client.send("POST", path("join"), null).ok();
    Await.until(() -> isShownAs("GUEST"));
    says(login);
  }

  /// Opens the desk again, as soon as it can be: whoever is away for a minute is no guest any more.
  void returns() {
    Await.until(() -> client.get("/api/desk").status() == 200);
    client.openDesk();
  }

  /// Has it on the desk again, writes once more and leaves.
  void goesOn() {
    Await.until(() -> isShownAs("GUEST"));
    says(login + " again");
    client.send("POST", path("leave"), null).ok();
    Await.until(() -> interaction(client.snapshot()).isEmpty());
  }

  private boolean isAskedBy(WorkingAgent agent) {
    var desk = agent.desk();
    var chat = desk == null ? Optional.<JsonNode>empty() : interaction(desk);
    return chat.filter(one -> one.get("state").asString().equals("ACTIVE"))
        .map(one -> "/api/interactions/" + one.get("id").asString() + "/guests")
        .map(
            guests ->
                agent
                    .client()
                    .send("POST", guests, Map.of("colleague", client.id(), "note", "Please")))
        .filter(answer -> answer.status() == 204)
        .isPresent();
  }

  private boolean isShownAs(String state) {
    return interaction(client.snapshot())
        .filter(one -> one.get("state").asString().equals(state))
        .isPresent();
  }

  private Optional<JsonNode> interaction(JsonNode desk) {
    return desk.get("conversations")
        .valueStream()
        .filter(one -> one.get("id").asString().equals(customer.conversation()))
        .map(one -> one.at("/interactions/0"))
        .findFirst();
  }

  private String path(String what) {
    var visited = interaction(client.snapshot()).orElseThrow().get("id").asString();
    return "/api/interactions/" + visited + "/" + what;
  }

  private void says(String who) {
    var conversation = String.valueOf(customer.conversation());
    var visited = interaction(client.snapshot()).orElseThrow().get("id").asString();
    var text = who + ": re " + customer.name() + "-1";
    var said = client.say(conversation, visited, UUID.randomUUID(), text).ok().body();
    history.acknowledged(text, conversation, said.get("seq").asLong());
  }

  @Override
  public void close() {
    client.close();
  }
}
