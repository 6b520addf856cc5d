package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Why a record was called, or was not: in administration.
@Tag("api")
class WhyTest {
  private static final String NUMBER = "+493090182022";
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final PreviewScene scene = new PreviewScene(shop.workspace(), shop.voice(), "Renewals");

  @AfterEach
  void end() {
    scene.over();
  }

  private final AgentClient administrator = shop.administrator("admin");

  private AgentClient.Answer asked(AgentClient by, RecordId record) {
    return by.send(
        "GET", "/api/campaign-records/" + scene.campaign.id() + "/" + record + "/why", null);
  }

  private JsonNode why(RecordId record) {
    return asked(administrator, record).ok().body();
  }

  @Test
  void whatHindersARecordIsSaidOneByOne() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    scene.stop();
    var stopped = why(record);
    assertThat(stopped.get("campaign").asString()).isEqualTo("Renewals");
    assertThat(stopped.get("customer").asString()).isEqualTo("Layla");
    assertThat(stopped.get("status").asString()).isEqualTo("AVAILABLE");
    assertThat(stopped.get("running").asBoolean()).isFalse();
    assertThat(stopped.get("listEnabled").asBoolean()).isTrue();
    assertThat(stopped.get("onlyAgent").isNull()).isTrue();
    assertThat(stopped.at("/numbers/0/recommended").asBoolean()).isTrue();
    assertThat(stopped.at("/numbers/0/zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(stopped.at("/numbers/0/zoneFrom").asString()).isEqualTo("AREA_CODE");
    scene.run("update campaign_list set enabled = false where workspace = :workspace", Map.of());
    scene.run(
        "update campaign_record set only_agent = :agent, not_before = now() + interval '1 day'"
            + " where workspace = :workspace",
        Map.of("agent", Long.parseLong(administrator.id())));
    var off = why(record);
    assertThat(off.get("listEnabled").asBoolean()).isFalse();
    assertThat(off.get("onlyAgent").asString()).isEqualTo("admin");
    assertThat(off.get("notBefore").isNull()).isFalse();
    scene.closed();
    var closed = why(record);
    assertThat(closed.at("/numbers/0/why").asString()).isEqualTo("OUTSIDE_HOURS");
    assertThat(closed.at("/numbers/0/again").isNull()).isFalse();
    assertThat(closed.get("attempts").isEmpty()).isTrue();
  }

  @Test
  void aRecordThatIsOverSaysWithWhatAsItWasCalledThen() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = scene.desk(shop.agent("amal", "en"))) {
      amal.accepts();
      assertThat(why(record).get("status").asString()).isEqualTo("HANDED");
      complete(amal);
    }
    assertThat(why(record).get("status").asString()).isEqualTo("FINAL");
    assertThat(why(record).get("disposition").asString()).isEqualTo("BAD_RECORD");
    var bad =
        administrator
            .send("GET", "/api/dispositions", null)
            .ok()
            .body()
            .valueStream()
            .filter(one -> one.get("code").asString("").equals("BAD_RECORD"))
            .findFirst()
            .orElseThrow();
    var renamed = new HashMap<String, Object>();
    renamed.put("name", "Unusable");
    renamed.put("kind", "FAILURE");
    renamed.put("last", true);
    renamed.put("scope", bad.get("scope"));
    administrator.send("PUT", "/api/dispositions/" + bad.get("id").asString(), renamed).ok();
    assertThat(why(record).get("disposition").asString()).isEqualTo("BAD_RECORD");
  }

  @Test
  void itIsForThoseWhoSeeReportsAndForRecordsOfTheCampaign() {
    var record = scene.record("Layla", NUMBER);
    assertThat(asked(administrator, record).status()).isEqualTo(404);
    scene.start();
    assertThat(asked(shop.agent("amal", "en"), record).problem()).isEqualTo("not-allowed");
    assertThat(asked(shop.supervisor("rana"), record).status()).isEqualTo(200);
  }

  /// What is written when a do-not-call list ends a record is the campaign's to say.
  @Test
  void aRecordOnADoNotCallListEndsWithTheResultThatTheCampaignChose() {
    var record = scene.record("Layla", NUMBER);
    long list = TestDatabase.ids().next();
    scene.run(
        """
        insert into do_not_call_list (workspace, id, name, kind) values (:workspace, :id, 'Moved', 'NUMBER')\
        """,
        Map.of("id", list));
    scene.run(
        """
        insert into do_not_call_entry (workspace, list, value, added_at) values (:workspace, :id, :number, now())\
        """,
        Map.of("id", list, "number", NUMBER));
    var bound = new HashMap<String, Object>();
    bound.put("list", Long.toString(list));
    bound.put("wholeRecord", false);
    bound.put("disposition", shop.resolved());
    administrator
        .send(
            "PUT",
            "/api/campaigns/" + scene.campaign.id() + "/do-not-call",
            Map.of("lists", List.of(bound)))
        .ok();
    scene.start();
    try (var amal = scene.desk(shop.agent("amal", "en"))) {
      Await.until(() -> scene.status(record).equals("FINAL DO_NOT_CALL"));
      amal.empty();
    }
    assertThat(
            scene.count(
                "select disposition from campaign_record where workspace = :workspace and campaign"
                    + " = :campaign"))
        .isEqualTo(Long.parseLong(shop.resolved()));
    assertThat(why(record).get("disposition").asString()).isEqualTo("RESOLVED");
  }

  private static void complete(PreviewDesk desk) {
    var body = new HashMap<String, Object>();
    body.put("disposition", null);
    body.put("notes", "");
    desk.send("complete", body).ok();
    desk.empty();
  }
}
