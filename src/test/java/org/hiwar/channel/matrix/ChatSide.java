package org.hiwar.channel.matrix;

import java.util.Optional;
import java.util.UUID;
import org.hiwar.chat.ChatEntry;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import tools.jackson.databind.JsonNode;

/// A browser on our page.
final class ChatSide implements Side {
  private final VisitorClient visitor;
  private boolean connected;

  ChatSide(ChatWorkspace shop) {
    visitor = shop.visitor("en");
  }

  @Override
  public String channel() {
    return ChatEntry.CHANNEL;
  }

  @Override
  public Optional<Noted> address() {
    return Optional.empty();
  }

  @Override
  public void begin(String words) {
    if (!connected) visitor.connect();
    connected = true;
    visitor.say(words);
  }

  @Override
  public String reach(Reaching agent, JsonNode conversation, String words) {
    var id = conversation.get("id").asString();
    var chat =
        conversation
            .get("interactions")
            .valueStream()
            .filter(one -> one.get("channel").asString().equals(channel()))
            .filter(one -> one.get("state").asString().equals("ACTIVE"))
            .findFirst()
            .orElseThrow();
    agent.client().say(id, chat.get("id").asString(), UUID.randomUUID(), words).ok();
    return id;
  }

  @Override
  public String reachAnew(Reaching agent, String contact, String words) {
    throw new IllegalStateException("only whoever is on the page can be chatted with");
  }

  @Override
  public boolean got(String words) {
    return visitor.heard("message").stream()
        .anyMatch(one -> one.path("text").asString("").equals(words));
  }

  @Override
  public void answer(String words) {
    visitor.say(words);
  }

  @Override
  public void close() {
    if (connected) visitor.close();
  }
}
