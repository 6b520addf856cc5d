package org.hiwar.workspace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.contact.ContactStore;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditLogTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");

  @Test
  void whatIsDoneStandsAtTheTopWithTheNamesOfWhoAndWhat() {
    administrator.post("/api/teams", Map.of("name", "الطلبات")).expect(201);
    var agent = idOf("agent");
    administrator.patch("/api/users/" + agent, Map.of("name", "Amal")).expect(200);
    var log = page("").path("items");
    assertThat(log.path(0).path("what").asString()).isEqualTo("user.changed");
    assertThat(log.path(0).at("/by/name").asString()).isEqualTo("administrator");
    assertThat(log.path(0).at("/subject/name").asString()).isEqualTo("Amal");
    assertThat(log.path(0).at("/detail/parts").toString()).contains("name");
    assertThat(log.path(1).path("what").asString()).isEqualTo("team.created");
    assertThat(log.path(1).at("/subject/name").asString()).isEqualTo("الطلبات");
  }

  @Test
  void aContactHasItsName() {
    var jane = RunningHiwar.bean(ContactStore.class).create(workspaceId(), "Jane Doe", "en");
    logIn("agent")
        .patch("/api/contacts/" + jane.id(), Map.of("name", "Jane Roe", "version", jane.version()))
        .expect(200);
    assertThat(page("").at("/items/0/subject/name").asString()).isEqualTo("Jane Roe");
    assertThat(page("").at("/items/0/by/name").asString()).isEqualTo("agent");
  }

  @Test
  void aWebChatAndAServiceHaveTheirNames() {
    var shop = ChatWorkspace.fresh();
    var entry = RunningHiwar.bean(ChatEntryStore.class).all(shop.workspace()).getFirst();
    var log = RunningHiwar.bean(AuditLog.class);
    log.record(shop.workspace(), null, "chat-entry.calls-changed", entry.id().toString(), Map.of());
    log.record(shop.workspace(), null, "service-voice.changed", shop.voice().toString(), Map.of());
    var read = shop.administrator("admin").get("/api/audit-log").ok().body().path("items");
    assertThat(read.path(0).at("/subject/name").asString()).isEqualTo("Orders by telephone");
    assertThat(read.path(0).path("by").isNull()).isTrue();
    assertThat(read.path(1).at("/subject/name").asString()).isEqualTo(entry.name());
  }

  @Test
  void aPageLeadsToTheNextAndNothingIsShownTwiceOrLeftOut() {
    for (int i = 0; i < 120; i++) record("sample.done", Integer.toString(i));
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = page("&kind=sample&cursor=" + cursor);
      page.path("items").forEach(one -> seen.add(one.at("/subject/id").asString()));
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(seen.getFirst()).isEqualTo("119");
    assertThat(administrator.get("/api/audit-log?cursor=x").expect(422).problem())
        .isEqualTo("cursor-invalid");
  }

  @Test
  void itIsNarrowedByWhoWhatAndWhen() {
    stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD).expect(200);
    stranger().logIn(workspace.slug(), "supervisor", "wrong").expect(401);
    administrator.post("/api/teams", Map.of("name", "Orders")).expect(201);
    assertThat(whats("&by=" + idOf("agent"))).containsExactly("user.loggedIn");
    assertThat(whats("&kind=team")).containsExactly("team.created");
    assertThat(whats("")).contains("user.logInRefused", "user.loggedIn", "team.created");
    var later = text(Instant.now().plus(Duration.ofHours(1)));
    assertThat(whats("&from=" + later)).isEmpty();
    assertThat(whats("&kind=team&to=" + later)).containsExactly("team.created");
    assertThat(whats("&to=" + text(Instant.now().minus(Duration.ofHours(1))))).isEmpty();
  }

  @Test
  void onlyWhoMayReadsItAndOnlyOfTheirWorkspace() {
    logIn("supervisor").get("/api/audit-log").expect(403);
    var other = TestWorkspace.fresh();
    other.user("administrator", Role.ADMINISTRATOR);
    administrator.post("/api/teams", Map.of("name", "Orders")).expect(201);
    var theirs = other.logIn("administrator");
    assertThat(theirs.get("/api/audit-log?kind=team").expect(200).body().path("items")).isEmpty();
    assertThat(theirs.get("/api/audit-log/users").expect(200).body()).hasSize(1);
  }

  /// Each question is answered from an index in its order, however long the log is.
  @Test
  void noQuestionReadsTheWholeLog() {
    for (int i = 0; i < 30; i++) record("sample.done", Integer.toString(i));
    for (var which : List.of("", "and user_id = 7", "and split_part(what, '.', 1) = 'sample'")) {
      var plan = plan(which);
      assertThat(plan).contains("Index").doesNotContain("Sort");
    }
  }

  private String plan(String which) {
    List<String> lines =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db -> {
                  for (var way : List.of("seqscan", "bitmapscan", "sort", "incremental_sort"))
                    db.sql("set local enable_" + way + " = off").update();
                  return db.sql(
                          "explain select id from audit_event where workspace = "
                              + workspaceId()
                              + " "
                              + which
                              + " order by at desc, id desc limit 51")
                      .query(String.class)
                      .list();
                });
    return String.join("\n", lines);
  }

  private void record(String what, String subject) {
    RunningHiwar.bean(AuditLog.class).record(workspaceId(), null, what, subject, Map.of());
  }

  private JsonNode page(String query) {
    return administrator.get("/api/audit-log?x=" + query).expect(200).body();
  }

  private List<String> whats(String query) {
    return page(query).path("items").valueStream().map(one -> one.path("what").asString()).toList();
  }

  private static String text(Instant at) {
    return URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
  }

  private String idOf(String name) {
    for (var user : administrator.get("/api/audit-log/users").expect(200).body())
      if (user.path("name").asString().equals(name)) return user.path("id").asString();
    throw new AssertionError("no user " + name);
  }
}
