package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What agents plan to do about what is past.
@Tag("api")
class FollowUpTest {
  private static final int CROWD = 90;
  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient amal = shop.agent("amal", "en");

  @Test
  @Requirement({"S0-67", "S0-68"})
  void aFollowUpIsAnActivityOfItsOwnLinkedToTheEarlierOneUntilItIsDone() {
    var chat = chat();
    var due =
        Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    var later = plan(chat, due.plusSeconds(60), "second", null);
    var sooner = plan(chat, due, "Ask about the الفاتورة", 10);
    assertThat(mine(amal)).containsExactly(sooner.get("id").asString(), later.get("id").asString());

    var rana = shop.supervisor("rana");
    assertThat(mine(rana)).isEmpty();
    var activities = activities(rana, chat, "");
    assertThat(ids(activities))
        .as("newest first: when they were planned")
        .containsExactly(
            sooner.get("id").asString(), later.get("id").asString(), interaction(chat));
    var newest = activities.get(0);
    assertThat(newest.get("medium").asString()).isEqualTo("TASK");
    assertThat(newest.at("/followUp/activity").asString()).isEqualTo(interaction(chat));
    assertThat(newest.at("/followUp/zone").asString()).isEqualTo("Asia/Damascus");
    assertThat(Instant.parse(newest.at("/followUp/dueAt").asString())).isEqualTo(due);
    assertThat(newest.at("/agent/name").asString()).isEqualTo("amal");
    var detail = rana.get("/api/activities/" + interaction(chat)).ok().body();
    assertThat(ids(detail.get("followUps"))).hasSize(2);

    assertThat(ids(activities(rana, chat, "?text=%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D9%87")))
        .containsExactly(sooner.get("id").asString());
    assertThat(ids(activities(rana, chat, "?channel=follow-up"))).hasSize(2);
    assertThat(ids(activities(rana, chat, "?channel=web"))).containsExactly(interaction(chat));

    amal.send("POST", path(sooner) + "/done", null).ok();
    amal.send("POST", path(sooner) + "/done", null).ok();
    assertThat(mine(amal)).containsExactly(later.get("id").asString());
    var kept = rana.get("/api/activities/" + sooner.get("id").asString()).ok().body();
    assertThat(kept.at("/activity/followUp/state").asString()).isEqualTo("DONE");
    assertThat(kept.at("/activity/followUp/closedAt").isNull()).isFalse();
    assertThat(amal.send("POST", path(sooner) + "/cancel", null).problem())
        .isEqualTo("follow-up-changed");
  }

  @Test
  @Requirement("S0-67")
  void itIsMovedByItsOwnerAloneAndNotOverAChangeThatTheyHaveNotSeen() {
    var chat = chat();
    var due = Instant.now().plus(Duration.ofHours(1));
    var planned = plan(chat, due, "call back", 0);
    var moved = wish(due.plus(Duration.ofDays(2)), "call back in the morning", null);
    moved.put("version", planned.get("version").asLong());
    var rana = shop.supervisor("rana");
    assertThat(rana.send("PUT", path(planned), moved).problem()).isEqualTo("not-allowed");
    assertThat(rana.send("POST", path(planned) + "/done", null).problem()).isEqualTo("not-allowed");
    var now = amal.send("PUT", path(planned), moved).ok().body();
    assertThat(now.get("note").asString()).isEqualTo("call back in the morning");
    assertThat(now.get("remindMinutes").isNull()).isTrue();
    var again = amal.send("PUT", path(planned), moved);
    assertThat(again.problem()).isEqualTo("follow-up-changed");
    assertThat(again.body().at("/followUp/note").asString()).isEqualTo("call back in the morning");
    amal.send("POST", path(planned) + "/cancel", null).ok();
    assertThat(mine(amal)).isEmpty();
  }

  @Test
  @Requirement({"S0-59", "S0-68"})
  void pagesOfConversationsAndFollowUpsTogetherHaveNoGapAndNoRepeat() {
    var chat = chat();
    crowd(chat);
    var found = new ArrayList<String>();
    var times = new ArrayList<Instant>();
    var next = "";
    do {
      var page =
          amal.get("/api/contacts/" + chat.at("/contact/id").asString() + "/activities" + next)
              .ok()
              .body();
      page.get("items").forEach(one -> found.add(one.get("id").asString()));
      page.get("items").forEach(one -> times.add(Instant.parse(one.get("arrivedAt").asString())));
      next = page.get("next").isNull() ? "" : "?cursor=" + page.get("next").asString();
    } while (!next.isEmpty());
    assertThat(found).hasSize(1 + 2 * CROWD).doesNotHaveDuplicates();
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
  }

