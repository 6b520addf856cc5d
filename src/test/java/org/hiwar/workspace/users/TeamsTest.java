package org.hiwar.workspace.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TeamsTest extends ApiTest {
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
