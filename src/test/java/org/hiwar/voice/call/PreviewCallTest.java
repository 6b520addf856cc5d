package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.campaign.preview.PreviewScene;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Records that are called, through the whole application, to telephones behind a trunk.
@Tag("voice")
class PreviewCallTest {
  private static final int CUSTOMER = 1_019;
  private static final int AGENT = 1_719;
  private static final String FIRST = "+493090182022";
  private static final String SECOND = "+493090182023";

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone phone = centre.agent("amal", AGENT);
  private final PreviewScene scene =
      new PreviewScene(centre.id(), centre.service().id(), "Renewals");
  private final PreviewDesk desk = new PreviewDesk(phone.agent);

  PreviewCallTest() throws IOException {}

  @AfterEach
  void close() {
    scene.over();
    phone.close();
    centre.close();
  }

  private JsonNode reviews() {
    scene.serves(UserId.of(phone.agent.id()));
    scene.start();
    phone.ready();
    return desk.accepts();
  }

  private static Map<String, Object> dial(int position) {
    var body = new HashMap<String, Object>();
    body.put("position", position);
    body.put("number", null);
    return body;
  }

  private String disposition(String code) {
    return CallWorkspace.bean(DispositionStore.class).all(centre.id()).stream()
        .filter(one -> code.equals(one.code()))
        .map(Disposition::id)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private void completes(String code) {
    var conversation = phone.agent.snapshot().at("/conversations/0/id").asString();
    phone.agent.complete(conversation, 0, disposition(code), "as agreed").ok();
  }

  @Test
  @Requirement({"S2-6", "S2-82", "S2-94", "S2-98", "S2-100", "S2-101", "S2-102"})
  void aNumberIsCalledOnceThenAnotherAndTheDispositionEndsTheRecord() throws Exception {
    var record = scene.record("Layla", FIRST, SECOND);
    var shown = reviews();
    var path = "/api/previews/" + shown.get("id").asString() + "/dial";
    var storm =
        IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> phone.agent.send("POST", path, dial(1)).status()))
            .toList();
    try (var talk = centre.telephone().called()) {
      assertThat(talk.number()).isEqualTo(FIRST);
      for (var click : storm) assertThat(click.join()).isEqualTo(204);
      desk.shows("DIALING");
      talk.refuse(486);
      desk.shows("DECIDING");
    }
    assertThat(scene.events("DIAL_STARTED")).isEqualTo(1);
    assertThat(scene.events("PREVIEWED")).isEqualTo(1);

