package org.hiwar.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hiwar.Requirement;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.postcard.PostcardChannel;
import org.hiwar.testchannel.TestChannel;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChannelAccountsApiTest extends ApiTest {
  private static final String PATH = "/api/channel-accounts";

  private final TestBrowser administrator = logIn("administrator");
  private final String post = service("Post", Medium.CHAT);
  private final String mail = service("Mail", Medium.EMAIL);

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

  private Map<String, Object> account() {
    var account = new LinkedHashMap<String, Object>();
    account.put("name", "Post office");
    account.put("address", " Box 1 ");
    account.put("service", post);
    account.put("language", null);
    account.put("settings", Map.of("host", "here", "code", "olive-tree", "pages", "3"));
    account.put("enabled", true);
    return account;
  }

  private Map<String, Object> with(String field, @Nullable Object value) {
    var account = account();
    account.put(field, value);
    return account;
  }

  private Map<String, Object> withSetting(String name, @Nullable String value) {
    var settings = new HashMap<String, Object>(Map.of("host", "here", "code", "olive-tree"));
    settings.put(name, value);
    if (value == null) settings.remove(name);
    return with("settings", settings);
  }

  private JsonNode create(Map<String, Object> account) {
    return administrator.post(PATH, fresh(account)).expect(201).body();
  }

  private static Map<String, Object> fresh(Map<String, Object> account) {
    return Map.of("channel", PostcardChannel.NAME, "account", account);
  }

  private String refused(Map<String, Object> account) {
    return administrator.post(PATH, fresh(account)).expect(422).problem();
  }

  private static String idOf(JsonNode account) {
    return account.path("id").asString();
  }

  @Test
  void theKindsAreToldWithWhatTheyAskFor() {
    var all = administrator.get("/api/channels").expect(200).body();
    var postcard =
        all.path("channels")
            .valueStream()
            .filter(one -> one.path("name").asString().equals(PostcardChannel.NAME))
            .findFirst()
            .orElseThrow();
    assertThat(postcard.path("capabilities").path("medium").asString()).isEqualTo("CHAT");
    assertThat(postcard.path("settings").valueStream().map(one -> one.path("kind").asString()))
        .containsExactly("TEXT", "SECRET", "NUMBER", "FLAG", "CHOICE");
    assertThat(postcard.path("services").valueStream().map(one -> one.path("id").asString()))
        .containsExactly(post);
  }

  /// Decision 15: what is not there is on no screen.
  @Test
  @Requirement("S0-45")
  void theChannelsOfferedAreThoseThatThereAre() throws IOException {
    var offered =
        administrator
            .get("/api/channels")
            .expect(200)
            .body()
            .path("channels")
            .valueStream()
            .map(one -> one.path("name").asString())
            .filter(name -> !name.equals(PostcardChannel.NAME) && !name.equals(TestChannel.NAME))
            .toList();
    assertThat(offered)
        .containsExactlyInAnyOrder("email", "sms", "telegram", "webhook", "whatsapp");
    var desktop = Path.of("web/desktop/src");
    assertThat(named("(?m)^  (\\w+): '[A-Z]+',$", desktop.resolve("writing/kinds.ts")))
        .as("kinds that the desktop knows by name")
        .containsExactlyInAnyOrder("web", "sms", "email", "whatsapp", "telegram");
    for (var language : List.of("en", "ar")) {
      var words = Files.readString(desktop.resolve("i18n/" + language + ".json"));
      assertThat(words)
          .doesNotContainIgnoringCase("facebook")
          .doesNotContainIgnoringCase("viber")
          .doesNotContain("فيسبوك", "فايبر");
      assertThat(named("\"channel\\.(\\w+)\":", desktop.resolve("i18n/" + language + ".json")))
          .containsAll(List.of("web", "sms", "email", "whatsapp", "telegram", "messenger"))
          .doesNotContain("facebook", "viber", "line", "video");
    }
  }

  private static Set<String> named(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void anAccountIsKeptAndItsSecretNeverComesOut() {
    var made = create(account());
    assertThat(made.path("address").asString()).isEqualTo("box 1");
    assertThat(made.path("settings").toString()).isEqualTo("{\"host\":\"here\",\"pages\":\"3\"}");
    assertThat(made.path("secrets").toString()).isEqualTo("[\"code\"]");

    var renamed = withSetting("code", null);
    renamed.put("name", "Other");
    var changed =
        administrator
            .put(PATH + "/" + idOf(made), Map.of("version", 1, "account", renamed))
            .expect(200)
            .body();
    assertThat(changed.path("name").asString()).isEqualTo("Other");
    assertThat(changed.path("version").asLong()).isEqualTo(2);
    var all = administrator.get(PATH).expect(200).body();
    for (var answer : List.of(made, changed, all))
      assertThat(answer.toString()).doesNotContain("olive-tree");
    assertThat(
            RunningHiwar.bean(AccountStore.class)
                .find(workspaceId(), AccountId.of(idOf(made)))
                .orElseThrow()
                .settings())
        .isEqualTo(Map.of("host", "here", "code", "olive-tree"));
    assertThat(audited())
        .contains("channel-account.created", "channel-account.changed")
        .doesNotContain("olive-tree");
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
  void whatIsWrongIsSaidInASentence() {
    assertThat(refused(with("name", " "))).isEqualTo("name-invalid");
    assertThat(refused(with("name", "a\nb"))).isEqualTo("name-invalid");
    assertThat(refused(with("address", "nowhere"))).isEqualTo("account-address-invalid");
    assertThat(refused(with("service", mail))).isEqualTo("account-service-unknown");
    assertThat(refused(with("service", "1"))).isEqualTo("account-service-unknown");
    assertThat(refused(with("language", "tlh"))).isEqualTo("language-unspoken");
    assertThat(refused(withSetting("host", null))).isEqualTo("setting-missing");
    assertThat(refused(withSetting("code", null))).isEqualTo("setting-missing");
    assertThat(refused(withSetting("code", ""))).isEqualTo("setting-missing");
    assertThat(refused(withSetting("host", "a\u0007b"))).isEqualTo("setting-invalid");
    assertThat(refused(withSetting("pages", "many"))).isEqualTo("setting-invalid");
    assertThat(refused(withSetting("stamped", "yes"))).isEqualTo("setting-invalid");
    assertThat(refused(withSetting("colour", "red"))).isEqualTo("setting-invalid");
    assertThat(refused(withSetting("weight", "1"))).isEqualTo("setting-unknown");
    assertThat(
            administrator
                .post(PATH, Map.of("channel", "pigeon", "account", account()))
                .expect(422)
                .problem())
        .isEqualTo("channel-unknown");
    assertThat(administrator.get(PATH).expect(200).body()).isEmpty();
  }

  @Test
  void twoAccountsDoNotShareAnAddress() {
    create(account());
    assertThat(administrator.post(PATH, fresh(account())).expect(409).problem())
        .isEqualTo("account-address-taken");
    var second = create(with("address", "box 2"));
    var change = Map.of("version", 1, "account", account());
    assertThat(administrator.put(PATH + "/" + idOf(second), change).expect(409).problem())
        .isEqualTo("account-address-taken");
  }

  @Test
  void whoeverLookedAtAnOldOneIsToldSo() {
    var path = PATH + "/" + idOf(create(account()));
    var change = Map.of("version", 1, "account", with("enabled", false));
    administrator.put(path, change).expect(200);
    assertThat(administrator.put(path, change).expect(409).problem()).isEqualTo("changed");
  }

  @Test
  void oneThatIsRemovedIsGoneAndItsAddressFree() {
    var path = PATH + "/" + idOf(create(account()));
    administrator.delete(path).expect(204);
    administrator.delete(path).expect(404);
    administrator.post(path + "/test", Map.of()).expect(404);
    assertThat(administrator.get(PATH).expect(200).body()).isEmpty();
    create(account());
    assertThat(audited()).contains("channel-account.removed");
  }

  @Test
  void anAccountIsTriedAndWhatWasFoundIsTold() {
    var good = tried(create(account()));
    assertThat(good.path("works").asBoolean()).isTrue();
    assertThat(good.path("findings").size()).isEqualTo(2);
    var away = withSetting("host", "away");
    away.put("address", "box 2");
    var bad = tried(create(away));
    assertThat(bad.path("works").asBoolean()).isFalse();
    assertThat(bad.path("findings").path(0).path("code").asString()).isEqualTo("no-answer");
    assertThat(bad.path("findings").path(0).path("detail").asString()).isEqualTo("closed");
    var faulty = withSetting("host", "faulty");
    faulty.put("address", "box 3");
    assertThat(tried(create(faulty)).path("findings").path(0).path("code").asString())
        .isEqualTo("failed");
  }

  private JsonNode tried(JsonNode account) {
    return administrator.post(PATH + "/" + idOf(account) + "/test", Map.of()).expect(200).body();
  }
}
