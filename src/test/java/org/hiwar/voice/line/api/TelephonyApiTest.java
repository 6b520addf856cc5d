package org.hiwar.voice.line.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.line.OwnPlace;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TelephonyApiTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");
  private final String calls = service("Orders by phone", Medium.VOICE);

  private String service(String name, Medium medium) {
    var id = new ServiceId(TestDatabase.ids().next());
    var some = Duration.ofMinutes(1);
    RunningHiwar.bean(ServiceStore.class)
        .add(
            workspaceId(),
            new Service(
                id, name, medium, false, some, some, some, false, some, some, some, some, false));
    return id.toString();
  }

  private static Map<String, Object> provider() {
    var trunk = new LinkedHashMap<String, Object>();
    trunk.put("name", "Provider");
    trunk.put("position", 1);
    trunk.put("host", "sip.example.com");
    trunk.put("port", 5060);
    trunk.put("transport", "UDP");
    trunk.put("user", "hiwar");
    trunk.put("password", "olive-tree");
    trunk.put("registers", true);
    trunk.put("checked", true);
    trunk.put("followsRedirects", false);
    trunk.put("alsoFrom", List.of("192.0.2.7"));
    return trunk;
  }

  private static Map<String, Object> with(String field, @Nullable Object value) {
    var trunk = provider();
    trunk.put(field, value);
    return trunk;
  }

  private String trunk() {
    return administrator.post("/api/trunks", provider()).expect(201).body().path("id").asString();
  }

  private String refused(Map<String, Object> trunk) {
    return administrator.post("/api/trunks", trunk).expect(422).problem();
  }

  @Test
  void aTrunkIsKeptAndItsPasswordNeverComesOut() {
    var id = trunk();
    var all = administrator.get("/api/trunks").expect(200).body();
    assertThat(all.path(0).path("user").asString()).isEqualTo("hiwar");
    assertThat(all.toString()).doesNotContain("olive-tree");

    var renamed = with("name", "Other");
    renamed.put("password", null);
    var answer = administrator.put("/api/trunks/" + id, renamed).expect(200).body();
    assertThat(answer.path("name").asString()).isEqualTo("Other");
    assertThat(answer.toString()).doesNotContain("olive-tree");
    var kept =
        RunningHiwar.bean(TrunkStore.class)
            .find(workspaceId(), TrunkId.of(id))
            .orElseThrow()
            .trunk()
            .credentials();
    assertThat(kept).isNotNull();
    if (kept != null) assertThat(kept.password()).isEqualTo("olive-tree");
    assertThat(audited()).contains("trunk.created", "trunk.changed").doesNotContain("olive-tree");
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

  @Test
  void whatIsWrongWithATrunkIsSaidInASentence() {
    assertThat(refused(with("name", "\n"))).isEqualTo("name-invalid");
    for (var host :
        new String[] {"", "sip:example.com", "a b", "example.com:5060", "-x", "a".repeat(254)})
      assertThat(refused(with("host", host))).as(host).isEqualTo("host-invalid");
    assertThat(refused(with("port", 0))).isEqualTo("port-invalid");
    assertThat(refused(with("user", null))).isEqualTo("user-needed");
    assertThat(refused(with("password", null))).isEqualTo("password-needed");
    assertThat(refused(with("password", "a\r\nb"))).isEqualTo("credentials-invalid");
    assertThat(refused(with("alsoFrom", List.of("?")))).isEqualTo("further-host-invalid");
    var open = with("user", null);
    open.put("password", null);
    assertThat(refused(open)).isEqualTo("credentials-needed");
    trunk();
    assertThat(administrator.post("/api/trunks", provider()).expect(409).problem())
        .isEqualTo("trunk-taken");
  }

  private static Map<String, Object> unregistered(String name, String host, String... alsoFrom) {
    var trunk = with("name", name);
    trunk.put("host", host);
    trunk.put("registers", false);
    trunk.put("alsoFrom", List.of(alsoFrom));
    return trunk;
  }

  @Test
  void twoTrunksWhoseCallsCouldNotBeToldApartAreRefused() {
    administrator.post("/api/trunks", unregistered("First", "sip.example.com")).expect(201);
    for (var same :
        List.of(
            unregistered("Second", "SIP.example.com."),
            unregistered("Second", "sip.example.org", "sip.example.com")))
      assertThat(administrator.post("/api/trunks", same).expect(409).problem())
          .isEqualTo("trunk-address-taken");

    administrator.post("/api/trunks", with("name", "Registered")).expect(201);
    assertThat(administrator.post("/api/trunks", with("name", "Again")).expect(409).problem())
        .isEqualTo("trunk-user-taken");
    var other = with("name", "Another account");
    other.put("user", "another");
    administrator.post("/api/trunks", other).expect(201);

    var elsewhere = unregistered("Second", "sip.example.org");
    var id =
        administrator
            .post("/api/trunks", elsewhere)
            .expect(201)
            .body()
            .path("id")
            .asString();
    elsewhere.put("port", 5070);
    administrator.put("/api/trunks/" + id, elsewhere).expect(200);
    elsewhere.put("host", "sip.example.com");
    assertThat(administrator.put("/api/trunks/" + id, elsewhere).expect(409).problem())
        .isEqualTo("trunk-address-taken");
  }

  @Test
  void whatAProviderOrATelephoneHasToBeToldIsSaid() {
    var address = administrator.get("/api/telephony-address").expect(200).body();
    assertThat(address.path("port").asInt())
        .isEqualTo(RunningHiwar.bean(SipEndpoint.class).address().getPort());
    assertThat(address.path("transports").toString()).isEqualTo("[\"UDP\",\"TCP\"]");
    var place = RunningHiwar.bean(OwnPlace.class);
    assertThat(address.path("host").asString()).isEqualTo(place.advertised().getHostAddress());
    assertThat(address.path("firstMediaPort").asInt()).isEqualTo(place.media().first());
    assertThat(address.path("lastMediaPort").asInt()).isEqualTo(place.media().last());
    assertThat(address.path("onlyHere").asBoolean()).isTrue();
    logIn("agent").get("/api/telephony-address").expect(403);
  }

  private TestBrowser.Answer number(String trunk, String number, String service) {
    return administrator.post(
        "/api/phone-numbers", Map.of("trunk", trunk, "number", number, "service", service));
  }

  @Test
  void aNumberIsKeptAsTheWorldDialsIt() {
    var trunk = trunk();
    var created = number(trunk, "(030) 23125-101", calls).expect(201).body();
    assertThat(created.path("number").asString()).isEqualTo("+493023125101");
    assertThat(number(trunk, "0049 30 23125 101", calls).expect(409).problem())
        .isEqualTo("number-taken");
    assertThat(number(trunk, "101", calls).expect(201).body().path("number").asString())
        .isEqualTo("101");
    assertThat(administrator.delete("/api/trunks/" + trunk).expect(409).problem())
        .isEqualTo("trunk-has-numbers");
  }

  @Test
  void whatIsWrongWithANumberIsSaidInASentence() {
    var trunk = trunk();
    for (var wrong : new String[] {"", "abc", "+49 1", "+493023125101;x=y"})
      assertThat(number(trunk, wrong, calls).expect(422).problem())
          .as(wrong)
          .isEqualTo("number-invalid");
    assertThat(number(trunk, "112", calls).expect(422).problem()).isEqualTo("number-emergency");
    assertThat(number("4711", "101", calls).expect(422).problem()).isEqualTo("trunk-unknown");
    var chats = service("Orders", Medium.CHAT);
    for (var service : new String[] {"4711", chats})
      assertThat(number(trunk, "101", service).expect(422).problem()).isEqualTo("service-unknown");
  }

  @Test
  void theCallsOfANumberGoElsewhereWhenItIsChanged() {
    var path =
        "/api/phone-numbers/"
            + number(trunk(), "101", calls).expect(201).body().path("id").asString();
    var other = service("Complaints by phone", Medium.VOICE);
    var wish = Map.of("service", other, "language", "ar");
    assertThat(administrator.put(path, wish).expect(422).problem()).isEqualTo("language-unspoken");
    RunningHiwar.bean(SkillStore.class)
        .add(
            workspaceId(),
            new Skill(
                new SkillId(TestDatabase.ids().next()), Skill.Kind.LANGUAGE, "ar", "العربية"));
    var changed = administrator.put(path, wish).expect(200).body();
    assertThat(changed.path("service").asString()).isEqualTo(other);
    assertThat(changed.path("language").asString()).isEqualTo("ar");
    administrator.delete(path).expect(204);
    assertThat(administrator.get("/api/phone-numbers").expect(200).body().isEmpty()).isTrue();
  }

  @Test
  void whereTheCallsOfANumberMayGoIsToldToItsScreen() {
    service("Orders", Medium.CHAT);
    for (var language : new String[] {"en", "ar"})
      RunningHiwar.bean(SkillStore.class)
          .add(
              workspaceId(),
              new Skill(
                  new SkillId(TestDatabase.ids().next()), Skill.Kind.LANGUAGE, language, language));
    var choices = administrator.get("/api/phone-numbers/choices").expect(200).body();
    assertThat(choices.path("services").size()).isEqualTo(1);
    assertThat(choices.path("services").path(0).path("id").asString()).isEqualTo(calls);
    assertThat(choices.path("services").path(0).path("name").asString())
        .isEqualTo("Orders by phone");
    assertThat(choices.path("languages").toString()).isEqualTo("[\"ar\",\"en\"]");
    logIn("agent").get("/api/phone-numbers/choices").expect(403);
  }

  @Test
  void aServiceShowsANumberThatThenStays() {
    var number = number(trunk(), "101", calls).expect(201).body().path("id").asString();
    var path = "/api/services/" + calls + "/voice";
    assertThat(administrator.get(path).expect(200).body().path("recording").asString())
        .isEqualTo("ANNOUNCED");
    administrator.put(path, Map.of("callerId", number, "recording", "OFF")).expect(200);
    assertThat(administrator.get(path).expect(200).body().path("callerId").asString())
        .isEqualTo(number);
    assertThat(administrator.delete("/api/phone-numbers/" + number).expect(409).problem())
        .isEqualTo("number-shown");
    assertThat(
            administrator
                .put(path, Map.of("callerId", "4711", "recording", "ON"))
                .expect(422)
                .problem())
        .isEqualTo("number-unknown");
    var chats = service("Orders", Medium.CHAT);
    assertThat(administrator.get("/api/services/" + chats + "/voice").expect(422).problem())
        .isEqualTo("service-not-called");
  }

  @Test
  void whatCallersAreToldWhileTheyWaitIsSetByService() {
    var path = "/api/services/" + calls + "/voice";
    var usual = administrator.get(path).expect(200).body();
    assertThat(usual.path("announce").asString()).isEqualTo("NOTHING");
    assertThat(usual.path("announceEvery").asInt()).isEqualTo(45);
    var wait = Map.of("recording", "OFF", "announce", "WAIT", "announceEvery", 60);
    administrator.put(path, wait).expect(200);
    administrator.put(path, Map.of("recording", "ON")).expect(200);
    var now = administrator.get(path).expect(200).body();
    assertThat(now.path("announce").asString()).as("not named, not changed").isEqualTo("WAIT");
    assertThat(now.path("announceEvery").asInt()).isEqualTo(60);
    for (int seconds : new int[] {19, 601})
      assertThat(
              administrator
                  .put(path, Map.of("recording", "OFF", "announceEvery", seconds))
                  .expect(422)
                  .problem())
          .isEqualTo("announce-every-invalid");
  }

  private static Map<String, Object> limits(String country, int calls, String... open) {
    return Map.of(
        "country",
        country,
        "openCountries",
        Arrays.asList(open),
        "opensPremium",
        false,
        "opensLocal",
        false,
        "callsAMinute",
        calls,
        "callsAtOnce",
        5);
  }

  @Test
  void premiumAndForeignNumbersAreClosedUntilAnAdministratorOpensThem() {
    var usual = administrator.get("/api/call-limits").expect(200).body();
    assertThat(usual.path("opensPremium").asBoolean()).isFalse();
    assertThat(usual.path("openCountries").isEmpty()).isTrue();
    administrator.put("/api/call-limits", limits("SY", 7, "LB", "001")).expect(200);
    var set = administrator.get("/api/call-limits").expect(200).body();
    assertThat(set.path("country").asString()).isEqualTo("SY");
    assertThat(set.path("openCountries").toString()).isEqualTo("[\"001\",\"LB\"]");
    assertThat(audited()).contains("call-limits.changed");
    assertThat(administrator.get("/api/call-limits/destinations").expect(200).body().toString())
        .contains("\"001\"", "\"SY\"", "\"LB\"")
        .doesNotContain("ZZ");
    for (var wrong :
        List.of(limits("sy", 7), limits("ZZ", 7), limits("SY", 7, "Lebanon"), limits("001", 7)))
      assertThat(administrator.put("/api/call-limits", wrong).expect(422).problem())
          .isEqualTo("country-unknown");
    assertThat(administrator.put("/api/call-limits", limits("SY", -1)).expect(422).problem())
        .isEqualTo("limit-invalid");
  }
}
