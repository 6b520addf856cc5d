package org.hiwar.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.junit.jupiter.api.Test;

class DemoPasswordTest extends ApiTest {
  @Test
  void aSessionOfADemoPasswordIsWorthNothingOnceOthersCanReachTheServer() {
    var cookie = String.valueOf(logIn("agent").cookie());
    assertThat(live(cookie, true)).isTrue();
    assertThat(live(cookie, false)).isTrue();
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> db.sql("update app_user set demo_password = true").update());
    assertThat(live(cookie, true)).isTrue();
    assertThat(live(cookie, false)).isFalse();
  }

  private static boolean live(String cookie, boolean demoPasswords) {
    var token = SessionToken.parse(cookie).orElseThrow();
    var store = new SessionStore(TestDatabase.database(), new AccessPolicy(demoPasswords));
    return store.live(token.workspace(), token.hash(), Instant.now()).isPresent();
  }

  @Test
  void aPasswordOfOnesOwnIsNoDemoPasswordAnyMore() {
    var browser = logIn("agent");
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> db.sql("update app_user set demo_password = true").update());
    browser
        .post(
            "/api/me/password",
            Map.of("current", TestWorkspace.PASSWORD, "next", "olive tree on the hill"))
        .expect(204);
    assertThat(live(String.valueOf(browser.cookie()), false)).isTrue();
  }
}
