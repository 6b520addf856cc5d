package org.hiwar.workspace.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.ServiceHours;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServicesApiTest extends ApiTest {
  private static final Map<String, Object> OFFICE =
      Map.of(
          "zone", "Asia/Damascus",
          "openings",
              List.of(
                  Map.of(
                      "days",
                      List.of("SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"),
                      "from",
                      "09:00",
                      "to",
                      "17:00")),
          "holidays", Map.of("days", List.of("2026-11-29")));

  private final TestBrowser administrator = logIn("administrator");

  private static Map<String, Object> wish(String name, String medium) {
    return Map.of("name", name, "medium", medium, "zone", "Asia/Damascus");
  }

  private JsonNode made(String name, String medium) {
    return administrator.post("/api/services", wish(name, medium)).expect(201).body();
  }

  private static String path(JsonNode service) {
    return "/api/services/" + service.path("id").asString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> settings(JsonNode service) {
    return new LinkedHashMap<>(
        tools.jackson.databind.json.JsonMapper.shared()
            .treeToValue(service.path("settings"), Map.class));
  }

  private static Map<String, Object> with(JsonNode service, String field, Object value) {
    var all = settings(service);
    all.put(field, value);
    return all;
  }

  private String refused(JsonNode service, String field, Object value) {
    return administrator.put(path(service), with(service, field, value)).expect(422).problem();
  }

  private String team(String name) {
    var team = new Team(new TeamId(TestDatabase.ids().next()), name);
    assertThat(RunningHiwar.bean(TeamStore.class).add(workspaceId(), team)).isTrue();
    return team.id().toString();
  }

  private String skill(String name) {
    var skill = new Skill(new SkillId(TestDatabase.ids().next()), Skill.Kind.AUXILIARY, null, name);
    RunningHiwar.bean(SkillStore.class).add(workspaceId(), skill);
    return skill.id().toString();
  }

  private String audited() {
    List<String> all =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    db.sql("select what || ' ' || detail::text from audit_event")
                        .query(String.class)
                        .list());
    return String.join("\n", all);
  }

  @Test
  void aServiceIsMadeChangedAndRemoved() {
    var service = made("  Returns ", "CHAT");
    assertThat(service.at("/settings/name").asString()).isEqualTo("Returns");
    assertThat(service.at("/settings/hours/zone").asString()).isEqualTo("Asia/Damascus");
    var wish = settings(service);
    var team = team("Second floor");
    var skill = skill("Refunds");
    wish.put("name", "الإرجاع");
    wish.put("wrapUpSeconds", 90);
    wish.put("priority", 3);
    wish.put("most", 2);
    wish.put("requiresDisposition", true);
    wish.put("silenceMinutes", 600);
    wish.put("closed", Map.of("english", "We are closed.", "arabic", " نحن مغلقون. "));
    wish.put("promisePercent", 90);
    wish.put("promiseSeconds", 30);
    wish.put("hours", OFFICE);
    wish.put("teams", List.of(team));
    wish.put("skills", List.of(Map.of("skill", skill, "level", 40)));
    administrator.put(path(service), wish).expect(200);

    var kept = administrator.get(path(service)).expect(200).body();
    assertThat(kept.at("/settings/name").asString()).isEqualTo("الإرجاع");
    assertThat(kept.at("/settings/wrapUpSeconds").asInt()).isEqualTo(90);
    assertThat(kept.at("/settings/priority").asInt()).isEqualTo(3);
    assertThat(kept.at("/settings/most").asInt()).isEqualTo(2);
    assertThat(kept.at("/settings/requiresDisposition").asBoolean()).isTrue();
    assertThat(kept.at("/settings/silenceMinutes").asInt()).isEqualTo(600);
    assertThat(kept.at("/settings/closed/arabic").asString()).isEqualTo("نحن مغلقون.");
    assertThat(kept.at("/settings/promisePercent").asInt()).isEqualTo(90);
    assertThat(kept.at("/settings/promiseSeconds").asInt()).isEqualTo(30);
    assertThat(kept.at("/settings/hours/openings").size()).isEqualTo(1);
    assertThat(kept.at("/settings/teams/0").asString()).isEqualTo(team);
    assertThat(kept.at("/settings/skills/0/level").asInt()).isEqualTo(40);
    assertThat(
            administrator.get("/api/services").expect(200).body().path(0).path("name").asString())
        .isEqualTo("الإرجاع");

    administrator.delete(path(service)).expect(204);
    administrator.get(path(service)).expect(404);
    assertThat(audited())
        .contains("service.created", "service.changed", "service.removed", "الإرجاع");
  }

  @Test
  void whatIsWrongWithAServiceIsSaidInASentence() {
    assertThat(administrator.post("/api/services", wish(" ", "CHAT")).expect(422).problem())
        .isEqualTo("service-name-invalid");
    for (var medium : List.of("PREVIEW", "TASK"))
      assertThat(administrator.post("/api/services", wish("A", medium)).expect(422).problem())
          .isEqualTo("service-medium-invalid");
    var nowhere = Map.of("name", "A", "medium", "CHAT", "zone", "Atlantis");
    assertThat(administrator.post("/api/services", nowhere).expect(422).problem())
        .isEqualTo("service-zone-unknown");

    var service = made("Returns", "VOICE");
    made("Orders", "CHAT");
    assertThat(administrator.post("/api/services", wish("Orders", "CHAT")).expect(409).problem())
        .isEqualTo("service-name-taken");
    assertThat(
            administrator.put(path(service), with(service, "name", "Orders")).expect(409).problem())
        .isEqualTo("service-name-taken");
    assertThat(refused(service, "name", "a\nb")).isEqualTo("service-name-invalid");
    assertThat(refused(service, "priority", 10)).isEqualTo("service-priority-invalid");
    assertThat(refused(service, "offerSeconds", 4)).isEqualTo("service-offer-invalid");
    assertThat(refused(service, "wrapUpSeconds", 3_601)).isEqualTo("service-wrap-up-invalid");
    assertThat(refused(service, "preferSeconds", -1)).isEqualTo("service-prefer-invalid");
    assertThat(refused(service, "relaxSeconds", 3_601)).isEqualTo("service-relax-invalid");
    assertThat(refused(service, "most", 5)).isEqualTo("service-most-invalid");
    assertThat(refused(service, "inactivityMinutes", 0)).isEqualTo("service-inactivity-invalid");
    assertThat(refused(service, "absenceSeconds", 4)).isEqualTo("service-absence-invalid");
    assertThat(refused(service, "silenceMinutes", 43_201)).isEqualTo("service-silence-invalid");
    var long501 = Map.of("english", "x".repeat(501), "arabic", "");
    assertThat(refused(service, "closed", long501)).isEqualTo("service-closed-invalid");
    assertThat(refused(service, "promisePercent", 101)).isEqualTo("service-percent-invalid");
    assertThat(refused(service, "promiseSeconds", 0)).isEqualTo("service-promise-invalid");
    assertThat(refused(service, "teams", List.of("7"))).isEqualTo("team-unknown");
    var unknown = List.of(Map.of("skill", "7", "level", 1));
    assertThat(refused(service, "skills", unknown)).isEqualTo("service-skill-unknown");
    var own = service.path("id").asString();
    assertThat(refused(service, "skills", List.of(Map.of("skill", own, "level", 1))))
        .isEqualTo("service-skill-unknown");
    assertThat(refused(service, "skills", List.of(Map.of("skill", skill("X"), "level", 101))))
        .isEqualTo("service-skills-invalid");
    var dayless =
        Map.of(
            "zone", "UTC",
            "openings", List.of(Map.of("days", List.of(), "from", "09:00", "to", "17:00")),
            "holidays", Map.of("days", List.of()));
    assertThat(refused(service, "hours", dayless)).isEqualTo("hours-without-days");
  }

  @Test
  void aServiceThatSomethingNeedsStaysAndSaysWhatNeedsIt() {
    var service = made("Returns", "CHAT");
    var scope =
        Map.of(
            "preview",
            false,
            "outbound",
            true,
            "inbound",
            true,
            "selectable",
            true,
            "reschedulable",
            false);
    var result = new LinkedHashMap<String, Object>();
    result.put("name", "Came back");
    result.put("kind", "SUCCESS");
    result.put("last", true);
    result.put("scope", scope);
    result.put("services", List.of(service.path("id").asString()));
    var made = administrator.post("/api/dispositions", result).expect(201).body();
    assertThat(made.at("/services/0").asString()).isEqualTo(service.path("id").asString());

    var uses = administrator.get(path(service)).expect(200).body().path("uses");
    assertThat(uses.at("/0/kind").asString()).isEqualTo("DISPOSITION");
    assertThat(uses.at("/0/name").asString()).isEqualTo("Came back");
    assertThat(administrator.delete(path(service)).expect(409).problem())
        .isEqualTo("service-in-use");

    result.put("services", List.of());
    var disposition = "/api/dispositions/" + made.path("id").asString();
    administrator.put(disposition, result).expect(200);
    administrator.delete(path(service)).expect(204);
    result.put("services", List.of(service.path("id").asString()));
    assertThat(administrator.put(disposition, result).expect(422).problem())
        .isEqualTo("disposition-service-unknown");
  }

  @Test
  void nobodyChangesTheServicesOfAnotherWorkspace() {
    var elsewhere = TestWorkspace.fresh();
    elsewhere.user("stranger", org.hiwar.workspace.Role.ADMINISTRATOR);
    var stranger = elsewhere.logIn("stranger");
    var service = made("Returns", "CHAT");
    stranger.get(path(service)).expect(404);
    stranger.put(path(service), settings(service)).expect(404);
    stranger.delete(path(service)).expect(404);
    assertThat(stranger.get("/api/services").expect(200).body().size()).isZero();
    var own = stranger.post("/api/services", wish("Returns", "CHAT")).expect(201).body();
    var ours = with(own, "teams", List.of(team("Second floor")));
    assertThat(stranger.put(path(own), ours).expect(422).problem()).isEqualTo("team-unknown");
    logIn("agent").get(path(service)).expect(403);
  }

  @Test
  void aServiceTellsWhetherItIsOpenAndWhenItOpens() {
    var service = made("Returns", "CHAT");
    var id = ServiceId.of(service.path("id").asString());
    var hours = RunningHiwar.bean(ServiceHours.class);
    var thursdayEvening = Instant.parse("2026-11-26T15:00:00Z");
    assertThat(hours.open(workspaceId(), id, thursdayEvening).open()).isTrue();
    administrator.put(path(service), with(service, "hours", OFFICE)).expect(200);
    var closed = hours.open(workspaceId(), id, thursdayEvening);
    assertThat(closed.open()).isFalse();
    // Friday, Saturday, and a holiday.
    assertThat(closed.next()).isEqualTo(Instant.parse("2026-11-30T06:00:00Z"));
    assertThat(hours.open(workspaceId(), id, Instant.parse("2026-11-30T06:00:00Z")).open())
        .isTrue();
  }
}