  /// Older interactions and follow-ups, one among the other, each third of the follow-ups at the
  /// very instant of an interaction.
  private void crowd(JsonNode chat) {
    var workspace = shop.workspace().value();
    TestDatabase.database()
        .in(
            workspace,
            db -> {
              db.sql(
                      """
                      insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, global_id, arrived_at, live_until, ended_at, outcome)
                      select workspace, n, conversation, contact, medium, channel, direction, service, gen_random_uuid(), timestamptz '2026-01-01' + n * interval '2 minutes', now(), now(), 'ABANDONED'
                      from interaction, generate_series(1, ?) n where workspace = ? and id = ?\
                      """)
                  .params(CROWD, workspace, Long.parseLong(interaction(chat)))
                  .update();
              return db.sql(
                      """
                      insert into follow_up (workspace, id, contact, interaction, owner, due_at, zone, note, state, closed_at, created_at)
                      select workspace, 1000 + n, contact, id, agent, now(), 'UTC', '', 'DONE', now(), timestamptz '2026-01-01' + n * interval '3 minutes'
                      from interaction, generate_series(1, ?) n where workspace = ? and id = ?\
                      """)
                  .params(CROWD, workspace, Long.parseLong(interaction(chat)))
                  .update();
            });
  }

  @Test
  @Requirement({"S0-57", "S0-68"})
  void whatIsPlannedForAContactThatIsMergedIsTheOthersUntilThatIsUndone() {
    var gone = chat();
    var kept = chat();
    var planned = plan(gone, Instant.now().plus(Duration.ofHours(1)), "call back", null);
    var rana = shop.supervisor("rana");
    var place = "/api/contacts/" + kept.at("/contact/id").asString();
    var other = gone.at("/contact/id").asString();
    var preview = rana.get(place + "/merge-preview/" + other).ok().body();
    var wish =
        Map.of(
            "other", other,
            "take", List.of(),
            "version", preview.at("/kept/version").asLong(),
            "otherVersion", preview.at("/other/version").asLong());
    rana.send("POST", place + "/merges", wish).ok();
    assertThat(contactOfMine()).isEqualTo(kept.at("/contact/id").asString());
    assertThat(ids(activities(rana, kept, "")))
        .containsExactly(planned.get("id").asString(), interaction(kept), interaction(gone));
    var merge = rana.get(place + "/merges").ok().body().at("/0/id").asString();
    rana.send("DELETE", place + "/merges/" + merge, null).ok();
    assertThat(contactOfMine()).isEqualTo(other);
    assertThat(ids(activities(rana, kept, ""))).containsExactly(interaction(kept));
  }

  private String contactOfMine() {
    var mine = amal.get("/api/follow-ups").ok().body();
    assertThat(mine.size()).isEqualTo(1);
    return mine.at("/0/contact/id").asString();
  }

  @Test
  void whatCannotBeDueIsRefused() {
    var chat = chat();
    var soon = Instant.now().plus(Duration.ofHours(1));
    var place = "/api/activities/" + interaction(chat) + "/follow-ups";
    for (var wrong :
        List.of(
            wish(Instant.now().minusSeconds(1), "", null),
            wish(soon.plus(Duration.ofDays(800)), "", null),
            wish(soon, "", -1),
            wish(soon, "", 10_081)))
      assertThat(amal.send("POST", place, wrong).problem()).isEqualTo("invalid-follow-up-time");
    var nowhere = wish(soon, "", null);
    nowhere.put("zone", "Asia/Nowhere");
    assertThat(amal.send("POST", place, nowhere).problem()).isEqualTo("invalid-follow-up-time");
    assertThat(amal.send("POST", place, wish(soon, "x".repeat(2_001), null)).problem())
        .isEqualTo("too-long");
    assertThat(mine(amal)).isEmpty();
  }

  /// A chat that was completed.
  private JsonNode chat() {
    try (var desk = OpenDesk.of(amal).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor.say("Hello");
      var chat = desk.acceptOffer();
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), 1, shop.resolved(), "").ok();
      desk.isEmpty();
      return chat;
    }
  }

  private JsonNode plan(JsonNode chat, Instant due, String note, @Nullable Integer reminds) {
    return amal.send(
            "POST",
            "/api/activities/" + interaction(chat) + "/follow-ups",
            wish(due, note, reminds))
        .ok()
        .body();
  }

  private static Map<String, Object> wish(Instant due, String note, @Nullable Integer reminds) {
    var wish = new HashMap<String, Object>();
    wish.put("dueAt", due.toString());
    wish.put("zone", "Asia/Damascus");
    wish.put("note", note);
    if (reminds != null) wish.put("remindMinutes", reminds);
    return wish;
  }

  private static String path(JsonNode followUp) {
    return "/api/follow-ups/" + followUp.get("id").asString();
  }

  private static List<String> mine(AgentClient user) {
    return user.get("/api/follow-ups")
        .ok()
        .body()
        .valueStream()
        .map(one -> one.at("/followUp/id").asString())
        .toList();
  }

  private static JsonNode activities(AgentClient user, JsonNode chat, String query) {
    return user.get("/api/contacts/" + chat.at("/contact/id").asString() + "/activities" + query)
        .ok()
        .body()
        .get("items");
  }

  private static List<String> ids(JsonNode items) {
    return items.valueStream().map(one -> one.get("id").asString()).toList();
  }
}
