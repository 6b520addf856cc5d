package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.AgentClient.Answer;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Agents put right what a record says, as far as an import would take it.
@Tag("api")
class CorrectionTest {
  private static final String NUMBER = "+493090182022";
  private static final String RIGHT = "+493090182099";
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final WorkspaceId workspace = shop.workspace();
  private final PreviewScene scene = new PreviewScene(workspace, shop.voice(), "Renewals");

  @AfterEach
  void end() {
    scene.over();
  }

  private PreviewDesk editor() {
    return scene.desk(editor("amal"));
  }

  private AgentClient editor(String login) {
    shop.agent(login, "en").close();
    scene.run(
        "update app_user set roles = '{AGENT,RECORD_EDITOR}' where workspace = :workspace and login"
            + " = :login",
        Map.of("login", login));
    return shop.logIn(login);
  }

  private static Map<String, String> field(String name, String was, String value) {
    return Map.of("field", name, "was", was, "value", value);
  }

  @SafeVarargs
  private static Answer correct(PreviewDesk desk, Map<String, String>... fields) {
    return desk.agent.send("PUT", path(desk), Map.of("fields", List.of(fields)));
  }

  private static String path(PreviewDesk desk) {
    return "/api/previews/" + desk.preview().get("id").asString() + "/correction";
  }

  private static JsonNode form(PreviewDesk desk) {
    return desk.agent.send("GET", path(desk), null).ok().body().get("fields");
  }

