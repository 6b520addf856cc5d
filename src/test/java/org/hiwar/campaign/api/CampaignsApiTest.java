package org.hiwar.campaign.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CampaignsApiTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");

  private String created(String name) {
    return administrator
        .post(
            "/api/campaigns",
            "{\"name\": \"" + name + "\", \"calls\": null, \"zone\": \"Asia/Damascus\"}")
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private ObjectNode read(String id) {
    var body = (ObjectNode) administrator.get("/api/campaigns/" + id).expect(200).body();
    return body.retain("name", "calls", "enabled", "offerSeconds", "settings");
  }

  private TestBrowser.Answer change(String id, ObjectNode wish) {
    return administrator.put("/api/campaigns/" + id, wish.toString());
  }

  private static ObjectNode settings(ObjectNode campaign) {
    return (ObjectNode) campaign.path("settings");
  }

  @Test
  void whatIsReadCanBeWrittenBack() {
    var id = created("Spring");
    var campaign = read(id).put("name", "Autumn").put("enabled", true).put("offerSeconds", 30);
    settings(campaign).put("previewTimerSeconds", 45).put("help", "Ask Rana, extension 12.");
    change(id, campaign).expect(200);
    assertThat(read(id)).isEqualTo(campaign);
  }

  @Test
  void whatIsWrongIsSaidInWordsOfItsOwn() {
    var id = created("Spring");
    var timer = read(id);
    settings(timer).put("previewTimerSeconds", 601);
    assertThat(change(id, timer).expect(422).problem()).isEqualTo("preview-timer-invalid");
    var offer = read(id).put("offerSeconds", 1);
    assertThat(change(id, offer).expect(422).problem()).isEqualTo("preview-offer-invalid");
    var missing = read(id);
    settings(missing).putNull("defaultPreviewDisposition");
    assertThat(change(id, missing).expect(422).problem()).isEqualTo("default-disposition-unknown");
    var dayless = read(id);
    ((ObjectNode) settings(dayless).at("/rules/hours/schedules/0/hours")).putArray("days");
    assertThat(change(id, dayless).expect(422).problem()).isEqualTo("hours-without-days");
    assertThat(change(id, read(id).put("calls", "42")).expect(422).problem())
        .isEqualTo("service-unknown");
    assertThat(change(id, read(id).put("name", " ")).expect(422).problem())
        .isEqualTo("campaign-name-invalid");
  }

  @Test
  void aNameIsGivenOnce() {
    created("Spring");
    var wish = "{\"name\": \"Spring\", \"calls\": null, \"zone\": \"Asia/Damascus\"}";
    assertThat(administrator.post("/api/campaigns", wish).expect(409).problem())
        .isEqualTo("campaign-name-taken");
  }

  @Test
  @Requirement("S2-25")
  void automaticAcceptanceIsASettingThatIsOffAtFirst() {
    var id = created("Spring");
    var campaign = read(id);
    assertThat(settings(campaign).path("previewAutoAccept").asBoolean()).isFalse();
    settings(campaign).put("previewAutoAccept", true);
    change(id, campaign).expect(200);
    assertThat(settings(read(id)).path("previewAutoAccept").asBoolean()).isTrue();
  }

  @Test
  @Requirement({"S2-57", "S2-51"})
  void aResultIsRenamedAndReplacedAsDefaultWhileItsIdStays() {
    var id = created("Spring");
    var bad = settings(read(id)).path("defaultPreviewDisposition").asString();
    var scope =
        Map.of(
            "preview",
            true,
            "outbound",
            false,
            "inbound",
            false,
            "selectable",
            true,
            "reschedulable",
            false);
    var renamed = Map.of("name", "Unusable", "kind", "FAILURE", "last", true, "scope", scope);
    administrator.put("/api/dispositions/" + bad, renamed).expect(200);
    var all = administrator.get("/api/dispositions").expect(200).body();
    assertThat(all.valueStream().filter(one -> one.path("id").asString().equals(bad)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path("name").asString()).isEqualTo("Unusable");
              assertThat(one.path("code").asString()).isEqualTo("BAD_RECORD");
            });
    var other =
        administrator
            .post(
                "/api/dispositions",
                Map.of("name", "Moved away", "kind", "FAILURE", "last", true, "scope", scope))
            .expect(201)
            .body()
            .path("id")
            .asString();
    var campaign = read(id);
    settings(campaign).put("defaultPreviewDisposition", other);
    change(id, campaign).expect(200);
    assertThat(settings(read(id)).path("defaultPreviewDisposition").asString()).isEqualTo(other);
  }

  @Test
  void anIncompleteCampaignSaysWhatItLacksAndDoesNotStart() {
    var id = created("Spring");
    var found = administrator.get("/api/campaigns/" + id + "/diagnostics").expect(200).body();
    assertThat(found.valueStream().map(one -> one.path("code").asString()))
        .contains("NOT_ENABLED", "NO_CALLS_SERVICE", "NO_TRUNK", "NO_LIST", "NO_AGENTS");
    assertThat(administrator.post("/api/campaigns/" + id + "/start", "").expect(409).problem())
        .isEqualTo("campaign-incomplete");
  }

  @Test
  void aSupervisorStartsAndStopsWhatAnAdministratorHasCompleted() {
    var id = complete(created("Spring"));
    var supervisor = logIn("supervisor");
    var path = "/api/campaigns/" + id;
    assertThat(supervisor.post(path + "/start", "").expect(200).body().path("state").asString())
        .isEqualTo("RUNNING");
    supervisor.get(path + "/progress").expect(200);
    assertThat(administrator.delete(path).expect(409).problem()).isEqualTo("campaign-running");
    assertThat(supervisor.post(path + "/stop", "").expect(200).body().path("state").asString())
        .isEqualTo("STOPPED");
    supervisor.delete(path).expect(403);
    administrator.delete(path).expect(204);
    logIn("agent").get("/api/campaigns").expect(403);
  }

  private String complete(String id) {
    var calls = new ServiceId(TestDatabase.ids().next());
    var some = Duration.ofMinutes(1);
    RunningHiwar.bean(ServiceStore.class)
        .add(
            workspaceId(),
            new Service(
                calls,
                "Calls",
                Medium.VOICE,
                false,
                some,
                some,
                some,
                false,
                some,
                some,
                some,
                some,
                false));
    var team = new Team(new TeamId(TestDatabase.ids().next()), "Sales");
    RunningHiwar.bean(TeamStore.class).add(workspaceId(), team);
    long list = TestDatabase.ids().next();
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> {
              db.sql("update app_user set team = ? where workspace = ? and login = 'agent'")
                  .params(team.id().value(), workspaceId().value())
                  .update();
              db.sql(
                      """
                      insert into trunk (workspace, id, name, position, host, port, transport, registers, checked, follows_redirects)
                      values (?, ?, 'Trunk', 1, 'trunk.invalid', 5060, 'UDP', false, false, false)\
                      """)
                  .params(workspaceId().value(), TestDatabase.ids().next())
                  .update();
              return db.sql(
                      """
                      insert into calling_list (workspace, id, name, region, zone, fields, created_at)
                      values (?, ?, 'Customers', 'DE', 'Europe/Berlin', '{"all": [], "expiresAfter": null}', now())\
                      """)
                  .params(workspaceId().value(), list)
                  .update();
            });
    change(id, read(id).put("calls", calls.toString()).put("enabled", true)).expect(200);
    var path = "/api/campaigns/" + id;
    administrator.put(path + "/teams", Map.of("teams", List.of(team.id().toString()))).expect(200);
    administrator
        .put(
            path + "/lists/" + list,
            Map.of(
                "enabled", true, "position", 1, "ratio", 1, "filter", List.of(), "sort", List.of()))
        .expect(200);
    return id;
  }
}
