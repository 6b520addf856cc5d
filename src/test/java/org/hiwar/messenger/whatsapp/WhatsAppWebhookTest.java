package org.hiwar.messenger.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks.Answer;
import org.hiwar.messenger.HeardStore;
import org.hiwar.messenger.Signatures;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.messenger.TestFiles;
import org.hiwar.messenger.TestHttp;
import org.hiwar.messenger.TestInbox;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppWebhookTest {
  private static final byte[] BODY =
      Deliveries.message("wamid.A", "'type': 'text', 'text': {'body': 'Hello'}")
          .getBytes(StandardCharsets.UTF_8);

  private final WhatsAppChannel channel =
      new WhatsAppChannel(
          TestHttp.loopback(false),
          new HeardStore(TestDatabase.database()),
          TestFiles.none(),
          Clock.fixed(TestAccounts.NOW, ZoneOffset.UTC));
  private final Account account = Deliveries.account();
  private final TestInbox inbox = new TestInbox();

  private static String signature(String secret, byte[] body) {
    return "sha256=" + Signatures.hex(Signatures.hmac(Signatures.utf8(secret), body));
  }

  private Answer deliver(byte[] body, String signature) {
    var headers = Map.of("x-hub-signature-256", List.of(signature));
    return channel.handle(account, new WebhookRequest("POST", headers, Map.of(), body), inbox);
  }

  private Answer challenge(Map<String, String> query) {
    return channel.handle(account, new WebhookRequest("GET", Map.of(), query, new byte[0]), inbox);
  }

  @Test
  void whatIsSignedIsKeptAsItCameBeforeItIsAnswered() {
    assertThat(deliver(BODY, signature("secret-of-the-app", BODY)).status()).isEqualTo(200);

    assertThat(inbox.names()).hasSize(1);
    assertThat(inbox.body(inbox.names().getFirst())).isEqualTo(BODY);
  }

  @Test
  void theSameDeliveryTwiceIsKeptOnceAndAnsweredTwice() {
    deliver(BODY, signature("secret-of-the-app", BODY));

    assertThat(deliver(BODY, signature("secret-of-the-app", BODY)).status()).isEqualTo(200);
    assertThat(inbox.names()).hasSize(1);
  }

  @Test
  void whatCannotBeStoredIsToComeAgain() {
    inbox.broken();

    assertThat(deliver(BODY, signature("secret-of-the-app", BODY)).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha256=00",
        "sha1=0000000000000000000000000000000000000000",
        "another secret",
        "another body"
      })
  void aForgedSignatureIsRefusedAndNothingIsKept(String forgery) {
    var changed = new String(BODY, StandardCharsets.UTF_8).replace("Hello", "Hullo");
    var signature =
        switch (forgery) {
          case "another secret" -> signature("another secret", BODY);
          case "another body" ->
              signature("secret-of-the-app", changed.getBytes(StandardCharsets.UTF_8));
          default -> forgery;
        };

    assertThat(deliver(BODY, signature).status()).isEqualTo(403);
    assertThat(inbox.names()).isEmpty();
  }

  @Test
  void anAccountWithoutASecretTakesNothing() {
    var open = TestAccounts.account("whatsapp", "+963112345678", Map.of("phoneNumberId", "1"));
    var request = new WebhookRequest("POST", Map.of(), Map.of("hub.verify_token", ""), BODY);

    assertThat(channel.handle(open, request, inbox).status()).isEqualTo(403);
  }

  @Test
  void theChallengeIsAnsweredToWhoeverKnowsTheToken() {
    var right =
        Map.of(
            "hub.mode", "subscribe", "hub.verify_token", "olive tree", "hub.challenge", "115820");

    var answer = challenge(right);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("115820");
    assertThat(answer.contentType()).isEqualTo("text/plain");
  }

  @Test
  void anyOtherChallengeIsRefused() {
    assertThat(
            challenge(
                    Map.of(
                        "hub.mode", "subscribe",
                        "hub.verify_token", "oak tree",
                        "hub.challenge", "115820"))
                .status())
        .isEqualTo(403);
    assertThat(
            challenge(
                    Map.of(
                        "hub.mode", "subscribe",
                        "hub.verify_token", "olive tree",
                        "hub.challenge", "<script>"))
                .status())
        .isEqualTo(403);
    assertThat(challenge(Map.of()).status()).isEqualTo(403);
  }
}
