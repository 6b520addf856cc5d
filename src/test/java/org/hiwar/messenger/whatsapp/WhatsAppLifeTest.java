package org.hiwar.messenger.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
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
          List.of(new StubTemplate("news", "ar", "خبر من المتجر: {{1}}")));

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

  @Test
  void whoHasNotWrittenForADayIsWrittenToByTheTemplateAlone() {
    account(true, Map.of("template", "news", "templateLanguage", "ar"));
    var unused = agent.openDesk();
    Await.until(() -> agent.ready().status() < 300);

    write("طلبك جاهز", List.of()).ok();

    Await.until(() -> !provider.shownTo(CUSTOMER).isEmpty());
    assertThat(provider.shownTo(CUSTOMER))
        .extracting(Shown::text)
        .containsExactly("خبر من المتجر: طلبك جاهز");
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
