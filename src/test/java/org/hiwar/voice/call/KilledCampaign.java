package org.hiwar.voice.call;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.BenchRows;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A campaign of a [KilledCentre] with its records, at all hours, and agents who telephone with
/// numbers of their own. What is skipped comes back after a second.
final class KilledCampaign {
  /// Of customers and agents, behind the trunk of the test.
  static final String CUSTOMERS = "+49309018";

  static final String AGENTS = "+4917012348";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ALWAYS =
      """
      {"schedules": [{"hours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        "from": "00:00:00", "to": "00:00:00"}, "kinds": ["MOBILE", "HOME", "WORK", "OTHER"], "dates": []}],
       "holidays": {"days": []}}\
      """;

  private final KilledCentre centre;
  private final AgentClient administrator;
  private final String id;
  private final List<String> sessions = new ArrayList<>();

  KilledCampaign(KilledCentre centre, int records, int agents) {
    this.centre = centre;
    administrator = centre.logIn("admin");
    var wish = Map.of("name", "Killed", "calls", centre.service(), "zone", "Europe/Berlin");
    id = administrator.send("POST", "/api/campaigns", wish).ok().body().get("id").asString();
    centre
        .database()
        .in(
            workspace(),
            db -> {
              crew(db, agents);
              return true;
            });
    settings();
    var list = list(records);
    var use =
        Map.of("enabled", true, "position", 1, "ratio", 1, "filter", List.of(), "sort", List.of());
    administrator.send("PUT", "/api/campaigns/" + id + "/lists/" + list, use).ok();
  }

  /// With them the floor learns who serves the campaign.
  private void settings() {
    var path = "/api/campaigns/" + id;
    var change =
        ((ObjectNode) administrator.get(path).ok().body())
            .retain("name", "calls", "enabled", "offerSeconds", "settings")
            .put("enabled", true)
            .put("offerSeconds", 5);
    var settings = ((ObjectNode) change.get("settings")).put("skipDelay", "PT1S");
    var rules = (ObjectNode) settings.get("rules");
    rules.set("hours", JSON.readTree(ALWAYS));
    rules.set("limits", unlimited(rules.get("limits")));
    administrator.send("PUT", path, change).ok();
  }

  /// Each limit of attempts is 0: none.
  private static ObjectNode unlimited(JsonNode limits) {
    var none = JSON.createObjectNode();
    limits.propertyNames().forEach(name -> none.put(name, 0));
    return none;
  }

  private void crew(JdbcClient db, int agents) {
    var rows = new BenchRows(db, workspace());
    for (int i = 0; i < agents; i++) {
      var login = login(i);
      sessions.add(rows.user(login, "AGENT", List.of()).substring("hiwar_session=".length()));
      db.sql(
              "insert into user_skill (workspace, user_id, skill, level) select workspace, id,"
                  + " :skill, 50 from app_user where workspace = :workspace and login = :login")
          .param("skill", Long.parseLong(id))
          .param("workspace", workspace())
          .param("login", login)
          .update();
    }
  }

  private ListId list(int records) {
    var list = new ListId(TestDatabase.ids().next());
    var made =
        new CallingList(
            list,
            "Killed",
            "DE",
            ZoneId.of("Europe/Berlin"),
            Fields.usual("Mobile", "First", "Last"),
            0,
            java.time.Instant.now());
    if (!new ListStore(centre.database()).add(centre.workspace(), made))
      throw new IllegalStateException("the list is there already");
    centre
        .database()
        .in(
            workspace(),
            db -> {
              for (int i = 0; i < records; i++) record(db, list, i);
              return true;
            });
    return list;
  }

  private void record(JdbcClient db, ListId list, int place) {
    long record = TestDatabase.ids().next();
    db.sql(
            """
            insert into calling_record (workspace, id, list, position, key, first_name, inserted_at)
            values (:workspace, :id, :list, :position, :id::text, 'Customer ' || :position, now())\
            """)
        .param("workspace", workspace())
        .param("id", record)
        .param("list", list.value())
        .param("position", place + 1)
        .update();
    db.sql(
            """
            insert into record_number (workspace, record, position, kind, number, region)
            values (:workspace, :id, 1, 'MOBILE', :number, 'DE')\
            """)
        .param("workspace", workspace())
        .param("id", record)
        .param("number", CUSTOMERS + "%04d".formatted(2_000 + place))
        .update();
  }

  static String login(int agent) {
    return "agent" + agent;
  }

  /// With a telephone.
  AgentClient agent(int agent) {
    var client = AgentClient.loggedIn(centre.address(), sessions.get(agent));
    var device = new java.util.HashMap<String, Object>();
    device.put("kind", "NUMBER");
    device.put("phone", null);
    device.put("number", AGENTS + "%02d".formatted(agent));
    client.send("PUT", "/api/device", device).ok();
    return client;
  }

  void start() {
    administrator.send("POST", "/api/campaigns/" + id + "/start", null).ok();
  }

  void stop() {
    administrator.send("POST", "/api/campaigns/" + id + "/stop", null).ok();
  }

  /// The lines of the agents since an hour ago.
  JsonNode report() {
    var from = java.time.Instant.now().minusSeconds(3_600);
    return administrator
        .get("/api/campaign-reports?by=AGENT&campaign=" + id + "&from=" + from)
        .ok()
        .body()
        .get("lines");
  }

  long id() {
    return Long.parseLong(id);
  }

  long workspace() {
    return centre.workspace().value();
  }
}
