package org.hiwar.floor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is counted of services. What floors write is told by ServiceLifeTest.
class ServiceReportTest extends ApiTest {
  private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");
  private static final String DAYS = "from=2026-11-10T00:00:00Z&to=2026-11-12T00:00:00Z";

  private final TestBrowser supervisor = logIn("supervisor");
  private final String orders = service("=Orders", "CHAT");
  private final String mails = service("Mails", "EMAIL");
  private int batch;
  private long work = 1_000;

  /// It promises to answer 80 per cent within 20 seconds.
  private String service(String name, String medium) {
    var wish = Map.of("name", name, "medium", medium, "zone", "Asia/Damascus");
    return logIn("administrator")
        .post("/api/services", wish)
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private void happened(String kind, long of, @Nullable String detail, Instant at) {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql(
                        """
                        insert into floor_event (workspace, batch, nr, kind, work, detail, at) values (?, ?, 1, ?, ?, ?, ?)\
                        """)
                    .param(workspaceId().value())
                    .param(++batch)
                    .param(kind)
                    .param(of)
                    .param(detail)
                    .param(at.atOffset(ZoneOffset.UTC))
                    .update());
  }

  private long queued(String service, Instant at) {
    happened("WorkQueued", ++work, service, at);
    return work;
  }

  private void answered(String service, Instant at, long afterSeconds) {
    long of = queued(service, at);
    happened("WorkOffered", of, "1", at);
    happened("WorkAccepted", of, null, at.plusSeconds(afterSeconds));
    happened("WorkEnded", of, "HANDLED CUSTOMER", at.plusSeconds(afterSeconds + 60));
  }

  private void abandoned(String service, Instant at, long afterSeconds) {
    happened("WorkEnded", queued(service, at), "ABANDONED CUSTOMER", at.plusSeconds(afterSeconds));
  }

  private JsonNode lines(String more) {
    return supervisor.get("/api/service-reports?" + DAYS + more).expect(200).body().path("lines");
  }

  @Test
  void whoLeavesWithinTheTimeOfTheServiceDoesNotCountAgainstIt() {
    for (long wait : new long[] {0, 10, 20, 50}) answered(orders, NOON, wait);
    abandoned(orders, NOON, 5);
    abandoned(orders, NOON, 21);
    queued(orders, NOON);
    var line = lines("").path(0);
    assertThat(line.path("name").asString()).isEqualTo("=Orders");
    assertThat(line.path("day").isNull()).isTrue();
    assertThat(line.path("received").asInt()).isEqualTo(7);
    assertThat(line.path("answered").asInt()).isEqualTo(4);
    assertThat(line.path("abandoned").asInt()).isEqualTo(2);
    assertThat(line.path("shortly").asInt()).isEqualTo(1);
    assertThat(line.path("waiting").asInt()).isEqualTo(1);
    assertThat(line.path("averageWaitMs").asInt()).isEqualTo(20_000);
    assertThat(line.path("level").asDouble()).as("3 of 4 answered and 1 lost").isEqualTo(0.6);
    assertThat(line.path("target").asDouble()).isEqualTo(0.8);
    assertThat(line.path("targetSeconds").asInt()).isEqualTo(20);
  }

  @Test
  void whatIsTransferredIsReceivedTwiceAndWhatComesBackFromAColleagueIsNot() {
    var returns = service("Returns", "CHAT");
    answered(orders, NOON, 5);
    long moved = queued(orders, NOON);
    happened("WorkAccepted", moved, null, NOON.plusSeconds(5));
    happened("WorkTransferred", moved, null, NOON.plusSeconds(30));
    happened("WorkTransferred", moved, returns, NOON.plusSeconds(60));
    happened("WorkAccepted", moved, null, NOON.plusSeconds(160));
    var lines = lines("");
    assertThat(lines).hasSize(2);
    assertThat(lines.path(0).path("received").asInt()).isEqualTo(2);
    assertThat(lines.path(0).path("level").asDouble()).isEqualTo(1);
    assertThat(lines.path(1).path("name").asString()).isEqualTo("Returns");
    assertThat(lines.path(1).path("received").asInt()).isEqualTo(1);
    assertThat(lines.path(1).path("level").asDouble()).isZero();
    assertThat(lines.path(1).path("averageWaitMs").asInt()).isEqualTo(100_000);
    assertThat(lines("&service=" + returns)).as("asked for one").containsExactly(lines.path(1));
    assertThat(lines("&service=" + mails)).as("nothing came to it").isEmpty();
  }

  @Test
  void daysBeginByTheClockOfTheReaderAndTheFileHasThemWithoutFormulas() {
    answered(orders, Instant.parse("2026-11-10T20:59:00Z"), 5);
    answered(orders, Instant.parse("2026-11-10T21:00:00Z"), 25);
    answered(mails, NOON, 3_600);
    var daily = lines("&daily=true&zone=Asia/Damascus");
    assertThat(daily.valueStream().map(line -> line.path("day").asString("")))
        .containsExactly("2026-11-10", "2026-11-11", "2026-11-10");
    assertThat(daily.path(1).path("level").asDouble()).isZero();
    assertThat(daily.path(2).path("level").isNull()).as("mails have none").isTrue();
    var file =
        supervisor
            .get("/api/service-reports/lines.csv?" + DAYS + "&zone=Asia/Damascus")
            .expect(200)
            .response()
            .body();
    assertThat(file.lines()).hasSize(4);
    assertThat(file)
        .contains("\"2026-11-10\",\"'=Orders\",\"1\",\"1\",\"0\",\"0\",\"0\",\"5\",\"100.0\"");
  }

  @Test
  void whatCannotBeReportedIsRefusedAndAgentsSeeNothing() {
    var path = "/api/service-reports?";
    assertThat(supervisor.get(path + DAYS + "&zone=Atlantis").expect(422).problem())
        .isEqualTo("report-zone-unknown");
    var backwards = "from=2026-11-12T00:00:00Z&to=2026-11-10T00:00:00Z";
    assertThat(supervisor.get(path + backwards).expect(422).problem())
        .isEqualTo("report-time-invalid");
    logIn("agent").get(path + DAYS).expect(403);
  }
}
