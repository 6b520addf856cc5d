package org.hiwar.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.limit.Limit;
import org.junit.jupiter.api.Test;

class LoginTest extends ApiTest {
  @Test
  void whoLogsInIsToldWhoHeIsAndWhatHeMay() {
    var me =
        stranger().logIn(workspace.slug(), " Agent ", TestWorkspace.PASSWORD).expect(200).body();
    assertThat(me.path("login").asString()).isEqualTo("agent");
    assertThat(me.path("id").isString()).isTrue();
    assertThat(me.path("roles").toString()).isEqualTo("[\"AGENT\"]");
    assertThat(me.path("privileges").toString())
        .contains("WORK_AT_DESK")
        .doesNotContain("MANAGE_USERS");
    assertThat(me.path("workspace").path("slug").asString()).isEqualTo(workspace.slug());
    assertThat(me.path("team").isNull()).isTrue();
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
    var answer = stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD);
    assertThat(answer.response().headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("hiwar_session=" + workspace.id() + ".")
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/");
  }

  @Test
  void aWrongPasswordAnUnknownUserAndAnUnknownWorkspaceLookTheSame() {
    var wrong = stranger().logIn(workspace.slug(), "agent", "not the password");
    var unknown = stranger().logIn(workspace.slug(), "nobody", "not the password");
    var elsewhere = stranger().logIn("nowhere", "agent", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("wrong-credentials");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(elsewhere.body()).isEqualTo(wrong.body());
    assertThat(unknown.status()).isEqualTo(elsewhere.status()).isEqualTo(401);
  }

  @Test
  void afterTooManyWrongPasswordsEvenTheRightOneHasToWait() {
    for (int i = 0; i < Limit.FAILED_LOGINS_OF_NAME.most(); i++)
      stranger().logIn(workspace.slug(), "agent", "guess " + i).expect(401);
    var refused = stranger().logIn(workspace.slug(), "agent", TestWorkspace.PASSWORD).expect(429);
    assertThat(refused.problem()).isEqualTo("too-many-attempts");
    assertThat(refused.body().path("retryAfterMs").asLong()).isPositive();
    assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    stranger().logIn(workspace.slug(), "supervisor", TestWorkspace.PASSWORD).expect(200);
  }

  @Test
  void aMissingPasswordIsAMistakeOfTheAskerNotOfTheServer() {
    assertThat(stranger().post("/api/login", Map.of("login", "agent")).expect(400).problem())
        .isEqualTo("unreadable");
    assertThat(
            stranger()
                .post("/api/login", "{\"login\":null,\"password\":\"x\"}")
                .expect(400)
                .problem())
        .isEqualTo("unreadable");
    assertThat(stranger().post("/api/login", "[").expect(400).problem()).isEqualTo("unreadable");
  }

  @Test
  void aNameThatNobodyCanHaveIsWrongLikeAnyOther() {
    for (var name : new String[] {"", "a\u0001b", "ليلى", "' or 1=1 --", "x".repeat(200)}) {
      assertThat(stranger().logIn(workspace.slug(), name, "not the password").expect(401).problem())
          .isEqualTo("wrong-credentials");
      assertThat(
              stranger()
                  .logIn(name.isEmpty() ? "-" : name, "agent", "not the password")
                  .expect(401)
                  .problem())
          .isEqualTo("wrong-credentials");
    }
    assertThat(
            stranger()
                .logIn(workspace.slug(), "x".repeat(201), "not the password")
                .expect(413)
                .problem())
        .isEqualTo("name-too-long");
  }

  @Test
  void withoutLoggingInNothingIsSaid() {
    assertThat(stranger().get("/api/me").expect(401).problem()).isEqualTo("not-logged-in");
    assertThat(stranger().get("/api/no-such-thing").expect(401).problem())
        .isEqualTo("not-logged-in");
    assertThat(
            stranger()
                .cookie(workspace.id() + "." + "A".repeat(43))
                .get("/api/me")
                .expect(401)
                .problem())
        .isEqualTo("not-logged-in");
    assertThat(stranger().cookie("nonsense").get("/api/me").expect(401).problem())
        .isEqualTo("not-logged-in");
  }
}
