package org.hiwar.messenger.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.ApprovedTemplateStore;
import org.hiwar.messenger.Signatures;
import org.hiwar.messenger.stub.Shown;
import org.hiwar.messenger.stub.StubAccount;
import org.hiwar.messenger.stub.StubFile;
import org.hiwar.messenger.stub.StubMessenger;
import org.hiwar.messenger.stub.StubTemplate;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A customer of WhatsApp and an agent, through the doors: webhook, desk, answer, state.
@Tag("api")
class WhatsAppLifeTest {
  private static final String CUSTOMER = "+963944123456";
  private static final StubAccount AGREED =
      new StubAccount(
          "+963112345678",
          "106540352242922",
          "token",
          "app secret",
          "olive tree",
          List.of(
              new StubTemplate("news", "ar", "خبر من المتجر: {{1}}"),
              new StubTemplate("ready", "ar", "طلبك {{order}} جاهز.")));

  private final ChatWorkspace workspace = ChatWorkspace.fresh();
  private final AgentClient agent = workspace.agent("amal", "en");
  private final AccountId id = new AccountId(TestDatabase.ids().next());
  private final URI webhook = RunningHiwar.uri("/api/webhooks/" + workspace.slug() + "/" + id);
  private final StubMessenger provider = new StubMessenger(AGREED, webhook, Clock.systemUTC());

  @AfterEach
  void stop() {
    provider.close();
    agent.close();
  }

  private void account(boolean enabled) {
    account(enabled, Map.of());
  }

  private void account(boolean enabled, Map<String, String> more) {
    var settings = new HashMap<>(Deliveries.SETTINGS);
    settings.putAll(more);
    settings.putAll(
        Map.of("accessToken", "token", "appSecret", "app secret", "api", provider.api()));
    assertThat(
            RunningHiwar.bean(AccountStore.class)
                .add(
                    new Account(
                        workspace.workspace(),
                        id,
                        "whatsapp",
                        "Shop",
                        "+963112345678",
                        new ServiceId(Long.parseLong(workspace.service())),
                        "en",
                        settings,
                        enabled,
                        1)))
        .isTrue();
  }

  private JsonNode conversation() {
    var all = agent.snapshot().path("conversations");
    return all.isEmpty() ? JsonNodeFactory.instance.missingNode() : all.path(0);
  }

  private JsonNode interaction() {
    return conversation().path("interactions").path(0);
  }

  private Stream<JsonNode> messages() {
    return conversation().path("messages").valueStream();
  }

  private String delivery(String text) {
    return messages()
        .filter(one -> one.path("text").asString("").equals(text))
        .map(one -> one.path("delivery").path("state").asString(""))
        .findFirst()
        .orElse("");
  }

