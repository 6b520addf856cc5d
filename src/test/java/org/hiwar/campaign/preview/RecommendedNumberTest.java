package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hiwar.Requirement;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which number the agent is told to call, and why which may not be called: as the desk shows it.
@Tag("api")
class RecommendedNumberTest {
  private static final String MOBILE = "+4915123456789";
  private static final String HOME = "+493090182022";
  private static final String ALL_DAYS =
      "[\"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\", \"FRIDAY\", \"SATURDAY\","
          + " \"SUNDAY\"]";
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final PreviewScene scene = new PreviewScene(shop.workspace(), shop.voice(), "Renewals");

  @AfterEach
  void end() {
    scene.over();
  }

  /// A record with a mobile and a home number.
  private RecordId record(String name) {
    var id = scene.record(name, MOBILE, HOME);
    scene.run(
        "update record_number set kind = 'HOME' where workspace = :workspace and record = :id and"
            + " position = 2",
        Map.of("id", id.value()));
    return id;
  }

  /// The clock at the customer's shows this hour now.
  private void itIs(int hour, RecordId atTheCustomerOf) {
    int there = hour - Instant.now().atOffset(ZoneOffset.UTC).getHour();
    var zone = ZoneOffset.ofHours(there > 14 ? there - 24 : there < -12 ? there + 24 : there);
    scene.run(
        "update calling_record set zone = :zone where workspace = :workspace and id = :id",
        Map.of("zone", zone.getId(), "id", atTheCustomerOf.value()));
  }

  private static Consumer<ObjectNode> hours(String... schedules) {
    return settings ->
        ((ObjectNode) settings.get("rules"))
            .set(
                "hours",
                JsonMapper.shared()
                    .readTree(
                        "{\"schedules\": ["
                            + String.join(", ", schedules)
                            + "], \"holidays\": {\"days\": []}}"));
  }

  private static String from(String from, String to, String kinds) {
    return """
    {"hours": {"days": %s, "from": "%s:00", "to": "%s:00"}, "kinds": [%s], "dates": []}\
    """
        .formatted(ALL_DAYS, from, to, kinds);
  }

  private static final String DAY = from("08:00", "17:00", "\"MOBILE\", \"HOME\"");
  private static final String EVENING = from("17:00", "22:00", "\"HOME\", \"MOBILE\"");
  private static final String EVENING_ON_THE_MOVE = from("17:00", "22:00", "\"MOBILE\", \"HOME\"");

  private PreviewDesk amal() {
    return scene.desk(shop.agent("amal", "en"));
  }

  private static List<String> marked(JsonNode preview) {
    return preview
        .at("/record/numbers")
        .valueStream()
        .filter(number -> number.get("recommended").asBoolean())
        .map(number -> number.get("number").asString())
        .toList();
  }

  private static List<String> reasons(JsonNode preview) {
    return preview
        .at("/record/numbers")
        .valueStream()
        .map(number -> number.get("callable").asBoolean() ? "" : number.get("why").asString())
        .toList();
  }

  /// Whatever has changed, the desk looks again when its agent does something.
  private void looksAgain(PreviewDesk desk) {
    desk.agent.notReady(shop.lunch()).ok();
  }

  /// What is recommended at this hour of the customer, where the campaign calls at these.
  private List<String> recommended(int hour, String... schedules) {
    scene.settings(hours(schedules));
    var record = record("Layla");
    itIs(hour, record);
    scene.start();
    try (var amal = amal()) {
      var shown = amal.accepts();
      var zone = ZoneId.of(shown.at("/record/numbers/0/zone").asString());
      assertThat(Instant.now().atZone(zone).getHour()).isIn(hour, hour + 1);
      return marked(shown);
    }
  }

  @Test
  @Requirement({"S2-85", "S2-86"})
  void atTenItIsTheMobile() {
    assertThat(recommended(10, DAY, EVENING)).containsExactly(MOBILE);
  }

  @Test
  @Requirement({"S2-85", "S2-86"})
  void atSevenInTheEveningItIsTheNumberAtHome() {
    assertThat(recommended(19, DAY, EVENING)).containsExactly(HOME);
  }

  @Test
  @Requirement("S2-86")
  void atSevenItIsTheMobileWhereTheCampaignIsSetUpOtherwise() {
    assertThat(recommended(19, DAY, EVENING_ON_THE_MOVE)).containsExactly(MOBILE);
  }

  @Test
  @Requirement({"S2-86", "S2-32"})
  void aNumberInAnotherZoneHasItsOwnHours() {
    scene.settings(hours(DAY, EVENING));
    var record = record("Layla");
    itIs(3, record);
    scene.run(
        "update record_number set zone = (select zone from calling_record where workspace ="
            + " :workspace and id = :id) where workspace = :workspace and record = :id and position"
            + " = 1",
        Map.of("id", record.value()));
    itIs(10, record);
    scene.start();
    try (var amal = amal()) {
      var shown = amal.accepts();
      assertThat(marked(shown)).containsExactly(HOME);
      assertThat(reasons(shown)).containsExactly("OUTSIDE_HOURS", "");
      assertThat(shown.at("/record/numbers/0/again").isNull()).isFalse();
    }
  }

