package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mailboxes of a real server: fetching, sending, acknowledging, trying an account.
class MailboxLineTest {
  private final MailHouse mail = new MailHouse();
  private final EmailScene scene = new EmailScene(mail.settings(Map.of("sender-name", "المتجر")));
  private final KeptMails kept = new KeptMails();

  @AfterEach
  void close() {
    mail.close();
  }

  private static String raw(String words) {
    return "From: layla@x.example\nTo: orders@shop.example\nSubject: s\nMessage-ID: <"
        + UUID.randomUUID()
        + "@x>\n\n"
        + words
        + "\n";
  }

  @Test
  void whatLiesThereAndWhatComesIsKeptOnceAlsoAfterARestart() {
    mail.comes(raw("first"));
    mail.comes(raw("second"));
    try (var line = scene.channel.open(scene.account, kept)) {
      Await.until(() -> kept.ids.size() == 2);
      Await.until(() -> line.standing().up());
      mail.comes(raw("third"));
      Await.until(() -> kept.ids.size() == 3);
    }
    mail.comes(raw("fourth"));
    var later = new KeptMails();
    try (var _ = scene.channel.open(scene.account, later)) {
      Await.until(() -> later.count("fourth") == 1);
    }
    assertThat(kept.bodies)
        .allMatch(
            body ->
                body.startsWith("From: layla@x.example") || body.contains("From: layla@x.example"));
    assertThat(later.count("first")).isZero();
    assertThat(later.count("second")).isZero();
  }

  @Test
  void whatCouldNotBeStoredIsFetchedAgain() {
    kept.failures.set(2);
    mail.comes(raw("stubborn"));
    try (var _ = scene.channel.open(scene.account, kept)) {
      Await.until(() -> kept.count("stubborn") == 1);
      mail.comes(raw("next"));
      Await.until(() -> kept.count("next") == 1);
    }
    assertThat(kept.ids).hasSize(2);
  }

  @Test
  void aMailSentAgainKeepsItsMessageId() throws Exception {
    long id = TestDatabase.ids().next();
    var out =
        new Outgoing(
            new MessageId(id),
            new ConversationId(id),
            new InteractionId(id),
            UUID.randomUUID(),
            "layla@x.example",
            "مرحبا",
            List.of(),
            null,
            0);
    assertThat(scene.channel.send(scene.account, out)).isInstanceOf(Sending.Taken.class);
    assertThat(scene.channel.send(scene.account, out)).isInstanceOf(Sending.Taken.class);
    var sent = mail.of("layla@x.example");
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getMessageID()).isEqualTo(sent.get(1).getMessageID());
    assertThat(sent.getFirst().getSubject()).isEqualTo("مرحبا");
  }

  @Test
  void anAccountIsTried() {
    assertThat(scene.channel.test(scene.account)).allMatch(Finding::good).hasSize(2);
    var wrong = new EmailScene(mail.settings(Map.of("secret", "wrong")));
    var findings = wrong.channel.test(wrong.account);
    assertThat(findings).noneMatch(Finding::good).hasSize(2);
    assertThat(findings.getFirst().detail()).startsWith("log-in-refused");
    var clear = new EmailScene(mail.settings(Map.of("imap-host", "192.0.2.1")));
    assertThat(clear.channel.test(clear.account).getFirst().detail()).startsWith("not-encrypted");
    try (var line = wrong.channel.open(wrong.account, kept)) {
      Await.until(() -> "log-in-refused".equals(line.standing().code()));
      assertThat(line.standing().up()).isFalse();
    }
  }
}
