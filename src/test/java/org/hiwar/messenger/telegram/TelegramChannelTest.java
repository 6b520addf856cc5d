package org.hiwar.messenger.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Recipient;
import org.hiwar.channel.Sending;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.SentOut;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestFiles;
import org.hiwar.messenger.TestHttp;
import org.hiwar.messenger.TestInbox;
import org.hiwar.platform.Ids;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramChannelTest {
  private static final String FROM =
      "\"chat\": {\"id\": 5001, \"type\": \"private\"}, \"from\": {\"id\": 5001, \"first_name\":"
          + " \"Layla\", \"last_name\": \"Haddad\", \"language_code\": \"ar-SY\"}";

  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final TestInbox inbox = new TestInbox();
  private final TelegramChannel channel =
      new TelegramChannel(
          TestHttp.loopback(true),
          new Workspaces(
              TestDatabase.database(), new Ids(Clock.systemUTC(), 1022), Clock.systemUTC()),
          TestFiles.none(),
          Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC));
  private Account account = TestAccounts.account("telegram", "hiwar_bot", Map.of());

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void start() {
    api.start();
    account =
        TestAccounts.stored(
            "telegram",
            "hiwar_bot",
            Map.of(
                "token", "123:abc",
                "publicAddress", "https://desk.example.com/",
                "api", "http://127.0.0.1:" + api.port()));
  }

  @AfterEach
  void stop() {
    api.stop();
  }

  private int deliver(String secret, String body) {
    return channel
        .handle(
            account,
            new WebhookRequest(
                "POST",
                Map.of("x-telegram-bot-api-secret-token", List.of(secret)),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)),
            inbox)
        .status();
  }

  private Reading read(String body) {
    return channel.read(account, TestAccounts.item(account, body));
  }

  private Incoming message(String members) {
    var reading =
        read(
            "{\"update_id\": 9, \"message\": {\"message_id\": 3, \"date\": 1800000000, "
                + FROM
                + ", "
                + members
                + "}}");
    assertThat(reading).isInstanceOf(Reading.Content.class);
    return ((Reading.Content) reading).messages().getFirst();
  }

  private void answer(String method, int status, String body) {
    api.stubFor(
        post(urlEqualTo("/bot123:abc/" + method))
            .willReturn(aResponse().withStatus(status).withBody(body)));
  }

  @Test
  void anUpdateWithTheSecretIsKeptOnceByItsNumber() {
    var secret = TelegramSettings.secret(account);

    assertThat(deliver(secret, "{\"update_id\": 12}")).isEqualTo(200);
    assertThat(deliver(secret, "{\"update_id\": 12}")).isEqualTo(200);
    assertThat(deliver(secret, "broken")).isEqualTo(200);

    assertThat(inbox.names()).hasSize(2).first().isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123:abc", "0000"})
  void anUpdateWithoutTheSecretIsRefused(String secret) {
    assertThat(deliver(secret, "{\"update_id\": 12}")).isEqualTo(403);
    assertThat(inbox.names()).isEmpty();
  }

  @Test
  void anotherAccountOfTheSameBotHasAnotherSecret() {
    var other =
        TestAccounts.account(
            account.workspace(), "telegram", "hiwar_bot", null, account.settings());

    assertThat(deliver(TelegramSettings.secret(other), "{\"update_id\": 12}")).isEqualTo(403);
  }

  @Test
  void aTextIsReadWithItsWriterAndTime() {
    var message = message("\"text\": \"مرحبا\"");

    assertThat(message.externalId()).isEqualTo("5001:3");
    assertThat(message.text()).isEqualTo("مرحبا");
    assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
    assertThat(message.from().address())
        .isEqualTo(new Address(AddressKind.TELEGRAM, "5001", Trust.ATTESTED));
    assertThat(message.from().name()).isEqualTo("Layla Haddad");
    assertThat(message.from().language()).isEqualTo("ar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "photo": [{"file_id": "small"}, {"file_id": "large"}], "caption": "Broken" | Broken
          "photo": [{"file_id": "small"}, {"file_id": "large"}] | photo.jpg
          "voice": {"file_id": "v", "mime_type": "audio/ogg"} | voice.ogg
          "document": {"file_id": "d", "file_name": "bill.pdf"} | bill.pdf
          "sticker": {"file_id": "s", "emoji": "x"} | sticker.webp
          "contact": {"first_name": "Sami", "phone_number": "+963944000111"} | Sami +963944000111
          "location": {"latitude": 33.5, "longitude": 36.25} | \u206633.5, 36.25\u2069
          "dice": {"value": 3} | cannot be shown here]
          """)
  void everyKindStandsOnTheLineOfTimeWithWhatSaysItBriefly(String members, String shown) {
    assertThat(message(members).text()).endsWith(shown);
  }

  @Test
  void aMessageThatWasChangedComesBesideTheFirst() {
    var reading =
        read(
            "{\"update_id\": 9, \"edited_message\": {\"message_id\": 3, \"date\": 1800000000,"
                + " \"edit_date\": 1800000100, "
                + FROM
                + ", \"text\": \"at six\"}}");

    assertThat(reading).isInstanceOf(Reading.Content.class);
    var changed = ((Reading.Content) reading).messages().getFirst();
    assertThat(changed.externalId()).isEqualTo("5001:3:1800000100");
    assertThat(changed.text()).isEqualTo("[Changed] at six");
    assertThat(changed.change()).isEqualTo(new Incoming.Change("5001:3", "at six"));
  }

  @Test
  void groupsAndNewsOfTheBotItselfAreNothing() {
    assertThat(
            read(
                "{\"update_id\": 9, \"message\": {\"message_id\": 3, \"chat\": {\"id\": -1,"
                    + " \"type\": \"group\"}, \"text\": \"x\"}}"))
        .isEqualTo(new Reading.Nothing("group"));
    assertThat(
            read(
                "{\"update_id\": 9, \"my_chat_member\": {\"new_chat_member\": {\"status\":"
                    + " \"kicked\"}}}"))
        .isEqualTo(new Reading.Nothing("blocked-by-customer"));
    assertThat(read("{\"update_id\": 9, \"poll\": {}}"))
        .isEqualTo(new Reading.Nothing("nothing-new"));
    assertThat(read("[")).isInstanceOf(Reading.Aside.class);
  }

  @Test
  void anAnswerGoesToTheChat() {
    answer("sendMessage", 200, "{\"ok\": true, \"result\": {\"message_id\": 77}}");

    assertThat(channel.send(account, TestAccounts.outgoing("5001", "Hello")))
        .isEqualTo(new Sending.Taken("5001:77"));

    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/sendMessage"))
            .withRequestBody(matchingJsonPath("$.chat_id", equalTo("5001")))
            .withRequestBody(matchingJsonPath("$.text", equalTo("Hello"))));
  }

  private Sending reword(boolean withFiles, @Nullable String text) {
    return channel.reword(account, new SentOut(1, "telegram", "5001", "5001:77", withFiles), text);
  }

  @Test
  void whatHasGoneOutIsChangedAndDeletedWhereTheCustomerReadsIt() {
    for (var method : List.of("editMessageText", "editMessageCaption", "deleteMessage"))
      answer(method, 200, "{\"ok\": true, \"result\": true}");

    for (var sending : List.of(reword(false, "at six"), reword(true, "at six"), reword(true, null)))
      assertThat(sending).isEqualTo(new Sending.Taken("5001:77"));

    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/editMessageText"))
            .withRequestBody(matchingJsonPath("$.chat_id", equalTo("5001")))
            .withRequestBody(matchingJsonPath("$.message_id", equalTo("77")))
            .withRequestBody(matchingJsonPath("$.text", equalTo("at six"))));
    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/editMessageCaption"))
            .withRequestBody(matchingJsonPath("$.caption", equalTo("at six"))));
    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/deleteMessage"))
            .withRequestBody(matchingJsonPath("$.message_id", equalTo("77"))));
  }

  @Test
  void whatSaysSoAlreadyIsChangedAndWhatTelegramRefusesIsNot() {
    answer("editMessageText", 400, "{\"description\": \"Bad Request: message is not modified\"}");
    answer("deleteMessage", 400, "{\"description\": \"Bad Request: message can't be deleted\"}");
    assertThat(reword(false, "at six")).isEqualTo(new Sending.Taken("5001:77"));
    assertThat(reword(false, null)).isInstanceOf(Sending.Refused.class);
    answer("editMessageText", 502, "{}");
    assertThat(reword(false, "at six")).isInstanceOf(Sending.Later.class);
  }

  @Test
  void aFileGoesWithItsWords() throws Exception {
    answer("sendDocument", 200, "{\"ok\": true, \"result\": {\"message_id\": 78}}");
    var file = Files.write(folder.resolve("1"), new byte[] {1});

    assertThat(
            channel.send(
                account,
                TestAccounts.outgoing(
                    "5001", "Your bill", new OutgoingFile("bill.pdf", "application/pdf", 1, file))))
        .isEqualTo(new Sending.Taken("5001:78"));

    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/sendDocument"))
            .withRequestBody(containing("Your bill"))
            .withRequestBody(containing("filename=\"bill.pdf\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden: bot was blocked by the user, blocked",
    "403, Forbidden: user is deactivated, not-reachable",
    "400, Bad Request: chat not found, not-reachable",
    "400, Bad Request: message is too long, refused"
  })
  void whatCanNeverGoOutIsRefusedWithItsReason(int status, String said, String code) {
    answer("sendMessage", status, "{\"ok\": false, \"description\": \"" + said + "\"}");

    assertThat(channel.send(account, TestAccounts.outgoing("5001", "x")))
        .isEqualTo(new Sending.Refused(code, status + " " + said));
  }

  @Test
  void whatMayGoOutLaterIsTriedAgain() {
    answer(
        "sendMessage",
        429,
        "{\"ok\": false, \"description\": \"slow\", \"parameters\": {\"retry_after\": 14}}");
    assertThat(channel.send(account, TestAccounts.outgoing("5001", "x")))
        .isEqualTo(new Sending.Later("throttled", "429 slow", Duration.ofSeconds(14)));

    answer("sendMessage", 502, "gone");
    assertThat(channel.send(account, TestAccounts.outgoing("5001", "x")))
        .isEqualTo(new Sending.Later("provider-failed", "502", Duration.ZERO));

    answer("sendMessage", 401, "{\"ok\": false, \"description\": \"Unauthorized\"}");
    assertThat(channel.send(account, TestAccounts.outgoing("5001", "x")))
        .isEqualTo(new Sending.Later("not-authorised", "401", Duration.ZERO));
  }

  @Test
  void whoeverHasNeverWrittenCannotBeWrittenTo() {
    assertThat(channel.hindrance(account, new Recipient(new ContactId(1), "5001", null)))
        .contains("never-wrote");
    assertThat(channel.hindrance(account, new Recipient(new ContactId(1), "5001", Instant.EPOCH)))
        .isEmpty();
  }

  @Test
  void telegramIsToldWhereToDeliverUntilItKnows() {
    answer("setWebhook", 502, "later");

    try (var line = channel.open(account, inbox)) {
      Await.until(() -> "provider-failed".equals(line.standing().code()));
      answer("setWebhook", 200, "{\"ok\": true, \"result\": true}");
      Await.until(() -> line.standing().up());
    }

    var url = "https://desk.example.com/api/webhooks/t-" + account.workspace() + "/" + account.id();
    api.verify(
        postRequestedFor(urlEqualTo("/bot123:abc/setWebhook"))
            .withRequestBody(matchingJsonPath("$.url", equalTo(url)))
            .withRequestBody(
                matchingJsonPath("$.secret_token", equalTo(TelegramSettings.secret(account)))));
  }

  @Test
  void aTestOfTheAccountSaysWhatTelegramKnows() {
    api.stubFor(
        post(urlEqualTo("/bot123:abc/getMe"))
            .willReturn(okJson("{\"ok\": true, \"result\": {\"username\": \"Hiwar_Bot\"}}")));
    api.stubFor(
        post(urlEqualTo("/bot123:abc/getWebhookInfo"))
            .willReturn(okJson("{\"ok\": true, \"result\": {\"url\": \"https://old.example\"}}")));

    assertThat(channel.test(account))
        .containsExactly(
            Finding.good("authorised"),
            Finding.good("address"),
            Finding.bad("webhook", "https://old.example"));

    answer("getMe", 401, "{\"ok\": false, \"description\": \"Unauthorized\"}");
    assertThat(channel.test(account)).containsExactly(Finding.bad("not-authorised", "401"));
  }

  @Test
  void theNameOfTheBotHasOneSpelling() {
    assertThat(channel.ourAddress(" @Hiwar_Bot ")).contains("hiwar_bot");
    assertThat(channel.ourAddress("no bot")).isEmpty();
  }
}
