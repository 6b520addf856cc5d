package org.hiwar.chat;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.Line;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.VisitorClient;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Setting up the chats of web pages.
class ChatEntriesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SITE = "https://shop.example";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final AgentClient administrator = shop.administrator("admin");

  @AfterEach
  void close() {
    administrator.close();
  }

  @Test
  void aChatIsMadeChangedAndTakenAwayAndTheNextPageSeesIt() {
    var made = make(_ -> {}).ok().body();
    assertThat(made.get("origins").get(0).asString()).isEqualTo(SITE);
    var page = page("help");
    assertThat(page.at("/title/ar").asString()).isEqualTo("المساعدة");
    assertThat(page.at("/form/email").asString()).isEqualTo("REQUIRED");
    assertThat(page.get("side").asString()).isEqualTo("START");

    var changed = change(made, wish -> wish.withObject("/en").put("greeting", "Good day")).ok();
    assertThat(page("help").at("/greeting/en").asString()).isEqualTo("Good day");
    assertThat(change(made, _ -> {}).problem()).as("looked at before").isEqualTo("changed");
    assertThat(administrator.get("/api/chat-entries").ok().body()).hasSize(2);

    var path = "/api/chat-entries/" + changed.body().get("id").asString();
    assertThat(administrator.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(asked("help").status()).isEqualTo(404);
    assertThat(administrator.send("DELETE", path, null).problem()).isEqualTo("not-found");
    assertThat(audit())
        .containsExactly("chat-entry.created", "chat-entry.changed", "chat-entry.removed");
  }

  @Test
  void whatIsWrongIsSaidOfItsField() {
    var wrong =
        Map.<String, Consumer<ObjectNode>>ofEntries(
            Map.entry("name-invalid", wish -> wish.put("name", " ")),
            Map.entry("entry-slug-invalid", wish -> wish.put("slug", "مساعدة")),
            Map.entry("entry-slug-taken", wish -> wish.put("slug", ChatWorkspace.ENTRY)),
            Map.entry("entry-service-unknown", wish -> wish.put("service", voice())),
            Map.entry("service-unknown", wish -> wish.put("calls", shop.service())),
            Map.entry("entry-language-unknown", wish -> wish.put("language", "tlh")),
            Map.entry(
                "entry-origin-invalid", wish -> wish.withArray("/origins").add("ftp://x.example")),
            Map.entry(
                "entry-title-invalid", wish -> wish.withObject("/en").put("title", "x".repeat(61))),
            Map.entry(
                "entry-text-invalid",
                wish -> wish.withObject("/ar").put("greeting", "x".repeat(501))),
            Map.entry(
                "entry-colour-invalid", wish -> wish.withObject("/look").put("accent", "teal")),
            Map.entry(
                "entry-colour-faint", wish -> wish.withObject("/look").put("accent", "#ffd54a")));
    wrong.forEach((code, fault) -> assertThat(make(fault).problem()).as(code).isEqualTo(code));
    assertThat(administrator.get("/api/chat-entries").ok().body()).hasSize(1);
  }

  @Test
  void onlyTheSitesThatAreNamedNowOpenIt() throws Exception {
    var made = make(_ -> {}).ok().body();
    assertThat(allowed(SITE)).isTrue();
    assertThat(allowed("https://other.example")).isFalse();
    open(SITE).abort();
    assertThatThrownBy(() -> open("https://other.example")).hasStackTraceContaining("403");

    change(made, wish -> wish.withArray("/origins").removeAll().add("other.example/shop")).ok();
    assertThat(allowed(SITE)).isFalse();
    assertThat(allowed("https://other.example")).isTrue();
    open("https://other.example").abort();
    assertThatThrownBy(() -> open(SITE)).hasStackTraceContaining("403");
  }

  @Test
  void thePageKnowsWhetherSomebodyIsThere() {
    make(wish -> {
          wish.put("away", "MESSAGE").put("language", "en");
          wish.withObject("/en").put("closed", "Back at nine");
        })
        .ok();
    assertThat(page("help").get("open").asBoolean()).isFalse();
    assertThat(page("help").at("/closed/en").asString()).isEqualTo("Back at nine");
    assertThat(page(ChatWorkspace.ENTRY).get("open").asBoolean()).as("here they wait").isTrue();
    try (var agent = shop.agent("sam", "en");
        var window = agent.openDesk()) {
      Await.until(() -> page("help").get("open").asBoolean());
      window.close();
      agent.leaveFloor().ok();
      Await.until(() -> !page("help").get("open").asBoolean());
    }
  }

  /// The page was opened before the hours begin, and before they are over.
  @Test
  void outsideItsHoursAServiceTakesMessagesAndThePageHearsWhenTheyBegin() {
    closedToday();
    make(wish -> wish.put("language", "en")).ok();
    Await.until(() -> !page("help").get("open").asBoolean());
    var closed = page("help");
    assertThat(Instant.parse(closed.get("opens").asString())).isAfter(Instant.now());
    assertThat(closed.get("zone").asString()).isEqualTo("Asia/Damascus");
    try (var visitor = visitor();
        var agent = shop.agent("sam", "en");
        var _ = agent.openDesk()) {
      visitor.connect();
      Await.until(() -> isTold(visitor, false));
      agent.ready().ok();
      var stored = visitor.say("A page that does not know it");
      assertThat(agent.snapshot().at("/me/login").asString()).isEqualTo("sam");
      assertThat(stored.get("type").asString()).isEqualTo("stored");
      Await.until(() -> strings(LEFT).equals(List.of("true")));
      Await.until(() -> agent.snapshot().toString().contains("\"messageLeft\":true"));

      promises().set(shop.workspace(), ServiceId.of(shop.service()), usual());
      Await.until(() -> isTold(visitor, true));
      assertThat(page("help").get("open").asBoolean()).isTrue();
      assertThat(page("help").get("opens").isNull()).isTrue();
    }
    try (var other = visitor()) {
      other.connect();
      other.say("Now it is open");
      assertThat(strings(LEFT)).containsExactlyInAnyOrder("true", "false");
    }
  }

  private static final String LEFT = "select message_left::text from interaction order by id";

  private static boolean isTold(VisitorClient visitor, boolean open) {
    var told = visitor.heard("doors");
    return !told.isEmpty() && told.getLast().get("open").asBoolean() == open;
  }

  private static ServicePromiseStore promises() {
    return RunningHiwar.bean(ServicePromiseStore.class);
  }

  private static ServicePromise usual() {
    return ServicePromise.usual(ZoneId.of("Asia/Damascus"));
  }

  /// Whatever day the test is run on, and over midnight.
  private void closedToday() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var closed = new Holidays(today.minusDays(2).datesUntil(today.plusDays(3)).collect(toSet()));
    var usual = usual();
    promises()
        .set(
            shop.workspace(),
            ServiceId.of(shop.service()),
            new ServicePromise(
                new CentreHours(usual.hours().zone(), List.of(), closed),
                usual.closed(),
                usual.silence(),
                usual.percent(),
                usual.within()));
  }

  @Test
  void theSecretOfASiteIsToldOnceAndGone() {
    var entry = make(_ -> {}).ok().body();
    var path = "/api/chat-entries/" + entry.get("id").asString() + "/identity";
    var secret = administrator.send("POST", path, null).ok().body().get("secret").asString();
    assertThat(secret).hasSize(43);
    assertThat(administrator.get("/api/chat-entries").body().toString()).doesNotContain(secret);
    assertThat(strings("select identity_secret from chat_entry where slug = 'help'"))
        .singleElement()
        .asString()
        .doesNotContain(secret);
    assertThat(change(entry, _ -> {}).ok().body().get("attests").asBoolean()).isTrue();
    assertThat(administrator.send("POST", path, null).ok().body().get("secret").asString())
        .isNotEqualTo(secret);
    assertThat(administrator.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(strings("select slug from chat_entry where identity_secret is not null")).isEmpty();
    assertThat(strings("select detail::text from audit_event").toString()).doesNotContain(secret);
  }

  /// The page was opened before.
  @Test
  void aChatThatIsBegunLaterGoesWhereTheEntryLeadsNow() {
    var made = make(wish -> wish.put("language", "en")).ok().body();
    try (var visitor = visitor();
        var agent = shop.agent("sam", "en")) {
      visitor.connect();
      var path = "/api/chat-entries/" + made.get("id").asString();
      assertThat(administrator.send("DELETE", path, null).status()).isEqualTo(204);
      var refused = visitor.say(UUID.randomUUID(), "hello").orTimeout(30, TimeUnit.SECONDS).join();
      assertThat(refused.get("code").asString()).isEqualTo("entry-closed");
      assertThat(agent.snapshot().at("/conversations")).isEmpty();
    }
  }

  @Test
  void nameEmailAndNumberAreKeptAsSaid() {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      visitor
          .line()
          .send(
              JsonMapper.shared()
                  .createObjectNode()
                  .put("type", "send")
                  .put("id", UUID.randomUUID().toString())
                  .put("text", "hello")
                  .put("name", "Mona")
                  .put("address", "mona@example.com")
                  .put("phone", "+963112345678")
                  .toString());
      Await.until(() -> !visitor.heard("stored").isEmpty());
      assertThat(claimed()).containsExactly("+963112345678", "mona@example.com");
    }
  }

  private VisitorClient visitor() {
    return new VisitorClient(URI.create(RunningHiwar.origin()), shop.slug(), "help", "en", _ -> {});
  }

  private String voice() {
    return shop.voice().toString();
  }

  private ObjectNode wish() {
    var wish =
        JsonMapper.shared()
            .createObjectNode()
            .put("name", "Help")
            .put("slug", "help")
            .put("service", shop.service())
            .put("language", "ar")
            .put("away", "WAIT")
            .put("calls", voice())
            .put("files", true);
    wish.putArray("origins").add("SHOP.example:443/start");
    wish.putObject("en").put("title", "Help").put("greeting", "Hello").put("closed", "");
    wish.putObject("ar").put("title", "المساعدة").put("greeting", "أهلًا").put("closed", "");
    wish.putObject("look").put("accent", "#0D5C63").put("side", "START");
    wish.putObject("form").put("name", "NO").put("email", "REQUIRED").put("phone", "OPTIONAL");
    return wish;
  }

  private AgentClient.Answer make(Consumer<ObjectNode> but) {
    var wish = wish();
    but.accept(wish);
    return administrator.send("POST", "/api/chat-entries", wish);
  }

  private AgentClient.Answer change(JsonNode entry, Consumer<ObjectNode> to) {
    var wish = wish();
    to.accept(wish);
    var change =
        JsonMapper.shared().createObjectNode().put("version", entry.get("version").asLong());
    change.set("entry", wish);
    return administrator.send("PUT", "/api/chat-entries/" + entry.get("id").asString(), change);
  }

  private AgentClient.Answer asked(String entry) {
    return administrator.get("/api/chat/" + shop.slug() + "/" + entry);
  }

  private JsonNode page(String entry) {
    return asked(entry).ok().body();
  }

  private boolean allowed(String origin) throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(RunningHiwar.origin() + "/api/chat/" + shop.slug() + "/help"))
            .header("Origin", origin)
            .build();
    var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return answer
        .headers()
        .firstValue("Access-Control-Allow-Origin")
        .filter(origin::equals)
        .isPresent();
  }

  private Line open(String origin) {
    var socket =
        URI.create(
            "ws"
                + RunningHiwar.origin().substring(4)
                + "/api/chat/"
                + shop.slug()
                + "/help/socket");
    return Line.open(HTTP, socket, Map.of("Origin", origin), _ -> {});
  }

  private List<String> audit() {
    return strings("select what from audit_event where what like 'chat-entry%' order by id");
  }

  private List<String> claimed() {
    return strings("select value from contact_address where trust = 'CLAIMED' order by value");
  }

  private List<String> strings(String query) {
    return TestDatabase.database()
        .in(shop.workspace().value(), db -> db.sql(query).query(String.class).list());
  }
}
