package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.Diagnosis;
import org.hiwar.campaign.Diagnostics;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.Progress;
import org.hiwar.campaign.ProgressStore;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.PreviewScene.PreviewDesk;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.WorkState;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.VisitorClient;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Records on their way to agents and through their hands, through floor, database and API.
@Tag("api")
class PreviewTest {
  private static final String NUMBER = "+493090182022";
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final PreviewScene scene = new PreviewScene(shop.workspace(), shop.voice(), "Renewals");

  @AfterEach
  void end() {
    scene.over();
  }

  private PreviewDesk desk(String login) {
    return scene.desk(shop.agent(login, "en"));
  }

  private static Map<String, Object> completion(String notes) {
    var body = new HashMap<String, Object>();
    body.put("disposition", null);
    body.put("notes", notes);
    return body;
  }

  private static Map<String, Object> noReason() {
    var body = new HashMap<String, Object>();
    body.put("reason", null);
    return body;
  }

  @Test
  @Requirement({"S2-10", "S2-18", "S2-22", "S2-27", "S2-28", "S2-53", "S2-60", "S2-62", "S2-107"})
  void aRecordIsOfferedReviewedAndCompleted() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var offered = amal.shows("OFFERED");
      assertThat(offered.at("/campaign/name").asString()).isEqualTo("Renewals");
      assertThat(offered.get("customerName").asString()).isEqualTo("Layla");
      assertThat(offered.get("record").isNull()).isTrue();
      amal.presence("READY", "RINGING");
      var shown = amal.accepts();
      amal.presence("READY", "BUSY");
      assertThat(shown.at("/record/numbers/0/number").asString()).isEqualTo(NUMBER);
      assertThat(shown.at("/record/numbers/0/recommended").asBoolean()).isTrue();
      assertThat(shown.at("/record/history").isEmpty()).isTrue();
      assertThat(scene.status(record)).isEqualTo("HANDED");

