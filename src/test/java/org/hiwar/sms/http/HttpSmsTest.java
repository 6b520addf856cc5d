package org.hiwar.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Sending;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.sms.KeptItems;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSmsTest {
  private static final String OURS = "+963119900";
  private static final String CUSTOMER = "+963944555666";

  private final WireMockServer provider =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final KeptItems inbox = new KeptItems();
  private final HttpSms http =
      new HttpSms(
          new OutboundHttp(
              new OutboundGuard(InetAddress::getAllByName, true, List.of()),
              (SSLSocketFactory) SSLSocketFactory.getDefault(),
              System::nanoTime));

  @BeforeEach
  void start() {
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop();
  }

  private Account account() {
    return account("http://127.0.0.1:" + provider.port() + "/Messages", "topsecret");
  }

  private static Account account(String url, String secret) {
    return new Account(
        new WorkspaceId(1),
        new AccountId(2),
        "sms",
        "Test",
        OURS,
        new ServiceId(3),
        null,
        Map.of("provider", "http", "url", url, "user", "AC1", "token", "tok", "secret", secret),
        true,
        1);
  }

  private static Outgoing outgoing(String text) {
    return new Outgoing(
        new MessageId(7),
        new ConversationId(1),
        new InteractionId(1),
        new UUID(0, 7),
        CUSTOMER,
        text,
        List.of(),
        null,
        0);
  }

  private Sending answered(ResponseDefinitionBuilder answer) {
    provider.stubFor(post("/Messages").willReturn(answer));
    return http.send(account(), outgoing("hello"));
  }

  @Test
  void aMessageIsPostedAndItsNameKept() {
    provider.stubFor(
        post("/Messages").willReturn(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\"}")));

    assertThat(http.send(account(), outgoing("مرحبا 😀 & more")))
        .isEqualTo(new Sending.Taken("SM1"));

    provider.verify(
        postRequestedFor(urlEqualTo("/Messages"))
            .withBasicAuth(new BasicCredentials("AC1", "tok"))
            .withFormParam("From", equalTo(OURS))
            .withFormParam("To", equalTo(CUSTOMER))
            .withFormParam("Body", equalTo("مرحبا 😀 & more")));
  }

  @Test
  void whatTheProviderAnswersSaysWhetherItIsTriedAgain() {
    assertThat(answered(aResponse().withStatus(429).withHeader("Retry-After", "7")))
        .isInstanceOfSatisfying(
            Sending.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(answered(aResponse().withStatus(503))).isInstanceOf(Sending.Later.class);
    assertThat(answered(aResponse().withStatus(401)))
        .isInstanceOfSatisfying(
            Sending.Later.class, l -> assertThat(l.code()).isEqualTo("credentials-refused"));
    assertThat(answered(aResponse().withStatus(400).withBody("{\"message\":\"no such number\"}")))
        .isEqualTo(new Sending.Refused("refused", "400 {\"message\":\"no such number\"}"));
    assertThat(answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
        .isInstanceOfSatisfying(
            Sending.Later.class, l -> assertThat(l.code()).isEqualTo("not-reachable"));
    assertThat(http.send(account("", "x"), outgoing("hello"))).isInstanceOf(Sending.Later.class);
  }

  private int posted(String body, String signature) {
    var request =
        new WebhookRequest(
            "POST", Map.of("x-signature", List.of(signature)), Map.of(), body.getBytes(UTF_8));
    return http.handle(account(), request, inbox).status();
  }

  private int posted(String body) {
    return posted(body, "sha256=" + Signature.of("topsecret", body.getBytes(UTF_8)));
  }

  private Reading reading() {
    return http.read(inbox.items().getLast());
  }

  @Test
  void aSignedMessageIsStoredOnceAndRead() {
    var body =
        "MessageSid=SM9&From=%2B963944555666&To=%2B963119900&Body=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7+%26";

    assertThat(posted(body)).isEqualTo(200);
    assertThat(posted(body)).isEqualTo(200);

    assertThat(inbox.items()).hasSize(1);
    var message = ((Reading.Content) reading()).messages().getFirst();
    assertThat(message.text()).isEqualTo("مرحبا &");
    assertThat(message.from().address().value()).isEqualTo(CUSTOMER);
    assertThat(message.from().address().trust()).isEqualTo(Trust.ATTESTED);
  }

  @Test
  void whatIsNotSignedIsNotEvenStored() {
    var body = "MessageSid=SM9&From=%2B963944555666&Body=hello";
    var good = Signature.of("topsecret", body.getBytes(UTF_8));

    assertThat(posted(body, "")).isEqualTo(403);
    assertThat(posted(body, "sha256=00")).isEqualTo(403);
    assertThat(posted(body + "!", good)).isEqualTo(403);
    assertThat(Signature.isGood("", body.getBytes(UTF_8), good)).as("without a secret").isFalse();
    assertThat(inbox.items()).isEmpty();
    assertThat(posted(body, good)).isEqualTo(200);
  }

  /// Whatever else is wrong with it: an answer of its own would say that there is an account.
  @Test
  void whoeverHasNoSignatureLearnsNothingElse() {
    assertThat(posted("hello", "")).isEqualTo(403);
    assertThat(posted("MessageSid=SM1&Body=" + "a".repeat(70_000), "")).isEqualTo(403);
    var got = new WebhookRequest("GET", Map.of(), Map.of(), new byte[0]);
    assertThat(http.handle(account(), got, inbox).status()).isEqualTo(403);
  }

  /// A name that no text may hold would be refused by the database, each time it is read.
  @Test
  void aSenderWhoseNameIsNoneIsSetAside() {
    posted("MessageSid=SM9&From=%00&Body=hello");
    assertThat(reading()).isEqualTo(new Reading.Aside("no-sender", ""));
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThat(posted("hello")).isEqualTo(400);
    assertThat(posted("MessageSid=%ZZ")).isEqualTo(400);
    assertThat(posted("Body=hello")).isEqualTo(400);
    assertThat(posted("MessageSid=SM1&Body=" + "a".repeat(70_000))).isEqualTo(413);
    assertThat(posted("MessageSid=SM1%00&Body=hello")).isEqualTo(400);
    assertThat(posted("MessageSid=SM1&MessageStatus=sent%00")).isEqualTo(400);
    assertThat(posted("MessageSid=" + "a".repeat(301) + "&Body=hello")).isEqualTo(400);
    var signature = "sha256=" + Signature.of("topsecret", new byte[0]);
    var headers = Map.of("x-signature", List.of(signature));
    var got = new WebhookRequest("GET", headers, Map.of(), new byte[0]);
    assertThat(http.handle(account(), got, inbox).status()).isEqualTo(405);
    assertThat(inbox.items()).isEmpty();
  }

  @Test
  void aProviderIsAskedToComeAgainWhenNothingCanBeStored() {
    inbox.fail(1);
    var body = "MessageSid=SM9&From=%2B963944555666&Body=hello";

    assertThat(posted(body)).isEqualTo(503);
    assertThat(posted(body)).isEqualTo(200);
    assertThat(inbox.items()).hasSize(1);
  }

  @Test
  void newsSayWhatBecameOfAMessage() {
    posted("MessageSid=SM1&MessageStatus=sent");
    assertThat(reading()).isInstanceOf(Reading.Nothing.class);
    posted("MessageSid=SM1&MessageStatus=delivered");
    var receipt = ((Reading.Content) reading()).receipts().getFirst();
    assertThat(receipt.externalId()).isEqualTo("SM1");
    assertThat(receipt.state()).isEqualTo(DeliveryState.DELIVERED);
    posted("MessageSid=SM2&MessageStatus=undelivered&ErrorCode=30003");
    assertThat(((Reading.Content) reading()).receipts().getFirst().failure())
        .isEqualTo("undeliverable");
    assertThat(inbox.items()).hasSize(3);
  }

  @Test
  void aTestSaysWhatIsWrong() {
    provider.stubFor(get("/Messages").willReturn(aResponse().withStatus(200).withBody("{}")));
    assertThat(http.test(account()))
        .containsExactly(
            Finding.good("connection"), Finding.good("credentials"), Finding.good("signature"));
    provider.stubFor(get("/Messages").willReturn(aResponse().withStatus(401)));
    assertThat(http.test(account())).contains(Finding.bad("credentials-refused", "401"));
    assertThat(http.test(account("", ""))).containsExactly(Finding.bad("url-missing", ""));
    assertThat(http.test(account("http://169.254.169.254/latest", "x")))
        .extracting(Finding::code)
        .containsExactly("address-not-allowed");
  }
}
