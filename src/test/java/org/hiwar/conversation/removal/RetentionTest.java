package org.hiwar.conversation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.platform.database.Database;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What grows old, as it is forty days from now.
@Requirement("S0-61")
class RetentionTest extends ApiTest {
  private final UserId talker = workspace.user("talker", Role.AGENT);
  private final KnownPerson person = KnownPerson.of(workspaceId(), talker);
  private final Retention later =
      new Retention(
          RunningHiwar.bean(Database.class),
          RunningHiwar.bean(RetentionStore.class),
          List.of(
              RunningHiwar.bean("agingRecordingStore", Aging.class),
              RunningHiwar.bean("agingConversations", Aging.class),
              RunningHiwar.bean("itemTracesStore", Aging.class)),
          RunningHiwar.bean(AuditLog.class),
          Clock.offset(Clock.systemUTC(), Duration.ofDays(40)));

  private static Map<String, @Nullable Integer> days(
      @Nullable Integer recordings, @Nullable Integer conversations, @Nullable Integer rawItems) {
    var days = new HashMap<String, @Nullable Integer>();
    days.put("recordings", recordings);
    days.put("conversations", conversations);
    days.put("rawItems", rawItems);
    return days;
  }

  private long count(String table) {
    return person.found().getOrDefault(table, 0L);
  }

  private void sql(String statement, long id) {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> db.sql(statement).params(workspaceId().value(), id).update());
  }

  private JsonNode rule(int nth) {
    return logIn("administrator").get("/api/retention").expect(200).body().get(nth);
  }

  @Test
  void everythingIsKeptUntilARuleSaysOtherwiseAndARuleTakesTheOldAlone() {
    sql("delete from follow_up where workspace = ? and id = ?", person.id("followUp"));
    var recent = KnownPerson.of(workspaceId(), talker);
    sql(
        "update conversation set ended_at = now() + interval '20 days' where workspace = ? and id ="
            + " ?",
        recent.id("conversation"));
    var before = person.found();
    var unchanged = recent.found();
    later.apply(workspaceId());
    assertThat(person.found()).isEqualTo(before);

    logIn("administrator").put("/api/retention", days(null, 30, null)).expect(204);
    later.apply(workspaceId());

    assertThat(person.found())
        .doesNotContainKeys("message", "interaction", "email", "call", "delivery", "sms_segment")
        .containsKeys("contact", "contact_address", "calling_record");
    assertThat(recent.found()).isEqualTo(unchanged);
    RunningHiwar.bean(FileRemovals.class).workOff(workspaceId());
    assertThat(person.files()).noneMatch(Files::exists);
    assertThat(rule(1).get("removed").asInt()).isEqualTo(1);
    assertThat(rule(1).get("removedAt").isNull()).isFalse();
  }

  /// More conversations, and longer ones, than go in one transaction.
  @Test
  void howeverMuchIsTooOldAllOfItGoesAndIsCounted() {
    int times = RemovalLimits.OLD + 3;
    person.hasSpokenBefore(times, 1);
    sql(
        "update conversation set last_seq = "
            + RemovalLimits.MESSAGES
            + " where workspace = ? and id <= 3 and id <> ?",
        0);
    sql("delete from follow_up where workspace = ? and id = ?", person.id("followUp"));
    logIn("administrator").put("/api/retention", days(null, 30, null)).expect(204);
    later.apply(workspaceId());
    assertThat(person.found()).doesNotContainKeys("message", "interaction");
    assertThat(rule(1).get("removed").asInt()).isEqualTo(times + 1);
  }

  @Test
  void whatGoesOnAndWhatIsStillToBeDoneIsNeverTooOld() {
    var open = KnownPerson.of(workspaceId(), talker);
    sql(
        "update conversation set closed_at = null, ended_at = null where workspace = ? and id = ?",
        open.id("conversation"));
    sql(
        "update interaction set ended_at = null, outcome = null where workspace = ? and id = ?",
        open.id("phone"));
    sql(
        "update inbound_item set state = 'WAITING' where workspace = ? and id = ?",
        open.id("item"));
    logIn("administrator").put("/api/retention", days(1, 1, 1)).expect(204);
    later.apply(workspaceId());
    assertThat(open.found()).containsEntry("message", 1L).containsEntry("inbound_item", 1L);
    assertThat(open.files()).allMatch(Files::exists);
    assertThat(count("message")).as("a follow-up is planned").isOne();
  }

  @Test
  void recordingsAndRawItemsGoByRulesOfTheirOwn() {
    logIn("administrator").put("/api/retention", days(30, null, 30)).expect(204);
    later.apply(workspaceId());
    RunningHiwar.bean(FileRemovals.class).workOff(workspaceId());
    assertThat(count("inbound_item")).isZero();
    assertThat(person.files().getFirst()).exists();
    assertThat(person.files().subList(1, 3)).noneMatch(Files::exists);
    assertThat(person.found()).containsKeys("call", "message");
    assertThat(rule(0).get("removed").asInt()).isEqualTo(1);
    assertThat(rule(2).get("removed").asInt()).isEqualTo(2);
  }

  @Test
  void aRuleSaysDaysOrNothing() {
    var administrator = logIn("administrator");
    assertThat(administrator.put("/api/retention", days(0, null, null)).problem())
        .isEqualTo("retention-days");
    logIn("supervisor").put("/api/retention", days(1, null, null)).expect(403);
    administrator.put("/api/retention", days(365, null, null)).expect(204);
    assertThat(rule(0).get("days").asInt()).isEqualTo(365);
    assertThat(rule(1).get("days").isNull()).isTrue();
  }
}