      assertThat(amal.send("complete", completion("wrong number")).status()).isEqualTo(204);
      amal.empty();
      amal.presence("READY", "IDLE");
      assertThat(scene.status(record)).isEqualTo("FINAL");
      scene.rounds();
      assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
    }
    assertThat(scene.events("ACCEPTED")).isEqualTo(1);
    assertThat(
            scene.count(
                "select count(*) from record_event where workspace = :workspace and campaign ="
                    + " :campaign and kind = 'COMPLETED' and notes = 'wrong number' and"
                    + " disposition is not null and agent is not null"))
        .isEqualTo(1);
    assertThat(
            scene.count(
                "select count(*) from call_attempt where workspace = :workspace and campaign ="
                    + " :campaign"))
        .isZero();
    assertThat(
            scene.count(
                "select sum(attempts) from campaign_record where workspace = :workspace and"
                    + " campaign = :campaign"))
        .isZero();
  }

  @Test
  @Requirement("S2-24")
  void aSecondClickIsAnsweredAsTheFirstAndAnythingElseIsLate() {
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var shown = amal.accepts();
      var path = "/api/previews/" + shown.get("id").asString() + "/";
      assertThat(amal.agent.send("POST", path + "accept", Map.of("offer", 1)).status())
          .isEqualTo(204);
      amal.send("complete", completion("")).ok();
      assertThat(amal.agent.send("POST", path + "complete", completion("")).status())
          .isEqualTo(204);
      assertThat(amal.agent.send("POST", path + "skip", noReason()).problem())
          .isEqualTo("preview-over");
      assertThat(amal.agent.send("POST", path + "accept", Map.of("offer", 1)).problem())
          .isEqualTo("offer-gone");
    }
    assertThat(scene.events("COMPLETED")).isEqualTo(1);
  }

  @Test
  @Requirement({"S2-66", "S2-67", "S2-69", "S2-72"})
  void aSkippedRecordGoesToAnotherAgentWithoutAnAttempt() {
    scene.settings(s -> s.put("skipDelay", "PT0S"));
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      try (var sam = desk("sam")) {
        amal.send("skip", noReason()).ok();
        amal.presence("READY", "IDLE");
        sam.accepts();
        assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
        assertThat(sam.preview().at("/record/history/0/kind").asString()).isEqualTo("SKIP");
        assertThat(scene.status(record)).isEqualTo("HANDED");
      }
    }
    assertThat(scene.events("SKIPPED")).isEqualTo(1);
    assertThat(
            scene.count(
                "select sum(attempts) from campaign_record where workspace = :workspace and"
                    + " campaign = :campaign"))
        .isZero();
  }

  @Test
  @Requirement({"S2-29", "S2-41", "S2-42", "S2-43", "S2-44", "S2-73"})
  void whoAsksToBeNotReadyDuringAReviewIsSoAfterIt() {
    scene.record("Layla", NUMBER);
    scene.record("Omar", "+493090182023");
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      scene.rounds();
      assertThat(amal.agent.snapshot().get("previews").size()).isEqualTo(1);
      amal.agent.notReady(shop.lunch()).ok();
      Await.until(() -> amal.next().equals("NOT_READY"));
      amal.agent.ready().ok();
      Await.until(() -> amal.next().isEmpty());
      amal.agent.notReady(shop.lunch()).ok();
      amal.presence("READY", "BUSY");
      amal.shows("REVIEWING");
      amal.send("skip", noReason()).ok();
      amal.presence("NOT_READY", "IDLE");
      scene.rounds();
      assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
    }
  }

  @Test
  @Requirement({"S2-64", "S2-68", "S2-75"})
  void aSkipMayHaveAReasonOfTheCampaignAndTheRecordComesLater() {
    scene.settings(s -> s.putArray("skipReasons").add("Wrong language"));
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      assertThat(amal.send("skip", Map.of("reason", "Too hard")).problem())
          .isEqualTo("unknown-skip-reason");
      amal.send("skip", Map.of("reason", "Wrong language")).ok();
      amal.empty();
    }
    assertThat(scene.status(record)).isEqualTo("AVAILABLE");
    assertThat(
            scene.count(
                "select count(*) from campaign_record where workspace = :workspace and campaign ="
                    + " :campaign and not_before > now() + interval '4 minutes'"))
        .isEqualTo(1);
    assertThat(
            scene.count(
                "select count(*) from record_event where workspace = :workspace and campaign ="
                    + " :campaign and kind = 'SKIPPED' and reason = 'Wrong language' and agent is"
                    + " not null and reviewed_ms is not null"))
        .isEqualTo(1);
  }

  @Test
  @Requirement({"S2-55", "S2-60"})
  void whereADispositionMustBeChosenNothingIsCompletedWithoutOne() {
    scene.settings(s -> s.put("explicitDisposition", true));
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      assertThat(amal.send("complete", completion("")).problem()).isEqualTo("disposition-required");
      amal.shows("REVIEWING");
      assertThat(scene.status(record)).isEqualTo("HANDED");
      amal.agent.notReady(shop.lunch()).ok();
      scene.settings(s -> s.put("explicitDisposition", false));
      amal.send("complete", completion("")).ok();
      amal.presence("NOT_READY", "IDLE");
      assertThat(scene.status(record)).isEqualTo("FINAL");
    }
  }

  @Test
  @Requirement({"S2-16", "S2-79"})
  void whoRejectsIsNotReadyAndTheRecordGoesToTheNext() {
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var offered = amal.shows("OFFERED");
      amal.send("reject", Map.of("offer", offered.get("offer").asInt())).ok();
      amal.presence("NOT_READY", "IDLE");
      try (var sam = desk("sam")) {
        sam.shows("OFFERED");
      }
    }
    assertThat(scene.events("REJECTED")).isEqualTo(1);
    assertThat(scene.events("SKIPPED")).isZero();
  }

  @Test
  @Requirement("S2-17")
  void whoDoesNotAcceptInTimeIsNotReady() {
    scene.offer(Duration.ofSeconds(1));
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.presence("NOT_READY", "IDLE");
      assertThat(amal.agent.snapshot().at("/presence/reason").asString()).isEqualTo("NO_ANSWER");
    }
    assertThat(scene.events("OFFER_EXPIRED")).isEqualTo(1);
    assertThat(
            scene.count(
                "select count(*) from preview where workspace = :workspace and campaign ="
                    + " :campaign and state = 'QUEUED'"))
        .isEqualTo(1);
  }

  @Test
  @Requirement({"S2-25", "S2-26"})
  void recordsAreAcceptedForTheAgentWhereTheCampaignSaysSo() {
    scene.settings(s -> s.put("previewAutoAccept", true));
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      assertThat(amal.shows("REVIEWING").get("automatic").asBoolean()).isTrue();
    }
    assertThat(
            scene.count(
                "select count(*) from record_event where workspace = :workspace and campaign ="
                    + " :campaign and kind = 'ACCEPTED' and automatic"))
        .isEqualTo(1);
  }

  @Test
  @Requirement("S2-14")
  void ofAHundredAgentsOneGetsTheOneRecord() {
    scene.record("Layla", NUMBER);
    var crowd =
        IntStream.range(0, 100).mapToObj(i -> new UserId(TestDatabase.ids().next())).toList();
    for (var user : crowd) {
      scene.run(
          """
          insert into app_user (workspace, id, login, name, password_hash, roles, created_at)
          values (:workspace, :id, :id::text, :id::text, '', '{AGENT}', now())\
          """,
          Map.of("id", user.value()));
      RunningHiwar.bean(org.hiwar.workspace.SkillStore.class)
          .give(
              shop.workspace(),
              new org.hiwar.workspace.UserSkill(
                  user, new org.hiwar.workspace.SkillId(scene.campaign.id().value()), 50));
    }
    scene.floors.planChanged(shop.workspace()).join();
    for (var user : crowd) {
      scene.ask(new Command.LogIn(user));
      scene.ask(new Command.SessionOpened(user));
      scene.ask(new Command.DeviceReady(user));
      scene.ask(new Command.GoReady(user));
    }
    scene.start();
    Await.until(() -> holders(crowd) == 1);
    scene.rounds();
    assertThat(holders(crowd)).isEqualTo(1);
    assertThat(scene.events("OFFERED")).isEqualTo(1);
  }

  private UserId reviewer(PreviewId id) {
    var preview = RunningHiwar.bean(PreviewStore.class).find(shop.workspace(), id).orElseThrow();
    return Objects.requireNonNull(preview.agent());
  }

  private long holders(List<UserId> crowd) {
    return crowd.stream()
        .flatMap(user -> scene.floors.agent(shop.workspace(), user).stream())
        .flatMap(agent -> agent.held().stream())
        .filter(
            row ->
                row.work().medium() == Medium.PREVIEW && row.state() instanceof WorkState.Offered)
        .count();
  }

  /// The first two are the controls: the same steps with nothing in the way hand the record out.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing is in the way",
        "it is the agent's own",
        "stopped",
        "out of hours",
        "do not call",
        "attempts",
        "expired",
        "not ready",
        "no telephone",
        "another's record",
        "stranger",
        "another type"
      })
  @Requirement({"S2-13", "S2-8", "S2-19", "S2-63", "S2-70"})
  void aRecordIsDeliveredUnless(String condition) {
    var record = scene.record("Layla", NUMBER);
    switch (condition) {
      case "out of hours" -> scene.closed();
      case "another type" ->
          scene.run(
              "update campaign set mode = 'PROGRESSIVE' where workspace = :workspace", Map.of());
      case "do not call" -> doNotCall();
      case "expired" ->
          scene.run(
              "update calling_record set expires_at = now() - interval '1 day' where workspace ="
                  + " :workspace and id = :id",
              Map.of("id", record.value()));
      default -> {}
    }
    scene.start();
    switch (condition) {
      case "stopped" -> scene.stop();
      case "attempts" -> attempted(record.value());
      case "another's record" ->
          scene.run(
              "update campaign_record set only_agent = 1 where workspace = :workspace and record ="
                  + " :id",
              Map.of("id", record.value()));
      default -> {}
    }
    var agent = shop.agent("amal", "en");
    var user = UserId.of(agent.id());
    if (condition.equals("it is the agent's own"))
      scene.run(
          "update campaign_record set only_agent = :agent where workspace = :workspace and record ="
              + " :id",
          Map.of("id", record.value(), "agent", user.value()));
    if (!condition.equals("stranger")) scene.serves(user);
    try (var amal = new PreviewDesk(agent)) {
      if (!condition.equals("no telephone")) scene.ask(new Command.DeviceReady(user));
      if (!condition.equals("not ready")) amal.agent.ready().ok();
      scene.rounds();
      if (condition.equals("nothing is in the way") || condition.equals("it is the agent's own")) {
        amal.shows("OFFERED");
        assertThat(scene.events("OFFERED")).isEqualTo(1);
        return;
      }
      assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
      assertThat(scene.events("OFFERED")).isZero();
      if (!condition.equals("not ready")) amal.presence("READY", "IDLE");
      assertThat(scene.status(record)).isEqualTo(why(condition));
    }
  }

  /// They come due while their agent is busy and others wait already, and leave room for others.
  @Test
  @Requirement("S2-103")
  void recordsThatArePromisedToOneAgentAreTheNextTheyGet() {
    for (int i = 0; i < 20; i++) scene.record("Other " + i, NUMBER);
    var promised = java.util.stream.Stream.of("Layla", "Mona", "Nour").map(this::named).toList();
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      for (var record : promised) {
        assertThat(scene.status(record)).isEqualTo("AVAILABLE");
        scene.run(
            """
            update campaign_record set status = 'RESCHEDULED', only_agent = :agent, not_before = now(),
              until = now() + interval '1 hour' where workspace = :workspace and record = :id\
            """,
            Map.of("id", record.value(), "agent", UserId.of(amal.agent.id()).value()));
      }
      Await.until(() -> handed(promised) == 1);
      scene.rounds();
      assertThat(handed(promised)).isEqualTo(1);
      amal.send("complete", completion("done")).ok();
      for (var name : List.of("Layla", "Mona", "Nour")) {
        Await.until(() -> amal.preview().path("customerName").asString("").equals(name));
        amal.accepts();
        if (!name.equals("Nour")) Await.until(() -> handed(promised) == 2);
        amal.send("complete", completion("done")).ok();
      }
      assertThat(handed(promised)).isZero();
    }
  }

  private RecordId named(String name) {
    return scene.record(name, NUMBER);
  }

  private long handed(List<RecordId> records) {
    return records.stream().filter(one -> scene.status(one).equals("HANDED")).count();
  }

  /// Half of an agent must be free for a record; each chat takes a quarter.
  @Test
  @Requirement("S2-13")
  void whoHasThreeCustomersInHandGetsNoRecordUntilOneIsGone() {
    try (var amal = desk("amal");
        var first = shop.visitor("en");
        var second = shop.visitor("en");
        var third = shop.visitor("en")) {
      var chat = chat(amal, first);
      chat(amal, second);
      chat(amal, third);
      scene.record("Layla", NUMBER);
      scene.start();
      scene.rounds();
      assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
      assertThat(scene.events("OFFERED")).isZero();
      amal.agent.end(chat.at("/interactions/0/id").asString()).ok();
      amal.agent.complete(chat.get("id").asString(), 1, shop.resolved(), "").ok();
      amal.shows("OFFERED");
    }
  }

  /// The conversation that the agent has accepted.
  private static JsonNode chat(PreviewDesk amal, VisitorClient visitor) {
    visitor.connect();
    visitor.say("Hello");
    Await.until(() -> inState(amal, "OFFERED").isPresent());
    var offered = inState(amal, "OFFERED").orElseThrow();
    var interaction = offered.at("/interactions/0");
    amal.agent
        .accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt())
        .ok();
    Await.until(() -> inState(amal, "OFFERED").isEmpty());
    return offered;
  }

  private static Optional<JsonNode> inState(PreviewDesk amal, String state) {
    return amal.agent
        .snapshot()
        .get("conversations")
        .valueStream()
        .filter(one -> one.get("state").asString().equals(state))
        .findFirst();
  }

  @Test
  @Requirement("S2-71")
  void whatIsSkippedTooOftenIsToldToTheOperator() {
    scene.settings(s -> s.put("maxSkips", 1));
    var record = scene.record("Layla", NUMBER);
    scene.start();
    var diagnostics = RunningHiwar.bean(Diagnostics.class);
    assertThat(diagnostics.of(scene.workspace, scene.now()))
        .doesNotContain(Diagnosis.SKIPPED_TOO_OFTEN);
    try (var amal = desk("amal")) {
      amal.accepts();
      amal.send("skip", noReason()).ok();
      amal.empty();
    }
    assertThat(scene.status(record)).isEqualTo("FINAL SKIPPED_TOO_OFTEN");
    assertThat(diagnostics.of(scene.workspace, scene.now())).contains(Diagnosis.SKIPPED_TOO_OFTEN);
    var progress = RunningHiwar.bean(ProgressStore.class);
    assertThat(progress.of(scene.workspace, scene.now()).results())
        .containsExactly(new Progress.Result(null, "SKIPPED_TOO_OFTEN", true, 1));
  }

  @Test
  void recordsWaitWhileThereAreNoHoursAndComeBackWithThem() {
    var record = scene.record("Layla", NUMBER);
    scene.settings(s -> ((ObjectNode) s.at("/rules/hours")).putArray("schedules"));
    scene.start();
    try (var amal = desk("amal")) {
      Await.until(() -> scene.status(record).equals("WAITING"));
      assertThat(scene.events("ENDED_BY_SYSTEM")).isZero();
      assertThat(amal.agent.snapshot().get("previews").isEmpty()).isTrue();
      scene.settings(PreviewScene::always);
      amal.accepts();
    }
  }

  @Test
  void whatWaitedForOtherHoursIsHandedOutWhenTheseAreLonger() {
    var record = scene.record("Layla", NUMBER);
    scene.closed();
    scene.start();
    try (var amal = desk("amal")) {
      Await.until(() -> scene.status(record).equals("WAITING"));
      scene.settings(PreviewScene::always);
      amal.accepts();
    }
  }

  /// What has become of the record: it is untouched unless it is itself what is in the way.
  private static String why(String condition) {
    return switch (condition) {
      case "do not call" -> "FINAL DO_NOT_CALL";
      case "attempts" -> "FINAL NO_NUMBERS_LEFT";
      case "expired" -> "FINAL EXPIRED";
      case "out of hours" -> "WAITING";
      default -> "AVAILABLE";
    };
  }

  private void doNotCall() {
    long list = TestDatabase.ids().next();
    scene.run(
        """
        insert into do_not_call_list (workspace, id, name, kind, everywhere)
        values (:workspace, :id, 'No calls', 'NUMBER', true)\
        """,
        Map.of("id", list));
    scene.run(
        """
        insert into do_not_call_entry (workspace, list, value, added_at) values (:workspace, :id, :number, now())\
        """,
        Map.of("id", list, "number", NUMBER));
  }

  private void attempted(long record) {
    for (int i = 0; i < 10; i++)
      scene.run(
          """
          insert into call_attempt (workspace, id, campaign, record, list, preview, position, number, agent, automatic, started_at, verdict)
          values (:workspace, :id, :campaign, :record, :list, 1, 1, :number, 1, false, now() - interval '3 days', '{}')\
          """,
          Map.of(
              "id",
              TestDatabase.ids().next(),
              "campaign",
              scene.campaign.id().value(),
              "record",
              record,
              "list",
              scene.list.value(),
              "number",
              NUMBER));
  }

  @Test
  @Requirement("S2-91")
  void theTimerStopsWithoutATelephoneAndTheAgentIsNotReadyAfterwards() {
    scene.settings(s -> s.put("previewTimerSeconds", 1));
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      Await.until(() -> amal.preview().at("/timer/state").asString("").equals("STOPPED"));
      assertThat(amal.preview().at("/timer/why").asString()).isEqualTo("NO_DEVICE");
      assertThat(amal.preview().get("state").asString()).isEqualTo("REVIEWING");
      var dial = new HashMap<String, Object>();
      dial.put("position", 1);
      dial.put("number", null);
      assertThat(amal.send("dial", dial).problem()).isEqualTo("no-device");
      amal.send("complete", completion("")).ok();
      amal.presence("NOT_READY", "IDLE");
      assertThat(amal.agent.snapshot().at("/presence/reason").asString()).isEqualTo("NO_DEVICE");
    }
    assertThat(
            scene.count(
                "select count(*) from call_attempt where workspace = :workspace and campaign ="
                    + " :campaign"))
        .isZero();
  }

  @Test
  void whatAStoppedCampaignHasOfferedIsWithdrawnAndWhatIsAcceptedIsFinished() {
    var first = scene.record("Layla", NUMBER);
    scene.record("Omar", "+493090182023");
    scene.start();
    try (var amal = desk("amal");
        var sam = desk("sam")) {
      amal.accepts();
      sam.shows("OFFERED");
      scene.stop();
      sam.empty();
      amal.shows("REVIEWING");
      amal.send("complete", completion("")).ok();
      assertThat(scene.status(first)).isEqualTo("FINAL");
    }
    Await.until(
        () ->
            scene.count(
                    "select count(*) from campaign_record where workspace = :workspace and campaign"
                        + " = :campaign and status = 'HANDED'")
                == 0);
  }

  @Test
  void previewsThatWaitAreKnownToAFloorThatBeginsAnew() {
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      scene.record("Omar", "+493090182023");
      scene.start();
      scene.campaigns.bind(
          shop.workspace(),
          scene.campaign.id(),
          new org.hiwar.campaign.BoundList(
              scene.list,
              true,
              1,
              1,
              List.of(),
              List.of(
                  new org.hiwar.campaign.BoundList.Sort(
                      org.hiwar.campaign.BoundList.By.FIELD, "first_name", false))));
      Await.until(() -> !RunningHiwar.bean(PreviewWork.class).open(shop.workspace()).isEmpty());
      amal.shows("REVIEWING");
    }
  }

  @Test
  @Requirement("S2-33")
  void whatIsImportedDuringAReviewChangesNothingThatItsAgentSees() {
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var id = new PreviewId(Long.parseLong(amal.accepts().get("id").asString()));
      scene.run(
          "update calling_record set first_name = 'Omar', fields = '{\"Plan\": \"Gold\"}' where"
              + " workspace = :workspace and id = :id",
          Map.of("id", record.value()));
      scene.run(
          "update record_number set number = '+493090182099' where workspace = :workspace and"
              + " record = :id",
          Map.of("id", record.value()));
      var seen =
          RunningHiwar.bean(Reviews.class)
              .ofAgent(shop.workspace(), reviewer(id))
              .orElseThrow()
              .candidate();
      assertThat(seen.record().customerName()).isEqualTo("Layla");
      assertThat(seen.record().fields()).isEmpty();
      assertThat(seen.callee().numbers()).extracting(n -> n.number()).containsExactly(NUMBER);
      amal.send("skip", noReason()).ok();
      amal.empty();
    }
    scene.run(
        "update campaign_record set not_before = null, avoid_agent = null, status = 'AVAILABLE'"
            + " where workspace = :workspace and record = :id",
        Map.of("id", record.value()));
    try (var sam = desk("sam")) {
      var shown = sam.accepts();
      assertThat(shown.get("customerName").asString()).isEqualTo("Omar");
      assertThat(shown.at("/record/numbers/0/number").asString()).isEqualTo("+493090182099");
    }
  }

  @Test
  @Requirement({"S2-39", "S2-40"})
  void aReviewOfHalfAnHourIsBusyAllTheTimeAndMeasured() {
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      scene.run(
          "update preview set accepted_at = accepted_at - interval '30 minutes' where workspace ="
              + " :workspace",
          Map.of());
      scene.rounds();
      amal.presence("READY", "BUSY");
      amal.shows("REVIEWING");
      amal.send("complete", completion("")).ok();
      amal.empty();
    }
    assertThat(
            scene.count(
                "select count(*) from preview where workspace = :workspace and campaign ="
                    + " :campaign and reviewed_ms between 1800000 and 2400000"))
        .isEqualTo(1);
  }

  @Test
  @Requirement({"S2-36", "S2-54"})
  void aRecordOfTwoCampaignsIsFinishedInEachForItself() {
    var other = new PreviewScene(shop.workspace(), shop.voice(), "Surveys");
    var record = scene.record("Layla", NUMBER);
    other.campaigns.bind(
        shop.workspace(),
        other.campaign.id(),
        new BoundList(scene.list, true, 1, 1, List.of(), List.of()));
    other.campaigns.setState(shop.workspace(), other.campaign.id(), Campaign.State.RUNNING);
    try (var sam = other.desk(shop.agent("sam", "en"))) {
      sam.accepts();
      sam.send("complete", completion("wrong number")).ok();
      sam.empty();
    }
    assertThat(other.status(record)).isEqualTo("FINAL");
    scene.start();
    try (var amal = desk("amal")) {
      assertThat(amal.accepts().at("/record/history").isEmpty()).isTrue();
      assertThat(scene.status(record)).isEqualTo("HANDED");
      assertThat(other.status(record)).isEqualTo("FINAL");
    }
  }

  /// The exception: who does not want to be called is called by no campaign any more.
  @Test
  @Requirement("S2-54")
  void whoDoesNotWantToBeCalledIsCalledByNoOtherCampaignEither() {
    scene.run(
        """
        insert into do_not_call_list (workspace, id, name, kind, everywhere, fed)
        values (:workspace, :id, 'No calls', 'NUMBER', true, true)\
        """,
        Map.of("id", TestDatabase.ids().next()));
    var asked =
        RunningHiwar.bean(DispositionStore.class).all(shop.workspace()).stream()
            .filter(one -> "ADD_TO_DNC".equals(one.code()))
            .findFirst()
            .orElseThrow();
    var other = new PreviewScene(shop.workspace(), shop.voice(), "Surveys");
    var elsewhere = other.record("Layla", NUMBER);
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      amal.send("complete", Map.of("disposition", asked.id().toString(), "notes", "")).ok();
      amal.empty();
    }
    other.start();
    try (var sam = other.desk(shop.agent("sam", "en"))) {
      Await.until(() -> other.status(elsewhere).equals("FINAL DO_NOT_CALL"));
      sam.empty();
    }
  }

  @Test
  @Requirement("S2-46")
  void ofManyClicksAtOnceOneCounts() {
    scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var path = "/api/previews/" + amal.accepts().get("id").asString() + "/";
      var clicks =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              i % 2 == 0
                                  ? amal.agent.send("POST", path + "complete", completion(""))
                                  : amal.agent.send("POST", path + "skip", noReason())))
              .toList();
      assertThat(clicks)
          .extracting(click -> click.join().status())
          .containsOnly(204, 409)
          .contains(204, 409);
      amal.empty();
    }
    assertThat(scene.events("PREVIEWED")).isEqualTo(1);
    assertThat(scene.events("COMPLETED") + scene.events("SKIPPED")).isEqualTo(1);
  }

  @Test
  @Requirement("S2-47")
  void aNumberThatIsNoneIsMarkedAndCannotBeCalled() {
    scene.record("Layla", "+49", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      var shown = amal.accepts();
      assertThat(shown.at("/record/numbers/0/why").asString()).isEqualTo("INVALID_NUMBER");
      assertThat(shown.at("/record/numbers/0/callable").asBoolean()).isFalse();
      assertThat(shown.at("/record/numbers/1/recommended").asBoolean()).isTrue();
    }
  }

  @Test
  @Requirement("S2-71")
  void whatIsSkippedTooOftenIsFinishedAndTheOperatorReadsIt() {
    scene.settings(s -> s.put("maxSkips", 1));
    var record = scene.record("Layla", NUMBER);
    scene.start();
    try (var amal = desk("amal")) {
      amal.accepts();
      amal.send("skip", noReason()).ok();
      amal.empty();
    }
    assertThat(scene.status(record)).isEqualTo("FINAL SKIPPED_TOO_OFTEN");
    assertThat(scene.events("ENDED_BY_SYSTEM")).isEqualTo(1);
  }
}
