package org.hiwar.workspace.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");

  private static Map<String, Object> layla() {
    return Map.of(
        "login",
        "Layla",
        "name",
        "ليلى",
        "password",
        "olive tree on the hill",
        "roles",
        List.of("AGENT"),
        "language",
        "ar");
  }

  @Test
  void aNewUserCanLogIn() {
    var created = administrator.post("/api/users", layla()).expect(201).body();
    assertThat(created.path("login").asString()).isEqualTo("layla");
    var me =
        stranger().logIn(workspace.slug(), "layla", "olive tree on the hill").expect(200).body();
    assertThat(me.path("name").asString()).isEqualTo("ليلى");
    assertThat(me.path("language").asString()).isEqualTo("ar");
  }

  @Test
  void aLogInNameBelongsToOneUser() {
    administrator.post("/api/users", layla()).expect(201);
    assertThat(administrator.post("/api/users", layla()).expect(409).problem())
        .isEqualTo("login-taken");
  }

  @Test
  void whatIsWrongIsSaidInASentence() {
    assertThat(with("login", "ليلى").expect(422).problem()).isEqualTo("login-invalid");
    assertThat(with("name", " ").expect(422).problem()).isEqualTo("name-invalid");
    assertThat(with("name", "a\u0007b").expect(422).problem()).isEqualTo("name-invalid");
    assertThat(administrator.post("/api/teams", "{\"name\": \"\\ud800\"}").expect(422).problem())
        .isEqualTo("not-a-text");
    assertThat(administrator.get("/api/users?cursor=%01").expect(422).problem())
        .isEqualTo("cursor-invalid");
    assertThat(with("roles", List.of()).expect(422).problem()).isEqualTo("role-needed");
    assertThat(with("password", "short").expect(422).problem()).isEqualTo("password-too-short");
    assertThat(with("password", "x".repeat(257)).expect(422).problem())
        .isEqualTo("password-too-long");
    assertThat(with("password", "layla-demo").expect(422).problem()).isEqualTo("password-too-easy");
    assertThat(with("team", "4711").expect(422).problem()).isEqualTo("team-unknown");
    assertThat(with("roles", List.of("KING")).expect(400).problem()).isEqualTo("unreadable");
    assertThat(with("language", "tlh").expect(422).problem()).isEqualTo("language-unknown");
  }

  private TestBrowser.Answer with(String field, Object value) {
    var user = new LinkedHashMap<>(layla());
    user.put(field, value);
    return administrator.post("/api/users", user);
  }

  @Test
  void onlyWhatIsNamedChanges() {
    var team =
        administrator
            .post("/api/teams", Map.of("name", "الطلبات"))
            .expect(201)
            .body()
            .path("id")
            .asString();
    var path =
        "/api/users/" + administrator.post("/api/users", layla()).body().path("id").asString();
    var joined = administrator.patch(path, Map.of("team", team)).expect(200).body();
    assertThat(joined.path("team").path("name").asString()).isEqualTo("الطلبات");
    assertThat(joined.path("name").asString()).isEqualTo("ليلى");
    var renamed = administrator.patch(path, Map.of("name", "Layla")).expect(200).body();
    assertThat(renamed.path("team").path("id").asString()).isEqualTo(team);
    assertThat(
            administrator
                .patch(path, Map.of("noTeam", true))
                .expect(200)
                .body()
                .path("team")
                .isNull())
        .isTrue();
    assertThat(administrator.get(path).expect(200).body().path("name").asString())
        .isEqualTo("Layla");
  }

  @Test
  void aDisabledUserIsOutAtOnceAndCannotComeBack() {
    var agent = logIn("agent");
    administrator.patch("/api/users/" + idOf("agent"), Map.of("disabled", true)).expect(200);
    agent.get("/api/me").expect(401);
    stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD).expect(401);
    administrator.patch("/api/users/" + idOf("agent"), Map.of("disabled", false)).expect(200);
    stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD).expect(200);
  }

  @Test
  void anotherPasswordOrALostRightLogsOut() {
    var agent = logIn("agent");
    administrator
        .patch("/api/users/" + idOf("agent"), Map.of("password", "olive tree on the hill"))
        .expect(200);
    agent.get("/api/me").expect(401);
    var supervisor = logIn("supervisor");
    administrator
        .patch(
            "/api/users/" + idOf("supervisor"),
            Map.of("roles", List.of("SUPERVISOR", "ADMINISTRATOR")))
        .expect(200);
    supervisor.get("/api/users").expect(200);
    administrator
        .patch("/api/users/" + idOf("supervisor"), Map.of("roles", List.of("AGENT")))
        .expect(200);
    supervisor.get("/api/me").expect(401);
  }

  @Test
  void aUsersLogInsAreListedAndEndedTogether() {
    var agent = logIn("agent");
    var second = logIn("agent");
    var at = "/api/users/" + idOf("agent") + "/sessions";
    assertThat(administrator.get(at).expect(200).body()).hasSize(2);
    agent.get(at).expect(403);
    administrator.delete(at).expect(204);
    agent.get("/api/me").expect(401);
    second.get("/api/me").expect(401);
    assertThat(administrator.get(at).expect(200).body()).isEmpty();
    administrator.get("/api/users/4711/sessions").expect(404);
    administrator.delete("/api/users/4711/sessions").expect(404);
  }

  @Test
  void theLastAdministratorStaysOne() {
    var self = "/api/users/" + idOf("administrator");
    assertThat(administrator.patch(self, Map.of("roles", List.of("AGENT"))).expect(409).problem())
        .isEqualTo("last-administrator");
    assertThat(administrator.patch(self, Map.of("disabled", true)).expect(409).problem())
        .isEqualTo("last-administrator");
    administrator
        .patch("/api/users/" + idOf("agent"), Map.of("roles", List.of("ADMINISTRATOR")))
        .expect(200);
    administrator.patch(self, Map.of("disabled", true)).expect(200);
  }

  @Test
  void everyChangeStandsInTheAuditLogWithoutThePassword() {
    administrator.post("/api/users", layla()).expect(201);
    administrator
        .patch(
            "/api/users/" + idOf("agent"),
            Map.of("password", "olive tree on the hill", "name", "Agent"))
        .expect(200);
    var events =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    db.sql(
                            "select what || ' ' || detail::text from audit_event where what in"
                                + " ('user.created', 'user.changed') order by id")
                        .query(String.class)
                        .list());
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).contains("layla");
    assertThat(events.get(1)).contains("password").contains("name");
    assertThat(events.toString()).doesNotContain("olive").doesNotContain("argon2");
  }

  @Test
  void noAnswerHoldsAHash() {
    assertThat(administrator.get("/api/users").expect(200).body().toString())
        .doesNotContain("argon2")
        .doesNotContain("password");
  }

  private String idOf(String login) {
    for (JsonNode user : administrator.get("/api/users").expect(200).body().path("items"))
      if (user.path("login").asString().equals(login)) return user.path("id").asString();
    throw new AssertionError("no user " + login);
  }
}
