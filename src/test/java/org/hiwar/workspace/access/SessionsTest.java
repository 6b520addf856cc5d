package org.hiwar.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.limit.Limit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionsTest extends ApiTest {
  private static final Duration BELIEVED = SessionLimits.BELIEVED.multipliedBy(2);

  @Test
  void loggingOutEndsTheSessionForWhoeverStillHasTheCookie() {
    var browser = logIn("agent");
    var copy = stranger().cookie(browser.cookie());
    copy.get("/api/me").expect(200);
    browser.post("/api/logout", "").expect(204);
    assertThat(browser.cookie()).isNull();
    copy.get("/api/me").expect(401);
  }

  @Test
  void aUserSeesHisSessionsAndEndsOneElsewhere() {
    var here = logIn("agent");
    var there = logIn("agent");
    var sessions = here.get("/api/me/sessions").expect(200).body();
    assertThat(sessions).hasSize(2);
    here.delete("/api/me/sessions/" + other(sessions)).expect(204);
    there.get("/api/me").expect(401);
    here.get("/api/me").expect(200);
    here.delete("/api/me/sessions/" + other(sessions)).expect(404);
  }

  private static String other(JsonNode sessions) {
    for (var session : sessions)
      if (!session.path("current").asBoolean()) return session.path("id").asString();
    throw new AssertionError(sessions);
  }

  @Test
  void nobodyEndsTheSessionOfAnother() {
    var supervisor = logIn("supervisor");
    var id = supervisor.get("/api/me/sessions").body().path(0).path("id").asString();
    logIn("agent").delete("/api/me/sessions/" + id).expect(404);
    supervisor.get("/api/me").expect(200);
  }

  @Test
  void anotherPasswordEndsTheOtherSessions() {
    var here = logIn("agent");
    var there = logIn("agent");
    here.post(
            "/api/me/password",
            Map.of("current", TestWorkspace.PASSWORD, "next", "olive tree on the hill"))
        .expect(204);
    here.get("/api/me").expect(200);
    there.get("/api/me").expect(401);
    stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD).expect(401);
    stranger().logIn(workspace.slug(), "agent", "olive tree on the hill").expect(200);
  }

  @Test
  void thePresentPasswordIsAskedForAndNotToBeGuessed() {
    var browser = logIn("agent");
    var guess = Map.of("current", "a guess of mine", "next", "olive tree on the hill");
    for (int i = 0; i < Limit.FAILED_PASSWORD_CHANGES_OF_USER.most(); i++)
      assertThat(browser.post("/api/me/password", guess).expect(422).problem())
          .isEqualTo("wrong-password");
    assertThat(browser.post("/api/me/password", guess).expect(429).problem())
        .isEqualTo("too-many-attempts");
  }

  @Test
  void anUnusedSessionEnds() {
    var browser = logIn("agent");
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("update user_session set expires_at = now() - interval '1 second'")
                    .update());
    // What the server has just recognised it believes for a moment.
    await().atMost(BELIEVED).until(() -> browser.get("/api/me").status() == 401);
  }

  @Test
  void useKeepsASessionAlive() {
    var browser = logIn("agent");
    age("4 hours", "1 hour");
    await().atMost(BELIEVED).until(() -> used(browser) && isBetween(3.9, 4.0));
  }

  /// Of a log-in that nobody has recognised yet: who was is believed for a moment.
  @Test
  void useKeepsASessionAliveNotForEver() {
    var browser = logIn("agent");
    age("18 hours", "1 hour");
    await().atMost(BELIEVED).until(() -> used(browser) && isBetween(1.9, 2.0));
  }

  private void age(String created, String used) {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql(
                        "update user_session set created_at = now() - ?::interval, last_used_at ="
                            + " now() - ?::interval")
                    .params(created, used)
                    .update());
  }

  private static boolean used(TestBrowser browser) {
    return browser.get("/api/me").status() == 200;
  }

  private boolean isBetween(double least, double most) {
    double hours = hoursLeft();
    return least <= hours && hours <= most;
  }

  private double hoursLeft() {
    return TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("select extract(epoch from expires_at - now()) / 3600 from user_session")
                    .query(Double.class)
                    .single());
  }

  @Test
  void beyondTwentySessionsTheOneUnusedLongestMakesRoom() {
    var first = logIn("agent");
    var cookies = new ArrayList<String>();
    for (int i = 0; i < SessionLimits.PER_USER; i++) cookies.add(logIn("agent").cookie());
    first.get("/api/me").expect(401);
    for (var cookie : cookies) stranger().cookie(cookie).get("/api/me").expect(200);
  }

  @Test
  void theDatabaseDoesNotHoldTheSecretOfTheCookie() {
    var cookie = String.valueOf(logIn("agent").cookie());
    var secret = cookie.substring(cookie.indexOf('.') + 1);
    var rows =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    db.sql("select encode(token_hash, 'escape') || s::text from user_session s")
                        .query(String.class)
                        .list());
    assertThat(rows.toString()).doesNotContain(secret);
  }

  @Test
  void aUserChoosesHisLanguage() {
    var browser = logIn("agent");
    browser.put("/api/me/language", Map.of("language", "ar")).expect(204);
    assertThat(browser.get("/api/me").body().path("language").asString()).isEqualTo("ar");
    assertThat(browser.put("/api/me/language", Map.of("language", "xx")).expect(422).problem())
        .isEqualTo("language-unknown");
  }
}