  @Test
  @Requirement({"S2-86", "S2-32"})
  void aNumberThatWasTriedOftenEnoughLeavesTheMarkToTheNext() {
    scene.settings(s -> ((ObjectNode) s.at("/rules/limits")).put("perNumber", 2));
    var record = record("Layla");
    scene.start();
    attempted(record, 1, MOBILE);
    attempted(record, 1, MOBILE);
    try (var amal = amal()) {
      var shown = amal.accepts();
      assertThat(marked(shown)).containsExactly(HOME);
      assertThat(reasons(shown)).containsExactly("ATTEMPTS_OF_NUMBER", "");
    }
  }

  @Test
  @Requirement({"S2-86", "S2-87"})
  void theOneThatWasTriedLessIsRecommendedWhereTheCampaignWantsIt() {
    var record = record("Layla");
    scene.start();
    attempted(record, 1, MOBILE);
    try (var amal = amal()) {
      assertThat(marked(amal.accepts())).containsExactly(MOBILE);
      scene.settings(s -> ((ObjectNode) s.get("rules")).put("strategy", "LEAST_ATTEMPTED"));
      looksAgain(amal);
      Await.until(() -> marked(amal.preview()).equals(List.of(HOME)));
      attempted(record, 2, HOME);
      attempted(record, 2, HOME);
      amal.agent.ready().ok();
      Await.until(() -> marked(amal.preview()).equals(List.of(MOBILE)));
    }
  }

  @Test
  @Requirement({"S2-32", "S2-88"})
  void whereNoneMayBeCalledNoneIsMarkedAndItIsSaidWhy() {
    record("Layla");
    scene.start();
    try (var amal = amal()) {
      assertThat(marked(amal.accepts())).containsExactly(MOBILE);
      doNotCall(MOBILE);
      looksAgain(amal);
      Await.until(() -> marked(amal.preview()).equals(List.of(HOME)));
      assertThat(reasons(amal.preview())).containsExactly("DO_NOT_CALL", "");
      assertThat(amal.preview().at("/record/noNumberWhy").isNull()).isTrue();
      doNotCall(HOME);
      amal.agent.ready().ok();
      Await.until(() -> marked(amal.preview()).isEmpty());
      assertThat(reasons(amal.preview())).containsExactly("DO_NOT_CALL", "DO_NOT_CALL");
      assertThat(amal.preview().at("/record/noNumberWhy").asString()).isEqualTo("DO_NOT_CALL");
    }
  }

  /// Hours end like this, too: the desk looks again at the moment at which something changes.
  @Test
  @Requirement({"S2-87", "S2-88"})
  void theMarkGoesWhenItsTimeIsOverWhileTheAgentReviews() {
    var record = record("Layla");
    scene.start();
    try (var amal = amal()) {
      assertThat(marked(amal.accepts())).containsExactly(MOBILE);
      scene.run(
          "update calling_record set expires_at = now() + interval '2 s' where workspace ="
              + " :workspace and id = :id",
          Map.of("id", record.value()));
      looksAgain(amal);
      Await.until(() -> marked(amal.preview()).isEmpty());
      assertThat(amal.preview().at("/record/noNumberWhy").asString()).isEqualTo("EXPIRED");
    }
  }

  @Test
  @Requirement({"S2-103", "S2-104"})
  void whatIsDueGoesBeforeTheOthersUntilItsWindowEndsAndAfterThoseOfPriority() {
    scene.record("Ordinary", "+493090182023");
    var late = scene.record("Late", "+493090182026");
    var due = scene.record("Due", "+493090182024");
    var first = scene.record("First", "+493090182025");
    scene.start();
    scene.run(
        "update campaign_record set status = 'RESCHEDULED', not_before = now() - interval '1"
            + " minute', until = now() + interval '1 hour' where workspace = :workspace and record"
            + " = :id",
        Map.of("id", due.value()));
    scene.run(
        "update campaign_record set status = 'RESCHEDULED', not_before = now() - interval '2"
            + " hours', until = now() - interval '1 hour' where workspace = :workspace and record ="
            + " :id",
        Map.of("id", late.value()));
    scene.run(
        "update campaign_record set priority = 5 where workspace = :workspace and record = :id",
        Map.of("id", first.value()));
    try (var amal = amal()) {
      for (var name : List.of("First", "Due", "Ordinary", "Late")) {
        assertThat(amal.accepts().get("customerName").asString()).isEqualTo(name);
        amal.send("complete", completion()).ok();
      }
    }
  }

  private static Map<String, Object> completion() {
    var body = new HashMap<String, Object>();
    body.put("disposition", null);
    body.put("notes", "");
    return body;
  }

  private void doNotCall(String number) {
    long list = TestDatabase.ids().next();
    scene.run(
        """
        insert into do_not_call_list (workspace, id, name, kind, everywhere)
        values (:workspace, :id, :number, 'NUMBER', true)\
        """,
        Map.of("id", list, "number", number));
    scene.run(
        """
        insert into do_not_call_entry (workspace, list, value, added_at) values (:workspace, :id, :number, now())\
        """,
        Map.of("id", list, "number", number));
  }

  private void attempted(RecordId record, int position, String number) {
    scene.run(
        """
        insert into call_attempt (workspace, id, campaign, record, list, preview, position, number, agent, automatic, started_at, verdict)
        values (:workspace, :id, :campaign, :record, :list, 1, :position, :number, 1, false, now() - interval '3 days', '{}')\
        """,
        Map.of(
            "id",
            TestDatabase.ids().next(),
            "campaign",
            scene.campaign.id().value(),
            "record",
            record.value(),
            "list",
            scene.list.value(),
            "position",
            position,
            "number",
            number));
  }
}
