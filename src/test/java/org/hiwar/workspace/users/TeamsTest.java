package org.hiwar.workspace.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TeamsTest extends ApiTest {
  /// Two workspaces as they were: 21 and 24 are supervisors, 22 is an agent, 23 disabled.
  private static final String BEFORE =
      """
      create schema before;
      set local search_path = before, public;
      create table workspace (id bigint primary key);
      create table team (workspace bigint, id bigint, primary key (workspace, id));
      create table app_user (workspace bigint, id bigint, roles text[], disabled boolean, primary key (workspace, id));
      insert into workspace values (1), (2);
      insert into team values (1, 11), (1, 12), (2, 13);
      insert into app_user values (1, 21, '{AGENT,SUPERVISOR}', false), (1, 22, '{AGENT}', false),
        (1, 23, '{SUPERVISOR}', true), (2, 24, '{SUPERVISOR}', false);
      call guard_workspace('team');
      call guard_workspace('app_user');\
      """;

  private static final String MIGRATION = "/db/migration/V83__team_supervisor.sql";

  private final TestBrowser administrator = logIn("administrator");

  @Test
  void aTeamHasTheMembersThatWereNamedLastAndNobodyIsInTwo() {
    var orders = team("Orders", "agent", "supervisor");
    assertThat(listed(orders).path("members").asInt()).isEqualTo(2);
    var returns = team("Returns", "agent");
    assertThat(listed(orders).path("members").asInt()).isEqualTo(1);
    assertThat(listed(returns).path("members").asInt()).isEqualTo(1);
    var left =
        administrator.put("/api/teams/" + orders, Map.of("members", List.of())).expect(200).body();
    assertThat(left.path("members").asInt()).isZero();
    assertThat(left.path("name").asString()).isEqualTo("Orders");
    assertThat(teamOf("supervisor").isNull()).isTrue();
    assertThat(teamOf("agent").path("name").asString()).isEqualTo("Returns");
  }

  @Test
  void aTeamIsRenamedButNotLikeAnother() {
    var orders = team("Orders");
    team("Returns");
    administrator.put("/api/teams/" + orders, Map.of("name", "Orders")).expect(200);
    administrator.put("/api/teams/" + orders, Map.of("name", "الطلبات")).expect(200);
    assertThat(listed(orders).path("name").asString()).isEqualTo("الطلبات");
    assertThat(
            administrator
                .put("/api/teams/" + orders, Map.of("name", "Returns"))
                .expect(409)
                .problem())
        .isEqualTo("team-taken");
    assertThat(administrator.put("/api/teams/" + orders, Map.of("name", " ")).expect(422).problem())
        .isEqualTo("name-invalid");
  }

  @Test
  void aTeamHasTheSupervisorsThatWereNamedLastWhoMaySupervise() {
    var orders = team("Orders", "agent");
    assertThat(listed(orders).path("supervisors")).isEmpty();
    assertThat(supervise(orders, "supervisor", "administrator").expect(200).body().path("members"))
        .hasToString("1");
    assertThat(listed(orders).path("supervisors")).hasSize(2);
    supervise(orders, "supervisor").expect(200);
    assertThat(listed(orders).path("supervisors").path(0).asString()).isEqualTo(idOf("supervisor"));
    assertThat(supervise(orders, "supervisor", "agent").expect(422).problem())
        .isEqualTo("supervisor-invalid");
    var stranger = TestWorkspace.fresh().user("stranger", Role.SUPERVISOR).toString();
    assertThat(
            administrator
                .put("/api/teams/" + orders, Map.of("supervisors", List.of(stranger)))
                .expect(422)
                .problem())
        .isEqualTo("supervisor-invalid");
    assertThat(listed(orders).path("supervisors")).as("as before").hasSize(1);

    administrator
        .patch("/api/users/" + idOf("supervisor"), Map.of("roles", List.of("AGENT")))
        .expect(200);
    supervise(orders, "administrator", "supervisor").expect(200);
    supervise(orders, "administrator").expect(200);
    assertThat(supervise(orders, "supervisor").expect(422).problem())
        .as("who may not any more is kept, but not named anew")
        .isEqualTo("supervisor-invalid");
    administrator.put("/api/teams/" + orders, Map.of("members", List.of())).expect(200);
    administrator.delete("/api/teams/" + orders).expect(204);
  }

  private TestBrowser.Answer supervise(String team, String... supervisors) {
    var ids = List.of(supervisors).stream().map(this::idOf).toList();
    return administrator.put("/api/teams/" + team, Map.of("supervisors", ids));
  }

  /// Run on tables of its own, of which nothing stays.
  @Test
  void whoWasASupervisorBeforeTeamsHadThemGoesOnSeeingTheTeamsThatThereWere() throws Exception {
    try (var db = TestDatabase.dataSource().getConnection();
        var statement = db.createStatement();
        var script = TeamsTest.class.getResourceAsStream(MIGRATION)) {
      db.setAutoCommit(false);
      try {
        statement.execute(BEFORE);
        statement.execute(
            new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        var seen = new ArrayList<String>();
        for (int workspace = 1; workspace <= 2; workspace++) {
          statement.execute("select set_config('hiwar.workspace', '" + workspace + "', true)");
          var rows = statement.executeQuery("select team, supervisor from team_supervisor");
          while (rows.next()) seen.add(workspace + ": " + rows.getInt(1) + " " + rows.getInt(2));
        }
        assertThat(seen).containsExactlyInAnyOrder("1: 11 21", "1: 12 21", "2: 13 24");
      } finally {
        db.rollback();
      }
    }
  }

  @Test
  void onlyATeamWithoutMembersIsRemoved() {
    var orders = team("Orders", "agent");
    assertThat(administrator.delete("/api/teams/" + orders).expect(409).problem())
        .isEqualTo("team-used");
    administrator.put("/api/teams/" + orders, Map.of("members", List.of())).expect(200);
    administrator.delete("/api/teams/" + orders).expect(204);
    administrator.delete("/api/teams/" + orders).expect(404);
    assertThat(administrator.get("/api/teams").expect(200).body()).isEmpty();
  }

  @Test
  void whoAndWhatIsUnknownIsRefusedAndNothingIsKept() {
    var stranger = TestWorkspace.fresh().user("stranger", Role.AGENT).toString();
    var wish = Map.of("name", "Orders", "members", List.of(stranger));
    assertThat(administrator.post("/api/teams", wish).expect(422).problem())
        .isEqualTo("user-unknown");
    assertThat(
            administrator
                .post("/api/teams", Map.of("name", "Orders", "services", List.of("4711")))
                .expect(422)
                .problem())
        .isEqualTo("service-unknown");
    assertThat(administrator.get("/api/teams").expect(200).body()).isEmpty();
  }

  @Test
  void whichRoleMayDoWhatIsTold() {
    var roles = administrator.get("/api/roles").expect(200).body();
    assertThat(roles).hasSize(Role.values().length);
    assertThat(roles.path(0).path("role").asString()).isEqualTo("AGENT");
    assertThat(roles.path(0).path("privileges").toString())
        .contains("WORK_AT_DESK")
        .doesNotContain("MANAGE_USERS");
  }

  private String team(String name, String... members) {
    var ids = List.of(members).stream().map(this::idOf).toList();
    return administrator
        .post("/api/teams", Map.of("name", name, "members", ids))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private JsonNode listed(String team) {
    for (var one : administrator.get("/api/teams").expect(200).body())
      if (one.path("id").asString().equals(team)) return one;
    throw new AssertionError("no team " + team);
  }

  private JsonNode teamOf(String login) {
    return administrator.get("/api/users/" + idOf(login)).expect(200).body().path("team");
  }

  private String idOf(String login) {
    for (var user : administrator.get("/api/users").expect(200).body().path("items"))
      if (user.path("login").asString().equals(login)) return user.path("id").asString();
    throw new AssertionError("no user " + login);
  }
}
