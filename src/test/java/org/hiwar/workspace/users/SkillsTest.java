package org.hiwar.workspace.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Skills, and what becomes of those who are at their desks while theirs change.
@Tag("api")
class SkillsTest {
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient administrator = shop.administrator("admin");

  @Test
  void aLanguageIsMadeGivenRenamedAndRemoved() {
    var layla = shop.supervisor("layla").id();
    var french =
        send("POST", "", Map.of("code", " FR", "name", "French", "people", level(layla, 60)))
            .ok()
            .body();
    assertThat(french.path("code").asString()).isEqualTo("fr");
    assertThat(french.at("/people/0/level").asInt()).isEqualTo(60);
    var at = "/" + french.path("id").asString();
    assertThat(user(layla).at("/skills/0/skill").asString())
        .isEqualTo(french.path("id").asString());
    assertThat(send("DELETE", at, null).problem()).isEqualTo("skill-used");
    var renamed = send("PUT", at, Map.of("name", "الفرنسية")).ok().body();
    assertThat(renamed.at("/people/0/level").asInt()).isEqualTo(60);
    send("PUT", at, Map.of("people", List.of())).ok();
    assertThat(user(layla).path("skills")).isEmpty();
    send("DELETE", at, null).ok();
    assertThat(send("DELETE", at, null).status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongIsSaidInASentence() {
    var layla = shop.supervisor("layla").id();
    assertThat(send("POST", "", Map.of("code", "French", "name", "French")).problem())
        .isEqualTo("language-tag-invalid");
    assertThat(send("POST", "", Map.of("code", "en", "name", "Another English")).problem())
        .isEqualTo("language-taken");
    assertThat(send("POST", "", Map.of("code", "fr", "name", "en")).problem())
        .isEqualTo("skill-taken");
    var orders = "/" + shop.service();
    assertThat(send("PUT", orders, Map.of("name", "Another")).problem())
        .isEqualTo("skill-of-service");
    assertThat(send("DELETE", orders, null).problem()).isEqualTo("skill-of-service");
    assertThat(send("PUT", orders, Map.of("people", level(layla, 0))).problem())
        .isEqualTo("skill-level-invalid");
    assertThat(send("PUT", orders, Map.of("people", level("4711", 50))).problem())
        .isEqualTo("user-unknown");
    assertThat(
            administrator
                .send("PATCH", "/api/users/" + layla, skills(Map.of("4711", 50)))
                .problem())
        .isEqualTo("skill-unknown");
  }

  /// Nobody logs in anew: the floor learns of the skills, and the desk is offered what waits.
  @Test
  void whoGetsASkillIsOfferedWhatWaitsForIt() {
    var layla = shop.supervisor("layla");
    try (layla;
        var window = layla.openDesk();
        var visitor = shop.visitor("en")) {
      Await.until(() -> layla.ready().status() < 300);
      visitor.connect();
      visitor.say("Hello");
      Await.until(() -> !window.heartbeats().isEmpty());
      assertThat(layla.snapshot().path("conversations")).isEmpty();
      var can = Map.of(shop.service(), 80, english(), 40);
      administrator.send("PATCH", "/api/users/" + layla.id(), skills(can)).ok();
      Await.until(() -> !layla.snapshot().path("conversations").isEmpty());
      assertThat(layla.snapshot().at("/conversations/0/interactions/0/state").asString())
          .isEqualTo("OFFERED");
    }
  }

  /// The window is told to read again, by a socket that knows the new right.
  @Test
  void whoGetsARoleOrATeamSeesItAtTheOpenDesk() {
    var layla = shop.agent("layla", "en");
    try (layla;
        var window = layla.openDesk()) {
      Await.until(() -> !window.heartbeats().isEmpty());
      var team =
          administrator
              .send("POST", "/api/teams", Map.of("name", "Orders", "members", List.of(layla.id())))
              .ok();
      Await.until(() -> window.frames().stream().anyMatch(frame -> frame.has("resync")));
      assertThat(layla.snapshot().at("/me/team/name").asString()).isEqualTo("Orders");
      assertThat(team.body().path("members").asInt()).isEqualTo(1);
      administrator
          .send(
              "PATCH",
              "/api/users/" + layla.id(),
              Map.of("roles", List.of("AGENT", "RECORD_EDITOR")))
          .ok();
      Await.until(() -> window.frames().stream().filter(frame -> frame.has("resync")).count() == 2);
      assertThat(layla.snapshot().at("/me/privileges").toString()).contains("CORRECT_RECORDS");
    }
  }

  private static Map<String, Object> skills(Map<String, Integer> levels) {
    return Map.of(
        "skills",
        levels.entrySet().stream()
            .map(one -> Map.of("skill", one.getKey(), "level", one.getValue()))
            .toList());
  }

  private static List<Map<String, Object>> level(String user, int level) {
    return List.of(Map.of("user", user, "level", level));
  }

  private Answer send(String method, String path, @Nullable Object body) {
    return administrator.send(method, "/api/skills" + path, body);
  }

  private JsonNode user(String id) {
    return administrator.get("/api/users/" + id).ok().body();
  }

  private String english() {
    for (var one : administrator.get("/api/skills").ok().body())
      if (one.path("code").asString("").equals("en")) return one.path("id").asString();
    throw new AssertionError("no English");
  }
}
