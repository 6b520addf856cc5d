package org.hiwar.messenger.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Recipient;
import org.hiwar.channel.Sending;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.TemplateUse;
import org.hiwar.messenger.HeardStore;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestFiles;
import org.hiwar.messenger.TestHttp;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes out, against an HTTP server that answers as the Cloud API does.
class WhatsAppSendingTest {
  private static final String CUSTOMER = "+963944123456";
  private static final String MESSAGES = "/v25.0/106540352242922/messages";
  private static final String MEDIA = "/v25.0/106540352242922/media";
  private static final String TAKEN = "{\"messages\": [{\"id\": \"wamid.OUT\"}]}";

  private final WireMockServer api =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final HeardStore heard = new HeardStore(TestDatabase.database());
  private final WhatsAppChannel channel =
      new WhatsAppChannel(
          TestHttp.loopback(true),
          heard,
          TestFiles.none(),
          Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC));
  private Account account = Deliveries.account();

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void start() {
    api.start();
    account = account(Map.of());
  }

  @AfterEach
  void stop() {
    api.stop();
  }

  private Account account(Map<String, String> more) {
    var settings = new HashMap<>(Deliveries.SETTINGS);
    settings.put("api", "http://127.0.0.1:" + api.port() + "/v25.0");
    settings.putAll(more);
    return TestAccounts.stored("whatsapp", "+963112345678", settings);
  }

  private void customerWrote(Instant at) {
    heard.heard(account.workspace(), account.id(), CUSTOMER, "wamid.IN", at);
  }

  private void answer(int status, String body) {
    api.stubFor(
        post(urlEqualTo(MESSAGES)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private Sending send(String text, OutgoingFile... files) {
    return channel.send(account, TestAccounts.outgoing(CUSTOMER, text, files));
  }

  @Test
  void aTextGoesToTheNumberWithTheToken() {
    customerWrote(TestAccounts.NOW.minusSeconds(60));
    answer(200, TAKEN);

    assertThat(send("طلبك في الطريق")).isEqualTo(new Sending.Taken("wamid.OUT"));

    api.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withHeader("Authorization", equalTo("Bearer token-of-ours"))
            .withRequestBody(matchingJsonPath("$.type", equalTo("text")))
            .withRequestBody(matchingJsonPath("$.to", equalTo(CUSTOMER)))
            .withRequestBody(matchingJsonPath("$.text.body", equalTo("طلبك في الطريق"))));
  }

  @Test
  void anIdentityIsNotPutWhereANumberBelongs() {
    heard.heard(account.workspace(), account.id(), "SY.134912", "wamid.IN", TestAccounts.NOW);
    answer(200, TAKEN);

    channel.send(account, TestAccounts.outgoing("SY.134912", "Hello"));

    api.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withRequestBody(matchingJsonPath("$.recipient", equalTo("SY.134912")))
            .withRequestBody(matchingJsonPath("$.to", absent())));
  }

  @Test
  void whoeverIsAnsweredSeesOnceThatTheMessageWasRead() {
    customerWrote(TestAccounts.NOW.minusSeconds(60));
    answer(200, TAKEN);

    send("one");
    send("two");

    api.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withRequestBody(matchingJsonPath("$.status", equalTo("read")))
            .withRequestBody(matchingJsonPath("$.message_id", equalTo("wamid.IN"))));
  }

  @Test
  void outsideOfTheWindowNothingIsSent() {
    customerWrote(TestAccounts.NOW.minus(Duration.ofHours(24)));
    answer(200, TAKEN);

    assertThat(send("too late")).isInstanceOf(Sending.Refused.class);
    assertThat(((Sending.Refused) send("too late")).code()).isEqualTo("window-closed");
    api.verify(0, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  private Sending sendAs(String name, TemplateUse.Parameter... parameters) {
    var use = new TemplateUse(name, "ar", List.of(parameters));
    return channel.send(account, TestAccounts.outgoing(CUSTOMER, "as it reads", use));
  }

  private static RequestPatternBuilder templateSent() {
    return postRequestedFor(urlEqualTo(MESSAGES))
        .withRequestBody(matchingJsonPath("$.type", equalTo("template")))
        .withRequestBody(matchingJsonPath("$.template.language.code", equalTo("ar")));
  }

  @Test
  void aTemplateGoesOutAtAnyTimeWithItsParametersInTheirOrder() {
    answer(200, TAKEN);

    var sent =
        sendAs(
            "follow_up",
            new TemplateUse.Parameter("1", "ليلى"),
            new TemplateUse.Parameter("2", "4711"));

    assertThat(sent).isEqualTo(new Sending.Taken("wamid.OUT"));
    var body = "$.template.components[0]";
    api.verify(
        1,
        templateSent()
            .withRequestBody(matchingJsonPath("$.template.name", equalTo("follow_up")))
            .withRequestBody(matchingJsonPath(body + ".type", equalTo("body")))
            .withRequestBody(matchingJsonPath(body + ".parameters[0].text", equalTo("ليلى")))
            .withRequestBody(matchingJsonPath(body + ".parameters[1].type", equalTo("text")))
            .withRequestBody(matchingJsonPath(body + ".parameters[1].text", equalTo("4711")))
            .withRequestBody(matchingJsonPath(body + ".parameters[0].parameter_name", absent())));
  }

  @Test
  void aParameterWithANameIsSentWithItAndATemplateWithoutAnyHasNoComponents() {
    answer(200, TAKEN);

    sendAs("ready", new TemplateUse.Parameter("order", "4711"));
    sendAs("welcome");

    api.verify(
        1,
        templateSent()
            .withRequestBody(
                matchingJsonPath(
                    "$.template.components[0].parameters[0].parameter_name", equalTo("order"))));
    api.verify(
        1,
        templateSent()
            .withRequestBody(matchingJsonPath("$.template.name", equalTo("welcome")))
            .withRequestBody(matchingJsonPath("$.template.components", absent())));
  }

  @Test
  void onceTheWindowIsClosedNothingButATemplateArrives() {
    var now = TestAccounts.NOW;
    assertThat(channel.templatesAlone(account, recipient(now.minus(Duration.ofHours(23)))))
        .isFalse();
    assertThat(channel.templatesAlone(account, recipient(now.minus(Duration.ofHours(24)))))
        .isTrue();
    assertThat(channel.templatesAlone(account, new Recipient(new ContactId(1), CUSTOMER, null)))
        .isTrue();
  }

  private static Recipient recipient(Instant lastHeard) {
    return new Recipient(new ContactId(1), CUSTOMER, lastHeard);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 131047, window-closed",
    "400, 131026, not-reachable",
    "400, 131009, refused",
    "400, 132000, template-changed",
    "404, 132001, template-not-known",
    "400, 132005, template-too-long",
    "400, 132007, template-refused",
    "400, 132012, template-changed",
    "400, 132015, template-paused",
    "403, 368, account-locked"
  })
  void whatCanNeverGoOutIsRefusedWithItsReason(int status, int number, String code) {
    customerWrote(TestAccounts.NOW);
    answer(status, "{\"error\": {\"code\": " + number + ", \"message\": \"said by them\"}}");

    assertThat(send("x")).isEqualTo(new Sending.Refused(code, number + " said by them"));
  }

  @ParameterizedTest
  @CsvSource({
    "429, 130429, throttled",
    "400, 131056, throttled",
    "500, 131000, provider-failed",
    "503, 2, provider-failed"
  })
  void whatMayGoOutLaterIsTriedAgain(int status, int number, String code) {
    customerWrote(TestAccounts.NOW);
    answer(status, "{\"error\": {\"code\": " + number + ", \"message\": \"not now\"}}");

    assertThat(send("x")).isEqualTo(new Sending.Later(code, number + " not now", Duration.ZERO));
  }

  @Test
  void whatTheTokenIsNotGoodForWaitsForAnother() {
    customerWrote(TestAccounts.NOW);
    answer(401, "{\"error\": {\"code\": 190, \"message\": \"expired\"}}");

    assertThat(send("x"))
        .isInstanceOfSatisfying(
            Sending.Later.class, later -> assertThat(later.code()).isEqualTo("not-authorised"));
  }

  @Test
  void theProviderSaysHowLongItWantsToBeLeftAlone() {
    customerWrote(TestAccounts.NOW);
    api.stubFor(
        post(urlEqualTo(MESSAGES))
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "90")));

    assertThat(send("x")).isInstanceOf(Sending.Later.class);
    assertThat(((Sending.Later) send("x")).after()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void aBrokenLineAndAnAnswerWithoutEndAreTriedAgain() {
    customerWrote(TestAccounts.NOW);
    api.stubFor(
        post(urlEqualTo(MESSAGES))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(send("x")).isInstanceOf(Sending.Later.class);

    answer(200, "x".repeat(2 * 1024 * 1024));
    assertThat(send("x")).isInstanceOf(Sending.Later.class);
  }

  @Test
  void aFileIsSentAheadAndNamedInTheMessage() throws Exception {
    customerWrote(TestAccounts.NOW);
    answer(200, TAKEN);
    api.stubFor(post(urlEqualTo(MEDIA)).willReturn(okJson("{\"id\": \"media-1\"}")));
    var picture = Files.write(folder.resolve("7"), new byte[] {1, 2, 3});

    assertThat(send("Your seat", new OutgoingFile("seat.png", "image/png", 3, picture)))
        .isEqualTo(new Sending.Taken("wamid.OUT"));

    api.verify(
        postRequestedFor(urlEqualTo(MEDIA)).withRequestBody(containing("filename=\"seat.png\"")));
    api.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withRequestBody(matchingJsonPath("$.type", equalTo("image")))
            .withRequestBody(matchingJsonPath("$.image.id", equalTo("media-1")))
            .withRequestBody(matchingJsonPath("$.image.caption", equalTo("Your seat"))));
  }

  @Test
  void aFileThatIsNoPictureGoesAsADocumentWithItsName() throws Exception {
    customerWrote(TestAccounts.NOW);
    answer(200, TAKEN);
    api.stubFor(post(urlEqualTo(MEDIA)).willReturn(okJson("{\"id\": \"media-1\"}")));
    var file = Files.write(folder.resolve("7"), new byte[] {1});

    send("Bill", new OutgoingFile("فاتورة.pdf", "application/pdf", 1, file));

    api.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withRequestBody(matchingJsonPath("$.document.filename", equalTo("فاتورة.pdf"))));
  }

  @Test
  void aFileThatIsRefusedOrGoneIsNotNamedInAMessage() {
    customerWrote(TestAccounts.NOW);
    api.stubFor(
        post(urlEqualTo(MEDIA))
            .willReturn(aResponse().withStatus(400).withBody("{\"error\": {\"code\": 131053}}")));
    var gone = new OutgoingFile("seat.png", "image/png", 3, folder.resolve("nothing"));

    assertThat(send("x", gone)).isInstanceOf(Sending.Refused.class);
    assertThat(((Sending.Refused) send("x", gone)).code()).isEqualTo("file-missing");
    api.verify(0, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @Test
  void anAddressThatMayNotBeCalledIsNot() {
    customerWrote(TestAccounts.NOW);
    answer(200, TAKEN);
    var guarded =
        new WhatsAppChannel(
            TestHttp.loopback(false),
            heard,
            TestFiles.none(),
            Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC));

    assertThat(guarded.send(account, TestAccounts.outgoing(CUSTOMER, "x")))
        .isEqualTo(
            new Sending.Later(
                "address-not-allowed",
                "the address may not be called, or a token cannot be written",
                Duration.ZERO));
    api.verify(0, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @Test
  void aTokenThatCannotBeSentIsNotRepeatedInWords() {
    account = account(Map.of("accessToken", "line\nbreak-of-a-secret"));
    customerWrote(TestAccounts.NOW);

    assertThat(send("x").toString()).doesNotContain("break-of-a-secret");
    assertThat(account.toString()).doesNotContain("break-of-a-secret");
  }

  @Test
  void aTestOfTheAccountSaysWhetherTokenAndNumberFit() {
    var path = urlPathEqualTo("/v25.0/106540352242922");
    api.stubFor(get(path).willReturn(okJson("{\"display_phone_number\": \"+963 11 234 5678\"}")));
    assertThat(channel.test(account))
        .containsExactly(Finding.good("authorised"), Finding.good("address"));

    api.stubFor(get(path).willReturn(okJson("{\"display_phone_number\": \"+49 30 901820\"}")));
    assertThat(channel.test(account))
        .containsExactly(Finding.good("authorised"), Finding.bad("address", "+49 30 901820"));

    api.stubFor(
        get(path)
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody("{\"error\": {\"code\": 190, \"message\": \"expired\"}}")));
    assertThat(channel.test(account)).containsExactly(Finding.bad("not-authorised", "190 expired"));
  }
}
