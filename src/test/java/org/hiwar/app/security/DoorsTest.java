package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestWorkspace;
import org.junit.jupiter.api.Test;

class DoorsTest extends ApiTest {
  private final Map<String, String> language = Map.of("language", "ar");

  @Test
  void aCommandFromAnotherSiteIsRefused() {
    var browser = logIn("agent").header("Origin", "https://elsewhere.example");
    assertThat(browser.put("/api/me/language", language).expect(403).problem())
        .isEqualTo("foreign-origin");
    browser.header("Origin", "null").put("/api/me/language", language).expect(403);
    browser.header("Origin", null).put("/api/me/language", language).expect(403);
    browser
        .header("Origin", "http://elsewhere.example")
        .post("/api/login", Map.of("login", "agent", "password", TestWorkspace.PASSWORD))
        .expect(403);
  }

  @Test
  void aCommandWithoutTheHeaderThatNoFormCanSendIsRefused() {
    var browser = logIn("agent").header("X-Hiwar", null);
    assertThat(browser.put("/api/me/language", language).expect(403).problem())
        .isEqualTo("foreign-origin");
    browser.get("/api/me").expect(200);
  }

  @Test
  void everyAnswerCarriesTheHeadersThatProtectABrowser() {
    for (var path : new String[] {"/api/me", "/", "/no-such.file"}) {
      var headers = stranger().get(path).response().headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("script-src 'self';")
          .contains("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }
    assertThat(logIn("agent").get("/api/me").response().headers().firstValue("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void whatIsNotThereIsAProblemLikeAnyOther() {
    var agent = logIn("agent");
    assertThat(agent.get("/api/no-such-thing").expect(404).problem()).isEqualTo("not-found");
    assertThat(agent.delete("/api/me/sessions/nonsense").expect(404).problem())
        .isEqualTo("not-found");
    assertThat(agent.post("/api/me", "{}").expect(405).problem()).isEqualTo("wrong-method");
    assertThat(stranger().get("/no-such.file").expect(404).problem()).isEqualTo("not-found");
    assertThat(stranger().get("/api/me;x=1").status()).isBetween(400, 499);
  }

  @Test
  void aLargeBodyIsRefused() {
    var large = Map.of("current", "x".repeat(200_000), "next", "y");
    assertThat(logIn("agent").post("/api/me/password", large).expect(413).problem())
        .isEqualTo("too-large");
  }

  @Test
  void aRoleWithoutThePrivilegeIsRefused() {
    assertThat(logIn("agent").get("/api/users").expect(403).problem()).isEqualTo("not-allowed");
    assertThat(logIn("supervisor").get("/api/users").expect(403).problem())
        .isEqualTo("not-allowed");
    logIn("administrator").get("/api/users").expect(200);
  }
}
