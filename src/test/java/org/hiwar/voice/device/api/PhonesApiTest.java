package org.hiwar.voice.device.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.voice.device.PhoneBook;
import org.hiwar.voice.sip.RegisteringPhone;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.workspace.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PhonesApiTest extends ApiTest {
  private static final String PASSWORD = "olive tree on the hill";

  private final TestBrowser administrator = logIn("administrator");
  private final String amal = workspace.user("amal", Role.AGENT).toString();
  private final String login = "desk-" + TestDatabase.ids().next();

  private Map<String, @Nullable Object> phone() {
    return with("name", "Amal's desk");
  }

  private Map<String, @Nullable Object> with(String field, @Nullable Object value) {
    var phone = new HashMap<String, @Nullable Object>();
    phone.put("name", "Amal's desk");
    phone.put("user", amal);
    phone.put("login", login);
    phone.put("password", PASSWORD);
    phone.put(field, value);
    return phone;
  }

  private JsonNode added() {
    return administrator.post("/api/phones", phone()).expect(201).body();
  }

  private JsonNode only() {
    return administrator.get("/api/phones").expect(200).body().path(0);
  }

  private static SipEndpoint sip() {
    return RunningHiwar.bean(SipEndpoint.class);
  }

  @Test
  void aPasswordNeverComesOutAndAnotherOneEndsTheRegistration() throws Exception {
    var id = added().path("id").asString();
    assertThat(only().path("user").path("name").asString()).isEqualTo("amal");
    assertThat(only().path("registered").asBoolean()).isFalse();
    assertThat(only().path("address").isNull()).isTrue();
    try (var phone = new RegisteringPhone(sip().address(), login, PASSWORD)) {
      Await.until(() -> only().path("registered").asBoolean());
      assertThat(only().path("address").asString()).isEqualTo(phone.address());

      administrator.put("/api/phones/" + id, with("password", null)).expect(200);
      assertThat(only().path("registered").asBoolean()).isTrue();
      administrator.put("/api/phones/" + id, with("password", "another good one")).expect(200);
      assertThat(only().path("registered").asBoolean()).isFalse();
    }
    var all = administrator.get("/api/phones").expect(200).body().toString();
    assertThat(all + audited()).doesNotContain(PASSWORD).doesNotContain("another good one");
    assertThat(audited()).contains("phone.created", "phone.changed");
  }

  @Test
  void aPhoneThatIsTakenAwayIsGoneFromEverywhere() throws Exception {
    var id = added().path("id").asString();
    var agent = logIn("amal");
    var choice = new HashMap<String, @Nullable Object>();
    choice.put("kind", "PHONE");
    choice.put("phone", id);
    agent.put("/api/device", choice).expect(200);
    try (var _ = new RegisteringPhone(sip().address(), login, PASSWORD)) {
      Await.until(() -> agent.get("/api/device").expect(200).body().path("ready").asBoolean());
      administrator.delete("/api/phones/" + id).expect(204);
      assertThat(sip().phone(login)).isNull();
    }
    assertThat(RunningHiwar.bean(PhoneBook.class).find(login)).isNull();
    var device = agent.get("/api/device").expect(200).body();
    assertThat(device.path("kind").asString()).isEqualTo("BROWSER");
    assertThat(device.path("phones").isEmpty()).isTrue();
    administrator.delete("/api/phones/" + id).expect(404);
  }

  @Test
  void anotherOwnerIsNotCalledWhereTheFirstWas() {
    var id = added().path("id").asString();
    var agent = logIn("amal");
    agent.put("/api/device", Map.of("kind", "PHONE", "phone", id)).expect(200);
    var sami = workspace.user("sami", Role.AGENT).toString();
    administrator.put("/api/phones/" + id, with("user", sami)).expect(200);

    assertThat(agent.get("/api/device").expect(200).body().path("kind").asString())
        .isEqualTo("BROWSER");
    assertThat(agent.put("/api/device", Map.of("kind", "PHONE", "phone", id)).expect(422).problem())
        .isEqualTo("unknown-phone");
    var own = logIn("sami").get("/api/device").expect(200).body().path("phones").path(0);
    assertThat(own.path("name").asString()).isEqualTo("Amal's desk");
  }

  @Test
  void whatIsWrongWithAPhoneIsSaidInASentence() {
    assertThat(refused(with("name", "\n"))).isEqualTo("name-invalid");
    for (var wrong : new String[] {"", "a b", "amal@desk", "a".repeat(65)})
      assertThat(refused(with("login", wrong))).as(wrong).isEqualTo("phone-login-invalid");
    for (var wrong : new String[] {"short", "a\r\nb is two lines", "a".repeat(201)})
      assertThat(refused(with("password", wrong))).isEqualTo("phone-password-invalid");
    assertThat(refused(with("password", null))).isEqualTo("phone-password-needed");
    assertThat(refused(with("user", "4711"))).isEqualTo("user-unknown");
    var id = added().path("id").asString();
    var renamed = with("password", null);
    renamed.put("login", login + "-2");
    assertThat(administrator.put("/api/phones/" + id, renamed).expect(422).problem())
        .isEqualTo("phone-password-needed");
    assertThat(administrator.post("/api/phones", phone()).expect(409).problem())
        .isEqualTo("phone-login-taken");
  }

  /// Phones log in without a word of their workspace.
  @Test
  void aLoginIsTakenInAllWorkspaces() {
    added();
    var other = TestWorkspace.fresh();
    var owner = other.user("omar", Role.AGENT).toString();
    other.user("administrator", Role.ADMINISTRATOR);
    var there = other.logIn("administrator");
    var wish = with("user", owner);
    assertThat(there.post("/api/phones", wish).expect(409).problem())
        .isEqualTo("phone-login-taken");
    wish.put("login", login + "-3");
    var id = there.post("/api/phones", wish).expect(201).body().path("id").asString();
    wish.put("login", login);
    assertThat(there.put("/api/phones/" + id, wish).expect(409).problem())
        .isEqualTo("phone-login-taken");
  }

  private String refused(Map<String, @Nullable Object> phone) {
    return administrator.post("/api/phones", phone).expect(422).problem();
  }

  private String audited() {
    List<String> all =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    db.sql("select what || ' ' || detail::text from audit_event")
                        .query(String.class)
                        .list());
    return String.join("\n", all);
  }
}
