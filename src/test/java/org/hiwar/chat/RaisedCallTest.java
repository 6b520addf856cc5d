package org.hiwar.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.VisitorClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// From which chats customers may call, and what is refused there.
class RaisedCallTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient administrator = shop.administrator("admin");
  private final VisitorClient visitor = shop.visitor("en");

  @AfterEach
  void close() {
    visitor.close();
    administrator.close();
  }

  @Test
  void callsComeFromThoseEntriesThatAnAdministratorHasOpened() {
    visitor.connect();
    assertThat(entry().get("calls").asBoolean()).isFalse();
    assertThat(raised("no offer")).isEqualTo("NOT_OFFERED");

    var allowed = allow(shop.voice().toString()).ok().body();
    assertThat(allowed.get("calls").asString()).isEqualTo(shop.voice().toString());
    assertThat(entry().get("calls").asBoolean()).isTrue();
    // On the line that was there before.
    assertThat(raised("no offer")).isEqualTo("FAILED");

    assertThat(allow(null).ok().body().get("calls").isNull()).isTrue();
    assertThat(listed().get("calls").isNull()).isTrue();
    assertThat(raised("no offer")).isEqualTo("NOT_OFFERED");
  }

  @Test
  void onlyAServiceOfCallsCanBeCalled() {
    assertThat(allow(shop.service()).problem()).isEqualTo("service-unknown");
    assertThat(allow("4711").problem()).isEqualTo("service-unknown");
    assertThat(listed().get("calls").isNull()).isTrue();
  }

  @Test
  void oneVisitorRaisesSoManyCallsAndNoMore() {
    allow(shop.voice().toString()).ok();
    visitor.connect();
    for (int i = 0; i < 10; i++) assertThat(raised("no offer")).isEqualTo("FAILED");
    assertThat(raised("no offer")).isEqualTo("TOO_MANY");
    try (var another = shop.visitor("en")) {
      another.connect();
      assertThat(raised(another, "no offer")).isEqualTo("FAILED");
    }
  }

  /// The end that a call came to at once.
  private String raised(String offer) {
    return raised(visitor, offer);
  }

  private static String raised(VisitorClient by, String offer) {
    var id = UUID.randomUUID();
    by.call(id, offer);
    Await.until(() -> by.call(id).path("state").asString("").equals("ENDED"));
    return by.call(id).get("end").asString();
  }

  private AgentClient.Answer allow(@Nullable String service) {
    var now = (ObjectNode) listed();
    var change = JsonMapper.shared().createObjectNode().put("version", now.get("version").asLong());
    change.set("entry", now.without(List.of("id", "version")).put("calls", service));
    return administrator.send("PUT", "/api/chat-entries/" + listed().get("id").asString(), change);
  }

  private JsonNode listed() {
    return administrator.get("/api/chat-entries").ok().body().get(0);
  }

  private JsonNode entry() {
    return administrator.get("/api/chat/" + shop.slug() + "/" + ChatWorkspace.ENTRY).ok().body();
  }
}
