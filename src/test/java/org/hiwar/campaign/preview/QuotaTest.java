package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hiwar.campaign.Diagnosis;
import org.hiwar.campaign.Diagnostics;
import org.hiwar.campaign.ProgressStore;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.floor.core.Command;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Quotas of a campaign, through floor, database and API.
@Tag("api")
class QuotaTest {
  private static final String FIRST = "+493090182022";
  private static final String SECOND = "+493090182023";
  private static final String THIRD = "+493090182024";
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final PreviewScene scene = new PreviewScene(shop.workspace(), shop.voice(), "Survey");

  @AfterEach
  void end() {
    scene.over();
  }

  private DispositionId sale = new DispositionId(0);

  /// A sale can be made without a call.
  @BeforeEach
  void sales() {
    scene.run(
        "update disposition set in_preview = true where workspace = :workspace and code = :code",
        Map.of("code", "SALE"));
    sale =
        RunningHiwar.bean(DispositionStore.class).all(scene.workspace).stream()
            .filter(one -> "SALE".equals(one.code()))
            .findFirst()
            .orElseThrow()
            .id();
  }

  private void quotas(String json) {
    scene.settings(
        s ->
            ((ObjectNode) s.at("/rules/quotas")).set("quotas", JsonMapper.shared().readTree(json)));
  }

  private RecordId record(String city, String number) {
    var record = scene.record(city, number);
    scene.run(
        "update calling_record set company = :city where workspace = :workspace and id = :id",
        Map.of("city", city, "id", record.value()));
    return record;
  }

  private PreviewDesk desk(String login) {
    return scene.desk(shop.agent(login, "en"));
  }

  private void sells(PreviewDesk desk) {
    desk.send("complete", Map.of("disposition", sale.toString(), "notes", "")).ok();
  }

  /// A record that waited for the agent was withdrawn. The floor has begun anew with it, and knows
  /// nothing of the telephone of a test.
  private void withdrawn(PreviewDesk desk) {
    Await.until(
        () -> {
          scene.rejudge();
          return scene.events("WITHDRAWN") == 1;
        });
    connected(desk);
  }

  private void connected(PreviewDesk desk) {
    scene.ask(new Command.DeviceReady(UserId.of(desk.agent.id())));
    desk.agent.ready().ok();
  }

  private int successes() {
    return RunningHiwar.bean(ProgressStore.class)
        .of(scene.workspace, scene.now())
        .quotas()
        .getFirst()
        .successes();
  }

  private boolean enough() {
    return RunningHiwar.bean(Diagnostics.class)
        .of(scene.workspace, scene.now())
        .contains(Diagnosis.QUOTAS_MET);
  }

  @Test
  void nothingMoreIsHandedOutWhenTheQuotaOfTheListIsMetUntilItIsRaised() {
    quotas("[{\"of\": \"all\", \"most\": 1}]");
    record("Aleppo", FIRST);
    var other = record("Homs", SECOND);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      assertThat(successes()).isZero();
      assertThat(enough()).isFalse();
      sells(amal);
      withdrawn(amal);
      Await.until(() -> scene.status(other).equals("AVAILABLE"));
      scene.rounds();
      assertThat(scene.status(other)).isEqualTo("AVAILABLE");
      assertThat(amal.preview().isMissingNode()).isTrue();
      assertThat(successes()).isEqualTo(1);
      assertThat(enough()).isTrue();
      quotas("[{\"of\": \"all\", \"most\": 2}]");
      assertThat(amal.accepts().get("customerName").asString()).isEqualTo("Homs");
      assertThat(enough()).isFalse();
    }
  }

  @Test
  void whatAQuotaOfAFieldHoldsBackComesBackWhenItIsTakenAway() {
    quotas("[{\"of\": \"value\", \"field\": \"company\", \"value\": \"aleppo\", \"most\": 1}]");
    record("Aleppo", FIRST);
    var held = record("Aleppo", SECOND);
    var other = record("Homs", THIRD);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      sells(amal);
      withdrawn(amal);
      assertThat(amal.accepts().get("customerName").asString()).isEqualTo("Homs");
      sells(amal);
      amal.empty();
      assertThat(scene.status(other)).isEqualTo("FINAL");
      Await.until(() -> scene.status(held).equals("WAITING"));
      assertThat(successes()).isEqualTo(1);
      quotas("[]");
      assertThat(amal.accepts().get("customerName").asString()).isEqualTo("Aleppo");
    }
  }

  @Test
  void whoReviewsARecordIsToldThatTheQuotaWasMetMeanwhile() {
    quotas("[{\"of\": \"disposition\", \"disposition\": \"" + sale + "\", \"most\": 1}]");
    record("Aleppo", FIRST);
    record("Homs", SECOND);
    scene.start();
    try (var amal = desk("amal");
        var sam = desk("sam")) {
      amal.accepts();
      assertThat(sam.accepts().at("/record/numbers/0/why").isNull()).isTrue();
      sells(amal);
      amal.empty();
      assertThat(sam.preview().at("/record/numbers/0/why").asString()).isEqualTo("QUOTA_MET");
      assertThat(sam.preview().at("/record/numbers/0/recommended").asBoolean()).isFalse();
    }
  }

  @Test
  void aSuccessCountsThoughItsRecordLeavesTheList() {
    quotas("[{\"of\": \"value\", \"field\": \"company\", \"value\": \"Aleppo\", \"most\": 1}]");
    var gone = record("Aleppo", FIRST);
    var held = record("Aleppo", SECOND);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      sells(amal);
      // By itself, which takes ten seconds.
      Await.until(() -> scene.events("WITHDRAWN") == 1);
      connected(amal);
      Await.until(() -> scene.status(held).equals("WAITING"));
      scene.run(
          "delete from calling_record where workspace = :workspace and id = :id",
          Map.of("id", gone.value()));
      assertThat(successes()).isEqualTo(1);
      assertThat(enough()).isTrue();
    }
  }
}
