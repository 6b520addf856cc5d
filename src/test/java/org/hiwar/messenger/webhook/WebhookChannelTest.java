package org.hiwar.messenger.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
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
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.channel.Sending;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks.Answer;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestFiles;
import org.hiwar.messenger.TestHttp;
import org.hiwar.messenger.TestInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {
  private static final String FIRST = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SECOND = "a second secret, in words";
  private static final Clock CLOCK = Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC);
  private static final long SECONDS = TestAccounts.NOW.getEpochSecond();
  private static final String HELLO =
      """
      {"type": "message", "id": "m-1", "from": {"id": "customer-17", "name": "ليلى", "language": "ar",
       "phone": {"value": "+963 944 123 456", "verified": true},
       "email": {"value": "Layla@Example.com"}},
       "text": "مرحبا", "writtenAt": "2027-01-31T11:59:00Z"}
      """;

  private final WireMockServer other =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final TestInbox inbox = new TestInbox();
  private final WebhookChannel channel = channel(true);
  private Account account = TestAccounts.account("webhook", "app", Map.of());

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void start() {
    other.start();
    account =
        TestAccounts.account(
            "webhook",
            "app",
            Map.of(
                "url", "http://127.0.0.1:" + other.port() + "/hiwar",
                "secret", FIRST,
                "secondSecret", SECOND));
  }

  @AfterEach
  void stop() {
    other.stop();
  }

  private static StandardSignature signer(String secret) {
    return new StandardSignature(List.of(secret), CLOCK);
  }

  /// @param loopback whether this machine may be asked for files
  private static WebhookChannel channel(boolean loopback) {
    return new WebhookChannel(TestHttp.loopback(loopback), TestFiles.none(), CLOCK);
  }

  private Answer deliver(String id, long seconds, String signature, String body) {
    return channel.handle(
        account,
        new WebhookRequest(
            "POST",
            Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(seconds)),
                "webhook-signature", List.of(signature)),
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8)),
        inbox);
  }

  private Answer deliver(String body) {
    return deliver("d-1", SECONDS, sign(FIRST, "d-1", SECONDS, body), body);
  }

  private static String sign(String secret, String id, long seconds, String body) {
    return signer(secret).sign(id, seconds, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Computed apart from this code, with openssl, after the specification.
  @Test
  void theSignatureIsTheOneOfStandardWebhooks() {
    assertThat(
            signer(FIRST)
                .sign(
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    1_614_265_330L,
                    "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsSignedWithEitherSecretIsKeptOnceByItsId() {
    assertThat(deliver(HELLO).status()).isEqualTo(200);
    assertThat(
            deliver("d-1", SECONDS, "v1a,x " + sign(SECOND, "d-1", SECONDS, HELLO), HELLO).status())
        .isEqualTo(200);

    assertThat(inbox.names()).containsExactly("d-1");
    assertThat(new String(inbox.body("d-1"), StandardCharsets.UTF_8)).isEqualTo(HELLO);
  }

  @Test
  void anyByteThatWasChangedMakesItSomebodyElses() {
    var right = sign(FIRST, "d-1", SECONDS, HELLO);

    assertThat(deliver("d-1", SECONDS, right, HELLO + " ").status()).isEqualTo(403);
    assertThat(deliver("d-2", SECONDS, right, HELLO).status()).isEqualTo(403);
    assertThat(deliver("d-1", SECONDS + 1, right, HELLO).status()).isEqualTo(403);
    assertThat(deliver("d-1", SECONDS, right.replace("v1,", "v2,"), HELLO).status()).isEqualTo(403);
    assertThat(deliver("d-1", SECONDS, sign("guess", "d-1", SECONDS, HELLO), HELLO).status())
        .isEqualTo(403);
    assertThat(deliver("", SECONDS, sign(FIRST, "", SECONDS, HELLO), HELLO).status())
        .isEqualTo(403);
    assertThat(inbox.names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-301, 403", "-300, 200", "300, 200", "301, 403"})
  void anOldOneIsSomebodysCopy(long apart, int status) {
    long then = SECONDS + apart;

    assertThat(deliver("d-1", then, sign(FIRST, "d-1", then, HELLO), HELLO).status())
        .isEqualTo(status);
  }

  @Test
  void anAccountWithoutASecretTakesNothing() {
    account = TestAccounts.account("webhook", "app", Map.of());

    assertThat(deliver("d-1", SECONDS, "", HELLO).status()).isEqualTo(403);
    assertThat(deliver("d-1", SECONDS, "v1,", HELLO).status()).isEqualTo(403);
  }

  @Test
  void whatCannotBeStoredIsToComeAgain() {
    inbox.broken();

    assertThat(deliver(HELLO).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"type\": \"message\"}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \" \"}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \"x\","
            + " \"writtenAt\": \"noon\"}",
        "{\"type\": \"state\", \"message\": \"1\", \"state\": \"LOST\"}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \"x\","
            + " \"files\": [{\"name\": \"a\"}]}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \"x\","
            + " \"files\": [{\"content\": \"no Base64!\"}]}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \"x\","
            + " \"files\": [{\"url\": \"file:///etc/passwd\"}]}",
        "{\"type\": \"message\", \"id\": \"1\", \"from\": {\"id\": \"2\"}, \"text\": \"\","
            + " \"files\": [{}, {}, {}, {}, {}, {}]}"
      })
  void whatCannotBeReadIsAnsweredWithWhatIsWrong(String body) {
    var answer = deliver(body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("problem");
    assertThat(inbox.names()).isEmpty();
  }

  @Test
  void aMessageIsReadWithWhatTheOtherSystemHasProved() {
    var reading = channel.read(account, TestAccounts.item(account, HELLO));

    assertThat(reading).isInstanceOf(Reading.Content.class);
    var message = ((Reading.Content) reading).messages().getFirst();
    assertThat(message.externalId()).isEqualTo("m-1");
    assertThat(message.text()).isEqualTo("مرحبا");
    assertThat(message.writtenAt()).isEqualTo(Instant.parse("2027-01-31T11:59:00Z"));
    assertThat(message.from().address())
        .isEqualTo(new Address(AddressKind.EXTERNAL, "customer-17", Trust.ATTESTED));
    assertThat(message.from().also())
        .containsExactly(
            new Address(AddressKind.PHONE, "+963944123456", Trust.ATTESTED),
            new Address(AddressKind.EMAIL, "layla@example.com", Trust.CLAIMED));
    assertThat(message.from().language()).isEqualTo("ar");
  }

  @Test
  void filesComeInTheMessageOrAtAnAddressAndStandForWordsThatAreMissing() {
    var body =
        """
        {"type": "message", "id": "m-2", "from": {"id": "customer-17"},
         "files": [{"name": "a/b.pdf", "content": "JVBE"},
                   {"url": "https://files.example.com/photo?key=1"}]}
        """;
    assertThat(deliver(body).status()).isEqualTo(200);

    var reading = channel.read(account, TestAccounts.item(account, body));
    assertThat(((Reading.Content) reading).messages().getFirst().text()).isEqualTo("b.pdf\nfile-2");
    var files = WebhookItem.files(body.getBytes(StandardCharsets.UTF_8), "m-2");
    assertThat(files).extracting(Coming::name).containsExactly("b.pdf", "file-2");
    assertThat(files.getFirst().source())
        .isInstanceOfSatisfying(
            Coming.Here.class, here -> assertThat(here.content()).containsExactly('%', 'P', 'D'));
    assertThat(files.getLast())
        .isEqualTo(Coming.elsewhere("file-2", "https://files.example.com/photo?key=1"));
    assertThat(WebhookItem.files(body.getBytes(StandardCharsets.UTF_8), "m-2/2")).isEmpty();
  }

  @Test
  void aFileIsFetchedFromItsAddressOnlyWhereThatLeadsOutside() {
    var address = "http://127.0.0.1:" + other.port() + "/file";
    other.stubFor(get(urlEqualTo("/file")).willReturn(aResponse().withBody("hello")));
    assertThat(channel.fetch(account, address))
        .isInstanceOfSatisfying(
            Fetched.Content.class,
            here -> assertThat(here.content()).asString(StandardCharsets.UTF_8).isEqualTo("hello"));

    assertThat(channel(false).fetch(account, address)).isEqualTo(new Fetched.Lost());
    other.verify(1, getRequestedFor(urlEqualTo("/file")));
  }

  @Test
  void aFileThatIsGoneIsLostAndOneThatCannotBeHadNowIsAskedForAgain() {
    var address = "http://127.0.0.1:" + other.port();
    other.stubFor(get(urlEqualTo("/gone")).willReturn(aResponse().withStatus(404)));
    other.stubFor(get(urlEqualTo("/busy")).willReturn(aResponse().withStatus(503)));
    other.stubFor(
        get(urlEqualTo("/moved"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/inside")));
    other.stubFor(
        get(urlEqualTo("/large"))
            .willReturn(aResponse().withBody(new byte[MessengerLimits.FILE_BYTES + 1])));

    assertThat(channel.fetch(account, address + "/gone")).isEqualTo(new Fetched.Lost());
    assertThat(channel.fetch(account, address + "/busy")).isEqualTo(new Fetched.Later());
    assertThat(channel.fetch(account, address + "/moved")).isEqualTo(new Fetched.Lost());
    assertThat(channel.fetch(account, address + "/large")).isEqualTo(new Fetched.Lost());
    other.verify(0, getRequestedFor(urlEqualTo("/inside")));
  }

  @Test
  void aStateIsNewsOfWhatWeSent() {
    var failed =
        "{\"type\": \"state\", \"message\": \"4711\", \"state\": \"FAILED\", \"failure\":"
            + " \"blocked\"}";

    assertThat(channel.read(account, TestAccounts.item(account, failed)))
        .isEqualTo(
            Reading.Content.of(
                new Receipt("4711", DeliveryState.FAILED, "blocked", TestAccounts.NOW)));
  }

  @Test
  void anAnswerGoesOutSignedWithBothSecretsAndItsName() throws Exception {
    other.stubFor(
        post(urlEqualTo("/hiwar")).willReturn(aResponse().withBody("{\"id\": \"theirs-1\"}")));
    var file = Files.write(folder.resolve("1"), new byte[] {1, 2, 3});

    assertThat(
            channel.send(
                account,
                TestAccounts.outgoing(
                    "customer-17", "Hello", new OutgoingFile("a.bin", "image/png", 3, file))))
        .isEqualTo(new Sending.Taken("theirs-1"));

    var request = other.findAll(postRequestedFor(urlEqualTo("/hiwar"))).getFirst();
    assertThat(request.getHeader("webhook-id")).isEqualTo("message-4711");
    var body = request.getBody();
    for (var secret : List.of(FIRST, SECOND))
      assertThat(
              signer(secret)
                  .valid(
                      "message-4711",
                      request.getHeader("webhook-timestamp"),
                      request.getHeader("webhook-signature"),
                      body))
          .isTrue();
    other.verify(
        postRequestedFor(urlEqualTo("/hiwar"))
            .withRequestBody(matchingJsonPath("$.to", equalTo("customer-17")))
            .withRequestBody(matchingJsonPath("$.text", equalTo("Hello")))
            .withRequestBody(matchingJsonPath("$.files[0].content", equalTo("AQID"))));
  }

  @Test
  void anAnswerWithoutANameIsKnownByOurs() {
    other.stubFor(post(urlEqualTo("/hiwar")).willReturn(aResponse().withStatus(204)));

    assertThat(channel.send(account, TestAccounts.outgoing("c", "x")))
        .isEqualTo(new Sending.Taken("4711"));
  }

  @Test
  void whatTheOtherSystemRefusesIsNotTriedAgainAndWhatItCannotTakeNowIs() {
    other.stubFor(
        post(urlEqualTo("/hiwar"))
            .willReturn(
                aResponse()
                    .withStatus(422)
                    .withBody("{\"failure\": \"blocked\", \"detail\": \"left us\"}")));
    assertThat(channel.send(account, TestAccounts.outgoing("c", "x")))
        .isEqualTo(new Sending.Refused("blocked", "422 left us"));

    other.stubFor(
        post(urlEqualTo("/hiwar"))
            .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "30")));
    assertThat(channel.send(account, TestAccounts.outgoing("c", "x")))
        .isEqualTo(new Sending.Later("provider-failed", "503", Duration.ofSeconds(30)));
  }

  @Test
  void aRedirectIsNotFollowed() {
    other.stubFor(
        post(urlEqualTo("/hiwar"))
            .willReturn(aResponse().withStatus(307).withHeader("Location", "/inside")));

    assertThat(channel.send(account, TestAccounts.outgoing("c", "x")))
        .isInstanceOf(Sending.Refused.class);
    other.verify(0, postRequestedFor(urlEqualTo("/inside")));
  }

  @Test
  void aTestOfTheAccountAsksTheOtherSystem() {
    other.stubFor(post(urlEqualTo("/hiwar")).willReturn(aResponse().withStatus(200)));
    assertThat(channel.test(account)).containsExactly(Finding.good("authorised"));

    other.stubFor(post(urlEqualTo("/hiwar")).willReturn(aResponse().withStatus(401)));
    assertThat(channel.test(account)).containsExactly(Finding.bad("refused", "401"));
  }
}
