package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Mailboxes that are logged in to by OAuth 2: the servers take access tokens, and no passwords.
@ExtendWith(OutputCaptureExtension.class)
class OAuthLineTest {
  private final TokenHouse house = new TokenHouse();

  @AfterEach
  void close() {
    house.close();
  }

  private EmailScene scene(String... more) {
    return new EmailScene(house.settings(more.length == 0 ? Map.of() : Map.of(more[0], more[1])));
  }

  /// Says of each message its bytes.
  private static final class Kept implements Inbox {
    final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<Inbox.Kept> keep(Account account, String externalId, byte[] body) {
      sizes.add(body.length);
      return CompletableFuture.completedFuture(Inbox.Kept.STORED);
    }
  }

  private static Sending send(EmailScene scene) {
    long id = TestDatabase.ids().next();
    var mail =
        new Outgoing(
            new MessageId(id),
            new ConversationId(id),
            new InteractionId(id),
            UUID.randomUUID(),
            "layla@x.example",
            "Hello",
            List.of(),
            null,
            0);
    return scene.channel.send(scene.account, mail);
  }

  private static String wrong(EmailScene scene) {
    var findings = scene.channel.test(scene.account);
    assertThat(findings).noneMatch(Finding::good).hasSize(1);
    return findings.getFirst().code();
  }

  @Test
  void mailsComeAndGoByOneAccessTokenWhichNobodyReads(CapturedOutput output) {
    var scene = scene();
    var kept = new Kept();
    house.mail.comes("From: layla@x.example\nSubject: s\nMessage-ID: <1@x>\n\nHello\n");
    try (var line = scene.channel.open(scene.account, kept)) {
      Await.until(() -> kept.sizes.size() == 1);
      assertThat(line.standing().up()).isTrue();
      assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    }
    assertThat(house.mail.of("layla@x.example")).hasSize(1);
    assertThat(house.asked).hasValue(1);
    assertThat(house.tokens()).hasSize(1).noneMatch(token -> output.getAll().contains(token));
    assertThat(output.getAll()).doesNotContain(house.refreshToken(), "date-palm");
  }

  @Test
  void anAccessTokenIsRenewedBeforeItExpiresAndAfterARefusal() {
    var scene = scene();
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    scene.fast = Duration.ofMinutes(54);
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    assertThat(house.asked).hasValue(1);
    scene.fast = Duration.ofMinutes(56);
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    assertThat(house.asked).hasValue(2);

    house.forgetTokens();
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    assertThat(house.asked).hasValue(3);
    assertThat(house.mail.of("layla@x.example")).hasSize(4);
  }

  @Test
  void aRefreshTokenThatIsReplacedCountsFromThenOn() {
    house.rotate();
    var scene = scene();
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    house.forgetTokens();
    assertThat(send(scene)).isInstanceOf(Sending.Taken.class);
    assertThat(scene.renewed).hasSize(2).last().isEqualTo(house.refreshToken());
  }

  @Test
  void theTrialSaysWhatIsWrong() {
    assertThat(scene().channel.test(scene().account)).allMatch(Finding::good).hasSize(3);
    assertThat(wrong(scene("client-secret", "wrong"))).isEqualTo("client-refused");
    assertThat(wrong(scene("client-id", ""))).isEqualTo("oauth-missing");
    assertThat(wrong(scene("token-endpoint", "http://127.0.0.1:1/token")))
        .isEqualTo("token-endpoint-unreachable");
    // What the guard lets nobody reach is not asked.
    assertThat(wrong(scene("token-endpoint", "https://10.0.0.1/token")))
        .isEqualTo("address-not-allowed");
    assertThat(wrong(scene("token-endpoint", "http://192.0.2.1/token")))
        .isEqualTo("address-not-allowed");

    house.takeNoToken();
    var refused = scene();
    assertThat(refused.channel.test(refused.account))
        .extracting(Finding::code)
        .containsExactly("token", "imap-token-refused", "smtp-token-refused");
    house.withdraw();
    var expired = refused.channel.test(refused.account).getFirst();
    assertThat(expired.code()).isEqualTo("refresh-token-expired");
    assertThat(expired.detail()).contains("expired or revoked").doesNotContain("1//refresh");
    house.breakEndpoint();
    assertThat(wrong(refused)).isEqualTo("token-endpoint-unreachable");
    var without = new EmailScene(house.mail.settings(Map.of("secret", "")));
    assertThat(without.channel.test(without.account))
        .extracting(Finding::code)
        .containsExactly("imap-password-missing", "smtp-password-missing");
  }

  @Test
  void whatCannotLogInSaysSoAtTheLineAndAtTheMail() {
    house.withdraw();
    var scene = scene();
    assertThat(send(scene))
        .isInstanceOfSatisfying(
            Sending.Later.class,
            later -> assertThat(later.code()).isEqualTo("refresh-token-expired"));
    try (var line = scene.channel.open(scene.account, new Kept())) {
      Await.until(() -> "refresh-token-expired".equals(line.standing().code()));
    }
  }
}
