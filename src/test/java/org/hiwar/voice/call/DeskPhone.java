package org.hiwar.voice.call;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.voice.webrtc.BrowserPhone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// An agent with an open desktop and a Chromium that telephones: the page of the tests makes the
/// leg, in the agent's name.
final class DeskPhone implements AutoCloseable {
  final AgentClient agent;
  final BrowserPhone browser;
  private final PageServer page;

  DeskPhone(AgentClient agent, int hertz) throws IOException {
    this.agent = agent;
    var window = agent.openDesk();
    Await.until(() -> !window.heartbeats().isEmpty());
    browser = new BrowserPhone(hertz);
    page = new PageServer(this::answer);
  }

  /// Connects the telephone and is ready.
  DeskPhone ready() {
    connect();
    agent.ready().ok();
    return this;
  }

  /// Opens the telephone, or opens it anew as a reload does.
  void connect() {
    browser.open(page.page());
    browser.awaitState("connected");
    browser.speak();
    // The browser may know it before the server does.
    Await.until(() -> agent.get("/api/device").ok().body().get("ready").asBoolean());
  }

  /// Waits for an offer and accepts it; the interaction.
  String accepts() {
    Await.until(this::isOffered);
    var offered = interactions().filter(DeskPhone::isOffered).findFirst().orElseThrow();
    var id = offered.get("id").asString();
    agent.accept(id, offered.get("offer").get("number").asInt()).ok();
    return id;
  }

  boolean isOffered() {
    return interactions().anyMatch(DeskPhone::isOffered);
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

  /// In which conversation an interaction is.
  String conversationOf(String id) {
    return agent
        .snapshot()
        .get("conversations")
        .valueStream()
        .filter(
            conversation ->
                conversation
                    .get("interactions")
                    .valueStream()
                    .anyMatch(i -> i.get("id").asString().equals(id)))
        .map(conversation -> conversation.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /// How the desktop shows the call.
  JsonNode call(String id) {
    return interaction(id).orElseThrow().get("call");
  }

  /// The same; a missing node while it is not on the desk, to which it may be on its way.
  private JsonNode shown(String id) {
    return interaction(id).map(i -> i.path("call")).orElseGet(MissingNode::getInstance);
  }

  void shows(String id, String member, String value) {
    Await.until(() -> shown(id).path(member).asString("").equals(value));
  }

  /// How the desktop shows the call that is no work; a null node when there is none.
  JsonNode sideCall() {
    return agent.snapshot().get("sideCall");
  }

  /// Waits until it is so.
  void sideCall(String state) {
    Await.until(() -> sideCall().path("state").asString("").equals(state));
  }

  /// Does something with it: answer, decline, end.
  Answer side(String what) {
    return agent.send(
        "POST", "/api/internal-calls/" + sideCall().get("id").asString() + "/" + what, null);
  }

  Answer muteSide(boolean muted) {
    return agent.send(
        "PUT",
        "/api/internal-calls/" + sideCall().get("id").asString() + "/muted",
        Map.of("muted", muted));
  }

  Answer talksTo(String id, String with) {
    return put(id, "consultation", Map.of("with", with));
  }

  Answer letsGo(String id) {
    return agent.send("DELETE", "/api/calls/" + id + "/consultation", null);
  }

  /// Waits until the consultation of a call is so.
  void consultation(String id, String state) {
    Await.until(() -> shown(id).path("consultation").path("state").asString("").equals(state));
  }

  Answer put(String id, String what, Map<String, ?> body) {
    return agent.send("PUT", "/api/calls/" + id + "/" + what, body);
  }

  Answer post(String id, String what, Map<String, ?> body) {
    return agent.send("POST", "/api/calls/" + id + "/" + what, body);
  }

  private PageServer.Answered answer(String offer) {
    var answer = agent.send("POST", "/api/phone", Map.of("sdp", offer));
    var text = answer.status() == 200 ? answer.body().get("sdp").asString() : answer.problem();
    return new PageServer.Answered(answer.status(), text);
  }

  @Override
  public void close() {
    browser.close();
    page.close();
    agent.close();
  }
}
