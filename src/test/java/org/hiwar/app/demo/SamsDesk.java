package org.hiwar.app.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sam of the demo workspace in the running application, Ready for one conversation. It is
/// completed when this closes, so that the next test finds Sam free.
public final class SamsDesk implements AutoCloseable {
  private final AgentClient sam;

  private SamsDesk(AgentClient sam) {
    this.sam = sam;
  }

  public static SamsDesk ready() {
    var sam = AgentClient.logIn(URI.create(RunningHiwar.origin()), "demo", "sam", "sam-demo");
    sam.openDesk();
    Await.until(() -> sam.ready().status() < 300);
    return new SamsDesk(sam);
  }

  public JsonNode conversation() {
    return sam.snapshot().at("/conversations/0");
  }

  public JsonNode interaction() {
    return conversation().at("/interactions/0");
  }

  public JsonNode lastMessage() {
    return conversation().get("messages").valueStream().reduce((_, last) -> last).orElseThrow();
  }

  private String state() {
    return conversation().path("state").asString("");
  }

  public void awaitOffer() {
    Await.until(() -> state().equals("OFFERED"));
  }

  public void accept() {
    var offered = interaction();
    sam.accept(offered.get("id").asString(), offered.at("/offer/number").asInt()).ok();
    Await.until(() -> state().equals("ACTIVE"));
  }

  /// Writes in the conversation.
  ///
  /// @param wish what the endpoint takes besides an id, the conversation, and no files
  public void write(String endpoint, Map<String, ?> wish) {
    var all = new HashMap<String, @Nullable Object>(wish);
    all.put("id", UUID.randomUUID().toString());
    all.put("conversation", conversation().get("id").asString());
    all.put("files", List.of());
    sam.send("POST", endpoint, all).ok();
  }

  private void complete() {
    if (state().isEmpty()) return;
    sam.end(interaction().get("id").asString()).ok();
    Await.until(() -> state().equals("WRAP_UP"));
    var done = conversation();
    sam.complete(done.get("id").asString(), done.get("lastSeq").asLong(), resolved(), "").ok();
    Await.until(() -> state().isEmpty());
  }

  private String resolved() {
    return interaction()
        .get("dispositions")
        .valueStream()
        .filter(each -> each.path("code").asString("").equals("RESOLVED"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  @Override
  public void close() {
    complete();
    sam.close();
  }
}