    desk.send("dial", dial(2)).ok();
    try (var talk = centre.telephone().called()) {
      assertThat(talk.number()).isEqualTo(SECOND);
      talk.answer();
      desk.shows("TALKING");
      talk.hangUp();
      desk.shows("DECIDING");
    }
    completes("SALE");
    desk.empty();
    Await.until(() -> scene.status(record).equals("FINAL"));
    assertThat(scene.events("DIAL_STARTED")).isEqualTo(2);
    assertThat(scene.events("DISPOSITION_SET")).isEqualTo(1);
    desk.presence("READY", "IDLE");
    assertThat(attempts("number = '" + FIRST + "' and result = 'BUSY'")).isEqualTo(1);
    assertThat(
            attempts(
                "number = '"
                    + SECOND
                    + "' and result = 'ANSWERED' and notes = 'as agreed' and disposition is not"
                    + " null"))
        .isEqualTo(1);
  }

  private long attempts(String which) {
    return scene.count(
        "select count(*) from call_attempt where workspace = :workspace and campaign = :campaign"
            + " and "
            + which);
  }

  @Test
  @Requirement("S2-80")
  void whatMayNotBeCalledAnyMoreIsNotDialled() {
    scene.record("Layla", FIRST);
    reviews();
    scene.closed();
    assertThat(desk.send("dial", dial(1)).problem()).isEqualTo("number-refused");
    assertThat(desk.preview().get("state").asString()).isEqualTo("REVIEWING");
    assertThat(attempts("true")).isZero();
  }

  @Test
  @Requirement("S2-103")
  void aCallThatIsAgreedOnIsMadeInItsWindow() throws Exception {
    var record = scene.record("Layla", FIRST);
    reviews();
    desk.send("dial", dial(1)).ok();
    try (var talk = centre.telephone().called()) {
      talk.refuse(480);
      desk.shows("DECIDING");
    }
    var wish = new HashMap<String, Object>();
    wish.put("at", null);
    wish.put("from", java.time.Instant.now().plusSeconds(3_600).toString());
    wish.put("until", java.time.Instant.now().plusSeconds(7_200).toString());
    wish.put("number", FIRST);
    wish.put("onlyMe", true);
    var id = desk.preview().get("id").asString();
    phone.agent.send("PUT", "/api/previews/" + id + "/next-call", wish).ok();
    completes("CALL_BACK_LATER");
    Await.until(() -> scene.status(record).equals("RESCHEDULED"));
    assertThat(scene.events("RESCHEDULED")).isEqualTo(1);
  }

  @Test
  @Requirement({"S2-89", "S2-90", "S2-93"})
  void theTimerDialsTheRecommendedNumberByItself() throws Exception {
    scene.settings(s -> s.put("previewTimerSeconds", 15));
    scene.record("Layla", FIRST);
    var shown = reviews();
    assertThat(shown.at("/timer/state").asString()).isEqualTo("RUNNING");
    try (var talk = centre.telephone().called()) {
      assertThat(talk.number()).isEqualTo(FIRST);
      desk.shows("DIALING");
      talk.refuse(486);
      desk.shows("DECIDING");
    }
    assertThat(desk.preview().at("/record/history/0/automatic").asBoolean()).isTrue();
    assertThat(desk.preview().at("/record/history/0/agent").isNull()).isTrue();
  }

  @Test
  @Requirement("S2-97")
  void theCallIsOfTheServiceOfItsCampaignAndTheAttemptOfItsRecord() throws Exception {
    var record = scene.record("Layla", FIRST);
    reviews();
    desk.send("dial", dial(1)).ok();
    try (var talk = centre.telephone().called()) {
      talk.answer();
      desk.shows("TALKING");
      assertThat(
              attempts(
                  "record = "
                      + record.value()
                      + " and exists (select from interaction i where i.workspace ="
                      + " call_attempt.workspace and i.id = call_attempt.interaction and i.service"
                      + " = "
                      + centre.service().id().value()
                      + ")"))
          .isEqualTo(1);
      assertThat(
              scene.count(
                  "select attempts from campaign_record where workspace = :workspace and campaign ="
                      + " :campaign"))
          .isEqualTo(1);
      talk.hangUp();
      desk.shows("DECIDING");
    }
    completes("SALE");
    desk.empty();
  }

  @Test
  @Requirement({"S2-84", "S2-103"})
  void aNumberThatTheCustomerGaveIsAgreedOnAndRecommendedWhenItIsDue() throws Exception {
    var record = scene.record("Layla", FIRST);
    reviews();
    desk.send("dial", dial(1)).ok();
    try (var talk = centre.telephone().called()) {
      talk.refuse(480);
      desk.shows("DECIDING");
    }
    var wish = new HashMap<String, Object>();
    wish.put("at", java.time.Instant.now().toString());
    wish.put("from", null);
    wish.put("until", null);
    wish.put("number", SECOND);
    wish.put("onlyMe", false);
    var id = desk.preview().get("id").asString();
    phone.agent.send("PUT", "/api/previews/" + id + "/next-call", wish).ok();
    completes("CALL_BACK_LATER");
    Await.until(() -> desk.preview().path("state").asString("").equals("OFFERED"));
    var again = desk.accepts().at("/record/numbers");
    assertThat(again.get(0).get("recommended").asBoolean()).isFalse();
    assertThat(again.get(1).get("number").asString()).isEqualTo(SECOND);
    assertThat(again.get(1).get("recommended").asBoolean()).isTrue();
    desk.send("dial", dial(2)).ok();
    try (var talk = centre.telephone().called()) {
      assertThat(talk.number()).isEqualTo(SECOND);
      talk.refuse(486);
      desk.shows("DECIDING");
    }
    completes("OFFER_REJECTED");
    Await.until(() -> scene.status(record).equals("FINAL"));
  }
}
