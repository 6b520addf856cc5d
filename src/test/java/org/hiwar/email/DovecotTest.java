package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A mailbox on Dovecot: what comes is told by the server, numbers stay or change, certificates and
/// passwords are judged, and what we send goes out by submission.
@Tag("mail")
class DovecotTest {
  private final MailHouse outside = new MailHouse();
  private final Dovecot dovecot = new Dovecot(outside.smtpPort());
  private final KeptMails kept = new KeptMails();

  @AfterEach
  void close() {
    dovecot.close();
    outside.close();
  }

  private static String raw(String words) {
    return "From: layla@x.example\nTo: orders@shop.example\nSubject: s\nMessage-ID: <"
        + UUID.randomUUID()
        + "@x>\n\n"
        + words
        + "\n";
  }

  private EmailScene scene(Map<String, String> more) {
    return new EmailScene(dovecot.settings(more), dovecot.believing());
  }

  private void arrives(String words) {
    dovecot.comes(raw(words));
    Await.until(() -> kept.count(words) == 1);
  }

  /// It asks by itself once in an hour, so nobody but the server can have told it.
  @Test
  void whatComesIsToldByTheServer() {
    var scene = scene(Map.of());
    try (var line =
        new ImapLine(
                scene.sessions,
                scene.places,
                scene.account,
                kept,
                Clock.systemUTC(),
                Duration.ofHours(1))
            .start()) {
      for (var words : List.of("first", "second", "third")) arrives(words);
      assertThat(line.standing().up()).isTrue();
    }
    assertThat(kept.ids).hasSize(3);
  }

  @Test
  void afterARestartOfTheServerOnlyWhatIsNewIsFetched() {
    var scene = scene(Map.of());
    try (var line = scene.channel.open(scene.account, kept)) {
      arrives("before");
      dovecot.stop();
      Await.until(() -> !line.standing().up());
      dovecot.start();
      arrives("after");
      Await.until(() -> line.standing().up());
    }
    var later = new KeptMails();
    try (var _ = scene.channel.open(scene.account, later)) {
      dovecot.comes(raw("later"));
      Await.until(() -> later.count("later") == 1);
    }
    assertThat(kept.ids).hasSize(2);
    assertThat(validities(kept)).hasSize(1).isEqualTo(validities(later));
    assertThat(later.ids).hasSize(1);
  }

  private static Set<String> validities(KeptMails mails) {
    return mails.ids.stream().map(id -> id.split("\\.")[0]).collect(Collectors.toSet());
  }

  /// The mails come once more under other numbers; by what is in them they are the same.
  @Test
  void aMailboxMadeAnewBringsNothingTwice() {
    var scene = scene(Map.of());
    try (var line = scene.channel.open(scene.account, kept)) {
      arrives("one");
      arrives("two");
      dovecot.stop();
      Await.until(() -> !line.standing().up());
      dovecot.losesItsNumbers();
      dovecot.start();
      arrives("three");
      Await.until(() -> kept.count("one") == 2 && kept.count("two") == 2);
    }
    assertThat(validities(kept)).hasSize(2);
    assertThat(kept.bodies.stream().map(body -> messageIn(scene, body)).distinct()).hasSize(3);
  }

  private static String messageIn(EmailScene scene, String raw) {
    var content = (Reading.Content) scene.read(raw.replace("\r\n", "\n"));
    return content.messages().getFirst().externalId();
  }

  @Test
  void encryptedFromTheFirstByteOrLaterItIsReadAndWrittenTo() {
    for (var security : List.of(dovecot.tls(), Dovecot.startTls())) {
      var scene = scene(security);
      assertThat(scene.channel.test(scene.account)).allMatch(Finding::good).hasSize(2);
      var here = new KeptMails();
      try (var _ = scene.channel.open(scene.account, here)) {
        dovecot.comes(raw("secret"));
        Await.until(() -> here.count("secret") == 1);
      }
      assertThat(scene.channel.send(scene.account, mail())).isInstanceOf(Sending.Taken.class);
    }
    assertThat(outside.of("layla@customer.example")).hasSize(2);
  }

  private static Outgoing mail() {
    long id = TestDatabase.ids().next();
    return new Outgoing(
        new MessageId(id),
        new ConversationId(id),
        new InteractionId(id),
        UUID.randomUUID(),
        "layla@customer.example",
        "مرحبا",
        List.of(),
        null,
        0);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedAndNothingIsSaid() {
    for (var security : List.of(dovecot.tls(), Dovecot.startTls())) {
      var scene =
          new EmailScene(
              dovecot.settings(security), (SSLSocketFactory) SSLSocketFactory.getDefault());
      var findings = scene.channel.test(scene.account);
      assertThat(findings).noneMatch(Finding::good).hasSize(2);
      assertThat(findings)
          .extracting(Finding::detail)
          .allMatch(detail -> detail.startsWith("certificate-untrusted: "));
      try (var line = scene.channel.open(scene.account, kept)) {
        Await.until(() -> "certificate-untrusted".equals(line.standing().code()));
      }
      assertThat(scene.channel.send(scene.account, mail())).isInstanceOf(Sending.Later.class);
    }
    assertThat(outside.of("layla@customer.example")).isEmpty();
    assertThat(dovecot.log()).doesNotContain("user=<orders@");
  }

  @Test
  void aWrongPasswordIsSaidByTheTestAndByTheLine() {
    var scene = scene(Map.of("secret", "wrong"));
    var findings = scene.channel.test(scene.account);
    assertThat(findings).noneMatch(Finding::good).hasSize(2);
    assertThat(findings)
        .extracting(Finding::detail)
        .allMatch(detail -> detail.startsWith("log-in-refused: "));
    try (var line = scene.channel.open(scene.account, kept)) {
      Await.until(() -> "log-in-refused".equals(line.standing().code()));
    }
  }

  /// However large it is, memory is needed for its beginning alone.
  @Test
  void ofAMailThatIsTooLargeOnlyTheBeginningIsFetched() throws Exception {
    dovecot.comes(TortureMails::large);
    dovecot.comes(TortureMails::largeHeader);
    var scene = scene(Map.of());
    try (var mailbox = ImapMailbox.open(scene.sessions, scene.account)) {
      var waiting = mailbox.waiting(mailbox.after(0), 0);
      assertThat(waiting).hasSize(2);
      for (var mail : waiting) {
        var before = allocated();
        var raw = mailbox.raw(List.of(mail)).getFirst();
        assertThat(allocated() - before).isLessThan(8L * 1024 * 1024);
        assertThat(raw.length).isLessThan(100_000);
        assertThat(new String(raw, StandardCharsets.US_ASCII))
            .startsWith(ImapMailbox.TOO_LARGE + ": " + mail.mail().getSize() + "\r\n")
            .contains("mallory@x.example");
      }
    }
  }

  /// By the thread that runs this, since it was begun, in bytes.
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