  private void acceptWhatCameIn() {
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);
    Await.until(() -> interaction().path("offer").has("number"));
    agent
        .accept(
            interaction().path("id").asString(), interaction().path("offer").path("number").asInt())
        .ok();
    Await.until(() -> interaction().path("state").asString("").equals("ACTIVE"));
  }

  private void answer(String text) {
    write(text, List.of()).ok();
  }

  private AgentClient.Answer write(String text, List<String> files) {
    return write(text, files, null);
  }

  private AgentClient.Answer writeAs(Map<String, Object> template, String text) {
    return write(text, List.of(), template);
  }

  private AgentClient.Answer write(
      String text, List<String> files, @Nullable Map<String, Object> template) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("id", UUID.randomUUID().toString());
    var joined = conversation().path("id").asString("");
    wish.put("conversation", joined.isEmpty() ? null : joined);
    wish.put("contact", null);
    wish.put("channel", "whatsapp");
    wish.put("account", id.toString());
    wish.put("to", CUSTOMER);
    wish.put("text", text);
    wish.put("thread", null);
    wish.put("files", files);
    wish.put("service", null);
    wish.put("template", template);
    return agent.send("POST", "/api/messages", wish);
  }

  @Test
  @Requirement({"S0-44", "S0-46"})
  void aCustomersMessageReachesTheDeskAndTheAnswerTheCustomerWhoIsSeenToReadIt() {
    account(true);

    var first = provider.write(CUSTOMER, "Layla", "Where is my order?");
    acceptWhatCameIn();

    assertThat(interaction().path("channel").asString()).isEqualTo("whatsapp");
    assertThat(interaction().path("account").path("name").asString()).isEqualTo("Shop");
    assertThat(interaction().path("party").asString()).isEqualTo(CUSTOMER);
    assertThat(conversation().path("contact").path("name").asString()).isEqualTo("Layla");

    answer("On its way");
    Await.until(
        () ->
            provider.shownTo(CUSTOMER).stream()
                .anyMatch(one -> !one.own() && one.text().equals("On its way")));
    Await.until(() -> delivery("On its way").equals("DELIVERED"));
    Await.until(
        () ->
            provider.shownTo(CUSTOMER).stream()
                .anyMatch(one -> one.id().equals(first) && one.seen()));

    provider.look(CUSTOMER);
    Await.until(() -> delivery("On its way").equals("READ"));

    provider.write(CUSTOMER, "Layla", "Thank you");
    Await.until(() -> messages().count() == 3);
    assertThat(conversation().path("interactions").size()).isEqualTo(1);
  }

  @Test
  void whatDoesNotArriveIsSeenToHaveFailedWithItsReason() {
    account(true);
    provider.write(CUSTOMER, "Layla", "Hello");
    acceptWhatCameIn();
    provider.fail(CUSTOMER, 131026);

    answer("Can you read this?");

    Await.until(() -> delivery("Can you read this?").equals("FAILED"));
    assertThat(
            messages()
                .filter(one -> one.path("text").asString("").equals("Can you read this?"))
                .map(one -> one.path("delivery").path("failure").asString("")))
        .containsExactly("not-reachable");
    assertThat(provider.shownTo(CUSTOMER)).extracting(Shown::own).containsExactly(true);
  }

  private static Map<String, Object> template(String name, String language, String... values) {
    var parameters = new ArrayList<Map<String, String>>();
    for (int i = 0; i < values.length; i += 2)
      parameters.add(Map.of("name", values[i], "text", values[i + 1]));
    return Map.of("name", name, "language", language, "parameters", parameters);
  }

  private JsonNode way(String contact) {
    return agent
        .get("/api/contacts/" + contact + "/reach")
        .ok()
        .body()
        .valueStream()
        .filter(one -> one.path("channel").asString("").equals("whatsapp"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoHasNotWrittenForADayIsWrittenToByAnApprovedTemplateAlone() {
    account(true, Map.of("businessAccountId", AGREED.businessId()));
    var admin = workspace.administrator("root");
    var path = "/api/channel-accounts/" + id + "/templates";
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);
    assertThat(write("طلبك جاهز", List.of()).problem()).isEqualTo("window-closed");

    var read = admin.send("POST", path + "/read", null).ok().body();

    assertThat(read.path("templates").valueStream().map(one -> one.path("name").asString()))
        .containsExactly("news", "ready");
    assertThat(write("طلبك جاهز", List.of()).problem()).isEqualTo("template-needed");
    assertThat(writeAs(template("ready", "ar", "order", "4711"), "طلبك").problem())
        .isEqualTo("template-changed");
    assertThat(writeAs(template("ready", "en", "order", "4711"), "طلبك").problem())
        .isEqualTo("template-not-known");
    assertThat(writeAs(template("news", "ar", "1", "a\nb"), "خبر من المتجر: a\nb").problem())
        .isEqualTo("template-parameter");

    writeAs(template("ready", "ar", "order", "4711"), "طلبك 4711 جاهز.").ok();

    Await.until(() -> !provider.shownTo(CUSTOMER).isEmpty());
    assertThat(provider.shownTo(CUSTOMER))
        .extracting(Shown::text)
        .containsExactly("طلبك 4711 جاهز.");
    Await.until(() -> delivery("طلبك 4711 جاهز.").equals("DELIVERED"));
    var whom = conversation().path("contact").path("id").asString();
    assertThat(way(whom).path("templateOnly").asBoolean()).isTrue();
    var offered =
        agent.get("/api/contacts/" + whom + "/approved-templates?account=" + id).ok().body();
    assertThat(offered.valueStream().map(one -> one.path("fits").asBoolean()))
        .containsExactly(false, false);
    assertThat(offered.valueStream().map(one -> one.path("parameters").path(0).asString()))
        .containsExactly("1", "order");

    provider.write(CUSTOMER, "Layla", "شكراً");
    Await.until(() -> messages().count() == 2);
    Await.until(() -> !way(whom).path("templateOnly").asBoolean());
    answer("العفو");
    Await.until(() -> delivery("العفو").equals("DELIVERED"));
  }

  @Test
  void aTemplateThatTheProviderHasOtherwiseIsSeenToHaveFailedWithItsReason() {
    account(true);
    var admin = workspace.administrator("root");
    var path = "/api/channel-accounts/" + id + "/templates";
    for (var entered :
        List.of(
            entered("news", "خبر من المتجر: {{1}} و{{2}}"),
            entered("ready", "طلبك {{number}} جاهز."),
            entered("gone", "لم يعد هنا"))) admin.send("PUT", path, entered).ok();
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);

    writeAs(template("news", "ar", "1", "a", "2", "b"), "خبر من المتجر: a وb").ok();
    writeAs(template("ready", "ar", "number", "4711"), "طلبك 4711 جاهز.").ok();
    writeAs(template("gone", "ar"), "لم يعد هنا").ok();

    Await.until(() -> delivery("لم يعد هنا").equals("FAILED"));
    assertThat(messages().map(one -> one.path("delivery").path("failure").asString("")))
        .containsExactly("template-changed", "template-changed", "template-not-known");
    assertThat(provider.shownTo(CUSTOMER)).isEmpty();
  }

  private static Map<String, String> entered(String name, String body) {
    return Map.of("name", name, "language", "ar", "header", "", "body", body, "footer", "");
  }

  @Test
  void whatAnAdministratorEntersIsCheckedWithTheReasonInWords() {
    account(true);
    var admin = workspace.administrator("root");
    var path = "/api/channel-accounts/" + id + "/templates";

    var gap = admin.send("PUT", path, entered("news", "{{1}} و{{3}}"));
    assertThat(gap.problem()).isEqualTo("placeholder-missing");
    assertThat(gap.body().path("about").asString()).isEqualTo("{{2}}");
    assertThat(admin.send("PUT", path, entered("News!", "x")).problem())
        .isEqualTo("template-name-invalid");
    var unknown = new HashMap<>(entered("news", "x"));
    unknown.put("language", "tlh");
    assertThat(admin.send("PUT", path, unknown).problem()).isEqualTo("template-language-unknown");
    assertThat(admin.send("PUT", path, entered("news", "x".repeat(1_025))).problem())
        .isEqualTo("template-body-invalid");
    assertThat(admin.send("POST", path + "/read", null).problem()).isEqualTo("templates-not-told");
    assertThat(admin.get(path).ok().body().path("templates").isEmpty()).isTrue();

    admin.send("PUT", path, entered("news", "خبر {{1}}")).ok();
    admin.send("PUT", path, entered("news", "خبر آخر {{1}}")).ok();
    assertThat(
            admin
                .get(path)
                .ok()
                .body()
                .path("templates")
                .valueStream()
                .map(one -> one.path("body").asString()))
        .containsExactly("خبر آخر {{1}}");
    admin.send("DELETE", path + "/news/ar", null).ok();
    assertThat(admin.send("DELETE", path + "/news/ar", null).status()).isEqualTo(404);
  }

  @Test
  void theTemplateThatWasASettingIsOneOfTheAccounts() throws Exception {
    account(true);
    var workspaceId = workspace.workspace().value();
    TestDatabase.database()
        .in(
            workspaceId,
            db ->
                db.sql(
                        """
                        update channel_account set settings = settings || '{"template": "news", "templateLanguage": "ar"}'
                        where workspace = ? and id = ?\
                        """)
                    .params(workspaceId, id.value())
                    .update());

    var moving = moving();
    TestDatabase.database().in(workspaceId, db -> db.sql(moving).update());

    assertThat(RunningHiwar.bean(ApprovedTemplateStore.class).of(workspace.workspace(), id))
        .containsExactly(new ApprovedTemplate("news", "ar", "", "{{1}}", "", null));
    var left =
        TestDatabase.database()
            .in(
                workspaceId,
                db ->
                    db.sql("select settings::text from channel_account where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single());
    assertThat(left).contains("phoneNumberId").doesNotContain("template");
  }

  /// What the migration does with what there is.
  private static String moving() throws IOException {
    try (var file =
        Objects.requireNonNull(
            WhatsAppLifeTest.class.getResourceAsStream(
                "/db/migration/V51__approved_template.sql"))) {
      var all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(all.indexOf("do $$"));
    }
  }

  @Test
  void whatAMessageCannotCarryIsRefusedBeforeItIsStored() {
    account(true);
    provider.write(CUSTOMER, "Layla", "Hello");
    acceptWhatCameIn();

    assertThat(write("Both", List.of("1", "2")).problem()).isEqualTo("files-not-allowed");
    assertThat(write("x".repeat(1_025), List.of("1")).problem()).isEqualTo("caption-too-long");
    assertThat(messages().count()).isEqualTo(1);
  }

  @Test
  void aPictureIsShownAtOnceAndFollows() {
    account(true);
    var jpeg = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    var picture = new StubFile("1.jpg", "image/jpeg", jpeg);
    provider.sendFile(CUSTOMER, "Layla", picture, "Broken on arrival");
    acceptWhatCameIn();

    Await.until(() -> file().path("state").asString("").equals("READY"));
    assertThat(file().path("name").asString()).isEqualTo("image.jpg");
    assertThat(file().path("type").asString()).isEqualTo("image/jpeg");
    assertThat(file().path("bytes").asInt()).isEqualTo(jpeg.length);
    assertThat(messages().map(one -> one.path("text").asString("")))
        .containsExactly("Broken on arrival");
  }

  private JsonNode file() {
    return messages().findFirst().map(one -> one.path("files").path(0)).orElseThrow();
  }

  private int deliver(String secret, String body) throws Exception {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var signature = Signatures.hex(Signatures.hmac(Signatures.utf8(secret), bytes));
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(webhook)
                  .header("X-Hub-Signature-256", "sha256=" + signature)
                  .POST(BodyPublishers.ofByteArray(bytes))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }

  private long kept() {
    return TestDatabase.database()
        .in(
            workspace.workspace().value(),
            db ->
                db.sql("select count(*) from inbound_item where workspace = ?")
                    .param(workspace.workspace().value())
                    .query(Long.class)
                    .single());
  }

  @Test
  @Requirement("S0-47")
  void anAccountThatIsSwitchedOffRefusesAndLooksLikeNone() throws Exception {
    account(false);

    assertThat(deliver("app secret", Deliveries.message("wamid.A", "'type': 'text'")))
        .isEqualTo(404);
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsForgedLooksTheSameAndWhatIsSignedIsKeptOnce() throws Exception {
    account(true);
    var body = Deliveries.message("wamid.A", "'type': 'text', 'text': {'body': 'Hello'}");

    assertThat(deliver("a guess", body)).isEqualTo(404);
    assertThat(kept()).isZero();
    assertThat(deliver("app secret", body)).isEqualTo(200);
    assertThat(deliver("app secret", body)).isEqualTo(200);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    account(true);

    assertThat(deliver("app secret", "x".repeat(4 * 1024 * 1024 + 1))).isEqualTo(413);
  }
}