  /// In the list, as the next agent or an export reads it.
  private String listed(RecordId record) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select concat_ws(' ', r.key, r.first_name, r.last_name, (select string_agg(n.number, ' ' order by n.position)
                          from record_number n where n.workspace = r.workspace and n.record = r.id))
                        from calling_record r where r.workspace = ? and r.id = ?\
                        """)
                    .params(workspace.value(), record.value())
                    .query(String.class)
                    .single());
  }

  @Test
  @Requirement("S2-48")
  void whatIsCorrectedStandsInTheListInHistoryInTheAuditLogAndIsCalled() {
    var record = scene.record("Leila", NUMBER);
    scene.start();
    try (var amal = editor()) {
      amal.accepts();
      assertThat(form(amal).valueStream().map(field -> field.get("name").asString()))
          .containsExactly("Mobile", "First", "Last");
      assertThat(form(amal).get(0).get("value").asString()).isEqualTo(NUMBER);
      correct(
              amal,
              field("Mobile", NUMBER, "030 901820-99"),
              field("First", "Leila", " Layla "),
              field("Last", "", "Haddad"))
          .ok();
      Await.until(() -> amal.preview().get("customerName").asString().equals("Layla Haddad"));
      var shown = amal.preview().get("record");
      assertThat(shown.at("/numbers/0/number").asString()).isEqualTo(RIGHT);
      assertThat(shown.at("/numbers/0/recommended").asBoolean()).isTrue();
      var entry = shown.at("/history/0");
      assertThat(entry.get("kind").asString()).isEqualTo("CORRECTED");
      assertThat(entry.get("agent").asString())
          .isEqualTo(amal.agent.snapshot().at("/me/name").asString());
      assertThat(entry.get("changes").valueStream().map(JsonNode::toString))
          .containsExactly(
              "{\"field\":\"Mobile\",\"was\":\"" + NUMBER + "\",\"now\":\"" + RIGHT + "\"}",
              "{\"field\":\"First\",\"was\":\"Leila\",\"now\":\"Layla\"}",
              "{\"field\":\"Last\",\"was\":\"\",\"now\":\"Haddad\"}");
    }
    assertThat(listed(record)).isEqualTo(RIGHT + " Layla Haddad " + RIGHT);
    assertThat(
            scene.count(
                "select count(*) from audit_event where workspace = :workspace and what ="
                    + " 'record.corrected' and subject = '"
                    + record
                    + "' and user_id is not null and detail::text not like '%Layla%'"))
        .isEqualTo(1);
    assertThat(scene.events("CORRECTED")).isEqualTo(1);
  }

  @Test
  @Requirement("S2-48")
  void whatAnImportWouldRefuseIsRefusedWithItsReasonAndNothingIsChanged() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    var other = scene.record("Omar", RIGHT);
    scene.run(
        "update calling_record set key = :key where workspace = :workspace and id = :id",
        Map.of("key", RIGHT, "id", other.value()));
    try (var amal = editor()) {
      amal.accepts();
      var before = listed(record);
      assertThat(
              refusals(
                  correct(amal, field("Mobile", NUMBER, "12"), field("First", "Layla", "Zoe"))))
          .containsExactly("Mobile NUMBER_TOO_SHORT");
      assertThat(refusals(correct(amal, field("Mobile", NUMBER, "call me"))))
          .containsExactly("Mobile NUMBER_HAS_LETTERS");
      assertThat(refusals(correct(amal, field("Mobile", NUMBER, ""))))
          .containsExactly("Mobile MISSING");
      assertThat(refusals(correct(amal, field("Mobile", NUMBER, RIGHT))))
          .containsExactly("Mobile IN_LIST");
      assertThat(correct(amal, field("Shoe size", "", "42")).problem()).isEqualTo("unknown-field");
      assertThat(
              correct(amal, field("First", "Layla", "A"), field("First", "Layla", "B")).problem())
          .isEqualTo("unknown-field");
      assertThat(listed(record)).isEqualTo(before);
    }
    assertThat(scene.events("CORRECTED")).isZero();
  }

  private static List<String> refusals(Answer answer) {
    assertThat(answer.problem()).isEqualTo("correction-refused");
    return answer
        .body()
        .get("refused")
        .valueStream()
        .map(one -> one.get("field").asString() + " " + one.get("reason").asString())
        .toList();
  }

  @Test
  @Requirement({"S2-48", "S2-33"})
  void whoIsSlowerThanAnImportIsToldWhatStandsThereAndMayStillWriteIt() {
    var record = scene.record("Leila", NUMBER);
    scene.start();
    try (var amal = editor()) {
      amal.accepts();
      scene.run(
          "update calling_record set first_name = 'Leyla', last_name = 'Haddad' where workspace ="
              + " :workspace and id = :id",
          Map.of("id", record.value()));
      var late = correct(amal, field("First", "Leila", "Layla"));
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.problem()).isEqualTo("record-changed");
      assertThat(late.body().get("fields").toString())
          .isEqualTo("[{\"field\":\"First\",\"now\":\"Leyla\"}]");
      assertThat(listed(record)).contains("Leyla Haddad");
      correct(amal, field("First", "Leyla", "Layla")).ok();
      // What nobody corrected is shown as it was at acceptance, and stays in the list as it is now.
      Await.until(() -> amal.preview().get("customerName").asString().equals("Layla"));
      assertThat(listed(record)).contains("Layla Haddad");
    }
  }

  @Test
  @Requirement("S2-48")
  void whoHasNotThePrivilegeOrNotTheRecordMayNot() {
    scene.record("Leila", NUMBER);
    scene.start();
    try (var sam = scene.desk(shop.agent("sam", "en"))) {
      sam.accepts();
      assertThat(correct(sam, field("First", "Leila", "Layla")).problem()).isEqualTo("not-allowed");
      assertThat(sam.agent.send("GET", path(sam), null).problem()).isEqualTo("not-allowed");
      var other = editor("amal");
      assertThat(other.send("GET", path(sam), null).status()).isEqualTo(404);
      assertThat(
              other
                  .send(
                      "PUT", path(sam), Map.of("fields", List.of(field("First", "Leila", "Layla"))))
                  .status())
          .isEqualTo(404);
    }
    assertThat(scene.events("CORRECTED")).isZero();
  }

  @Test
  @Requirement("S2-48")
  void fieldsThatTheCampaignDoesNotShowCannotBeCorrected() {
    scene.run(
        "update calling_list set fields = jsonb_set(fields, '{all}', fields -> 'all' ||"
            + " '[{\"name\": \"Plan\", \"type\": \"OTHER\", \"required\": false, \"searchable\":"
            + " false, \"key\": false}, {\"name\": \"Debt\", \"type\": \"INTEGER\", \"required\":"
            + " false, \"searchable\": false, \"key\": false}]') where workspace = :workspace and"
            + " id = :id",
        Map.of("id", scene.list.value()));
    scene.settings(s -> s.putArray("fieldsShown").add("Debt"));
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = editor()) {
      amal.accepts();
      assertThat(form(amal).valueStream().map(field -> field.get("name").asString()))
          .containsExactly("Mobile", "First", "Last", "Debt");
      assertThat(correct(amal, field("Plan", "", "Gold")).problem()).isEqualTo("unknown-field");
      assertThat(refusals(correct(amal, field("Debt", "", "a lot"))))
          .containsExactly("Debt NO_WHOLE_NUMBER");
      correct(amal, field("Debt", "", "١٢٠")).ok();
      Await.until(() -> amal.preview().at("/record/fields").toString().contains("\"120\""));
    }
  }

  /// An import that changes the record may take minutes; nobody waits for it.
  @Test
  @Requirement("S2-48")
  void whileAnImportHoldsTheRecordNothingIsCorrectedAndTheAgentIsTold() {
    var record = scene.record("Leila", NUMBER);
    scene.start();
    try (var amal = editor()) {
      amal.accepts();
      var told =
          TestDatabase.database()
              .in(
                  workspace.value(),
                  db -> {
                    db.sql(
                            "update calling_record set company = 'Haddad' where workspace = ? and"
                                + " id = ?")
                        .params(workspace.value(), record.value())
                        .update();
                    return correct(amal, field("First", "Leila", "Layla")).problem();
                  });
      assertThat(told).isEqualTo("record-held");
      correct(amal, field("First", "Leila", "Layla")).ok();
    }
  }

  @Test
  @Requirement("S2-48")
  void aNumberThatWasStoppedMayBeCalledOnceItIsAnother() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = editor()) {
      amal.accepts();
      scene.run(
          """
          insert into stopped_number (workspace, campaign, record, position)
          values (:workspace, :campaign, :record, 1)\
          """,
          Map.of("campaign", scene.campaign.id().value(), "record", record.value()));
      correct(amal, field("First", "Layla", "Leila")).ok();
      Await.until(() -> amal.preview().at("/record/numbers/0/why").asString("").equals("STOPPED"));
      correct(amal, field("Mobile", NUMBER, RIGHT)).ok();
      Await.until(() -> amal.preview().at("/record/numbers/0/callable").asBoolean());
      assertThat(amal.preview().at("/record/numbers/0/number").asString()).isEqualTo(RIGHT);
    }
  }
}
