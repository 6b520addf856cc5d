package org.hiwar.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReportTest extends ApiTest {
  private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
  private static final String DAY = "from=2026-11-10T00:00:00Z&to=2026-11-11T00:00:00Z";

  private final ListedRows lists = new ListedRows(workspaceId());
  private final CampaignId campaign =
      RunningHiwar.bean(Campaigns.class)
          .create(workspaceId(), "Spring", null, ZoneId.of("Asia/Damascus"))
          .id();
  private final ListId list = lists.list("Customers");
  private final RecordId record = lists.record(list, 1, "{}");
  private final UserId agent = new UserId(workspaceUser());
  private final TestBrowser supervisor = logIn("supervisor");

  private long workspaceUser() {
    return workspace.user("sam", org.hiwar.workspace.Role.AGENT).value();
  }

  private void event(String kind, Instant at, long reviewedMs, String notes) {
    run(
        """
        insert into record_event (workspace, id, at, kind, campaign, list, record, agent, reviewed_ms, notes)
        values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?)\
        """,
        workspaceId().value(),
        TestDatabase.ids().next(),
        utc(at),
        kind,
        campaign.value(),
        list.value(),
        record.value(),
        agent.value(),
        reviewedMs,
        notes);
  }

  private void attempt(Instant at, boolean answered) {
    run(
        """
        insert into call_attempt (workspace, id, campaign, record, list, preview, number, agent, automatic, started_at, answered_at, ended_at, result, verdict)
        values (?, ?, ?, ?, ?, 1, '+493023125901', ?, false, ?, ?, ?, ?, '{}')\
        """,
        workspaceId().value(),
        TestDatabase.ids().next(),
        campaign.value(),
        record.value(),
        list.value(),
        agent.value(),
        utc(at),
        answered ? utc(at.plusSeconds(10)) : null,
        utc(at.plusSeconds(40)),
        answered ? "ANSWERED" : "NO_ANSWER");
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private void run(String statement, @org.jspecify.annotations.Nullable Object... values) {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            (JdbcClient db) -> {
              var sql = db.sql(statement);
              for (var value : values) sql = sql.param(value);
              return sql.update();
            });
  }

  private void aDay() {
    event("PREVIEWED", NOON, 10_000, "");
    event("SKIPPED", NOON, 10_000, "=1+1");
    event("PREVIEWED", NOON.plusSeconds(60), 20_000, "");
    event("SKIPPED", NOON.plusSeconds(60), 20_000, "");
    event("PREVIEWED", NOON.plusSeconds(3_600), 30_000, "");
    event("COMPLETED", NOON.plusSeconds(3_600), 30_000, "");
    event("PREVIEWED", NOON.plusSeconds(3_700), 60_000, "");
    attempt(NOON.plusSeconds(3_700), true);
    attempt(NOON.plusSeconds(3_800), false);
    event("REJECTED", NOON.plusSeconds(4_000), 0, "");
    event("OFFER_EXPIRED", NOON.plusSeconds(4_100), 0, "");
  }

  @Test
  @Requirement({"S2-75", "S2-76", "S2-77", "S2-78", "S2-79"})
  void skipsAreCountedWithTheirShareBesideEverythingElse() {
    aDay();
    for (var by : new String[] {"AGENT", "CAMPAIGN", "LIST", "TEAM"}) {
      var lines =
          supervisor
              .get("/api/campaign-reports?by=" + by + "&" + DAY)
              .expect(200)
              .body()
              .path("lines");
      assertThat(lines).as(by).hasSize(1);
      var line = lines.path(0);
      assertThat(line.path("previewed").asInt()).isEqualTo(4);
      assertThat(line.path("skipped").asInt()).isEqualTo(2);
      assertThat(line.path("skippedShare").asDouble()).isEqualTo(0.5);
      assertThat(line.path("completed").asInt()).isEqualTo(1);
      assertThat(line.path("rejected").asInt()).isEqualTo(1);
      assertThat(line.path("expired").asInt()).isEqualTo(1);
      assertThat(line.path("averagePreviewMs").asInt()).isEqualTo(30_000);
      assertThat(line.path("attempts").asInt()).isEqualTo(2);
      assertThat(line.path("answered").asInt()).isEqualTo(1);
    }
  }

  @Test
  @Requirement("S2-76")
  void intervalsCountWhatBeganInThem() {
    aDay();
    var lines =
        supervisor
            .get("/api/campaign-reports?by=INTERVAL&minutes=60&" + DAY)
            .expect(200)
            .body()
            .path("lines");
    assertThat(lines.valueStream().map(line -> line.path("skipped").asInt())).containsExactly(2, 0);
    assertThat(lines.path(0).path("key").asLong()).isEqualTo(NOON.getEpochSecond());
  }

  @Test
  void aFilterLeavesOutWhatIsOfOthers() {
    aDay();
    var none = supervisor.get("/api/campaign-reports?" + DAY + "&agent=1").expect(200).body();
    assertThat(none.path("lines")).isEmpty();
  }

  @Test
  @Requirement("S2-78")
  void theRowsBehindItComeInPagesAndAsAFileWithoutFormulas() {
    aDay();
    var rows = supervisor.get("/api/campaign-reports/rows?" + DAY).expect(200).body();
    assertThat(rows.path("items")).hasSize(7);
    assertThat(rows.path("items").path(0).path("kind").asString()).isEqualTo("OFFER_EXPIRED");
    assertThat(rows.path("next").isNull()).isTrue();
    var file =
        supervisor.get("/api/campaign-reports/rows.csv?" + DAY).expect(200).response().body();
    assertThat(file.lines()).hasSize(8);
    assertThat(file).contains("\"'=1+1\"").contains("\"+493023125901\"");
  }

  @Test
  void agentsSeeNoReports() {
    logIn("agent").get("/api/campaign-reports").expect(403);
  }
}
