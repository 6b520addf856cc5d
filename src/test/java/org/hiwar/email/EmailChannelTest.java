package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.channel.Reading;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.email.mime.Mailbox;
import org.junit.jupiter.api.Test;

/// What mails belong together, what is no mail of a customer, and what ours look like.
class EmailChannelTest {
  private final EmailScene scene = new EmailScene(Map.of("authserv-id", "mx.shop.example"));

  private static String mail(String from, String id, String subject, String more) {
    return "From: "
        + from
        + "\nTo: orders@shop.example\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + id
        + ">\n"
        + more
        + "\nHello\n";
  }

  private Email first() {
    return scene.takes(mail("layla@x.example", "a@x", "My booking", ""));
  }

  private Email ours(Email answered) {
    return scene.answers.enter(
        scene.account,
        UUID.randomUUID(),
        List.of(answered.parties().from()),
        List.of(),
        "Re: " + answered.subject(),
        "Good day",
        answered);
  }

  private String nothing(String raw) {
    return ((Reading.Nothing) scene.read(raw)).code();
  }

  @Test
  void whatAnAnswerSaysItAnswersJoinsIt() {
    var first = first();
    assertThat(first.why()).isEqualTo(Why.NEW);
    var ours = ours(first);
    assertThat(ours.thread()).isEqualTo(first.thread());
    assertThat(ours.references()).containsExactly("a@x");
    var answer =
        mail("Layla@X.example", "b@x", "other", "In-Reply-To: <" + ours.messageId() + ">\n");
    var second = scene.takes(answer);
    assertThat(second.thread()).isEqualTo(first.thread());
    assertThat(second.why()).isEqualTo(Why.ANSWERS);
  }

  /// As when a mailbox was not looked at for a while: many are read before the first is stored.
  @Test
  void mailsThatAreReadTogetherFindEachOther() {
    var first = scene.thread(mail("layla@x.example", "a@x", "My booking", ""));
    var second =
        scene.thread(mail("layla@x.example", "b@x", "Re: My booking", "In-Reply-To: <a@x>\n"));
    var third = scene.thread(mail("layla@x.example", "c@x", "Re: My booking", ""));
    var other = scene.thread(mail("nobody@y.example", "d@y", "Re: My booking", ""));
    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  /// Its own answers find a mail that was read just before its thread was parted, and kept after
  /// it.
  @Test
  void aMailThatComesWhileItsThreadIsPartedIsFoundByItsAnswers() {
    var first = first();
    var second = scene.takes(mail("layla@x.example", "b@x", "Bill", "In-Reply-To: <a@x>\n"));
    assertThat(second.thread()).isEqualTo(first.thread());
    var thread = new AtomicLong();
    var third =
        scene.takesAround(
            mail("layla@x.example", "c@x", "Bill", "In-Reply-To: <b@x>\n"),
            () -> thread.set(scene.parts(second)));
    assertThat(third.thread()).isEqualTo(thread.get()).isNotEqualTo(first.thread());
    var fourth = mail("layla@x.example", "d@x", "Bill", "In-Reply-To: <c@x>\n");
    assertThat(scene.thread(fourth)).isEqualTo(thread.get());
    var beside = mail("layla@x.example", "e@x", "My booking", "In-Reply-To: <a@x>\n");
    assertThat(scene.thread(beside)).isEqualTo(first.thread());
  }

  /// Whoever repeats the Message-ID of a mail that stayed does not take that away.
  @Test
  void theMessageIdOfAMailThatStaysStaysWithIt() {
    var first = first();
    var second = scene.takes(mail("layla@x.example", "b@x", "Bill", "In-Reply-To: <a@x>\n"));
    long thread = scene.parts(second);
    var repeated = scene.takes(mail("layla@x.example", "a@x", "Bill", "In-Reply-To: <b@x>\n"));
    assertThat(repeated.thread()).isEqualTo(thread);
    var answer = mail("layla@x.example", "f@x", "My booking", "In-Reply-To: <a@x>\n");
    assertThat(scene.thread(answer)).isEqualTo(first.thread());
  }

  @Test
  void mailsThatWeHaveNotSeenJoinThoseThatNameThem() {
    var first =
        scene.takes(mail("layla@x.example", "a@x", "one", "References: <unseen@y> <other@y>\n"));
    var second =
        scene.takes(mail("layla@x.example", "b@x", "two", "References: <older@y> <other@y>\n"));
    assertThat(second.thread()).isEqualTo(first.thread());
    assertThat(second.why()).isEqualTo(Why.REFERS);
  }

  @Test
  void somebodyElseWhoNamesAMailBeginsAThreadOfTheirOwn() {
    var first = first();
    var other =
        scene.takes(mail("thief@z.example", "t@z", "Re: My booking", "In-Reply-To: <a@x>\n"));
    assertThat(other.thread()).isNotEqualTo(first.thread());
    assertThat(other.why()).isEqualTo(Why.OTHER_SENDER);
    // Who was in the mail is in the thread.
    var withCopy = scene.takes(mail("layla@x.example", "c@x", "third", "Cc: boss@x.example\n"));
    var boss = scene.takes(mail("boss@x.example", "d@x", "Re: third", "In-Reply-To: <c@x>\n"));
    assertThat(boss.thread()).isEqualTo(withCopy.thread());
  }

  @Test
  void theTokenInOurAddressComesBeforeEverything() {
    var first = first();
    var other = scene.takes(mail("layla@x.example", "o@x", "other", ""));
    var token =
        ThreadToken.address(MailHouse.OURS, scene.threads.token(scene.account, first.thread()));
    var raw =
        mail("phone@x.example", "p@x", "Re: other", "In-Reply-To: <o@x>\n")
            .replace("orders@shop.example", token);
    var answer = scene.takes(raw);
    assertThat(answer.thread()).isEqualTo(first.thread()).isNotEqualTo(other.thread());
    assertThat(answer.why()).isEqualTo(Why.TOKEN);
    assertThat(
            scene
                .takes(
                    mail("x@x.example", "q@x", "s", "")
                        .replace("orders@", "orders+haaaaaaaaaaaaaaaaaaaa@"))
                .why())
        .isEqualTo(Why.NEW);
  }

  @Test
  void aSubjectJoinsOnlyAnswersOfTheSamePerson() {
    var first = first();
    for (var subject :
        new String[] {
          "Re: My booking", "RE: Fwd: my  BOOKING", "رد: My booking", "AW: [EXT] My booking"
        })
      assertThat(
              scene.takes(mail("layla@x.example", UUID.randomUUID() + "@x", subject, "")).thread())
          .as(subject)
          .isEqualTo(first.thread());
    assertThat(scene.takes(mail("layla@x.example", "e@x", "My booking", "")).why())
        .isEqualTo(Why.NEW);
    assertThat(scene.takes(mail("omar@x.example", "f@x", "Re: My booking", "")).why())
        .isEqualTo(Why.NEW);
  }

  @Test
  void whatMailServersTellBecomesNewsOfOurMail() {
    var ours = ours(first());
    var report =
        "From: MAILER-DAEMON@mx.example\n"
            + "To: orders@shop.example\n"
            + "Return-Path: <>\n"
            + "Content-Type: multipart/report; boundary=b\n\n"
            + "--b\n\n"
            + "no\n"
            + "--b\n"
            + "Content-Type: message/delivery-status\n\n"
            + "Reporting-MTA: dns; mx\n\n"
            + "Action: ACTION\n"
            + "Status: STATUS\n\n"
            + "--b\n"
            + "Content-Type: text/rfc822-headers\n\n"
            + "Message-ID: <ID>\n"
            + "--b--\n";
    var failed =
        report
            .replace("ACTION", "failed")
            .replace("STATUS", "5.2.2")
            .replace("ID>", ours.messageId() + ">");
    var receipt = ((Reading.Content) scene.read(failed)).receipts().getFirst();
    assertThat(receipt.externalId()).isEqualTo(ours.messageId());
    assertThat(receipt.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(receipt.failure()).isEqualTo("mailbox-full");
    var delivered = failed.replace("Action: failed", "Action: delivered");
    assertThat(((Reading.Content) scene.read(delivered)).receipts().getFirst().state())
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(nothing(failed.replace("Action: failed", "Action: delayed"))).isEqualTo("delayed");
    assertThat(nothing(report.replace("ACTION", "failed"))).isEqualTo("unknown-message");
    var old =
        mail("postmaster@mx.example", "r@mx", "failure notice", "Return-Path: <>\n")
            + "Message-ID: <"
            + ours.messageId()
            + ">\n";
    assertThat(((Reading.Content) scene.read(old)).receipts().getFirst().failure())
        .isEqualTo("bounced");
  }

  @Test
  void programsAndOurselvesAreNoCustomers() {
    assertThat(
            nothing(
                mail("a@x.example", "1@x", "away", "Auto-Submitted: auto-replied (vacation)\n")))
        .isEqualTo("auto-reply");
    assertThat(nothing(mail("a@x.example", "1@x", "away", "X-Autoreply: yes\n")))
        .isEqualTo("auto-reply");
    assertThat(nothing(mail("Orders@shop.example", "1@x", "loop", ""))).isEqualTo("own-mail");
    var ours = ours(first());
    assertThat(nothing(mail("a@x.example", ours.messageId(), "came round", "")))
        .isEqualTo("own-mail");
    assertThat(scene.read(mail("a@x.example", "1@x", "s", "Auto-Submitted: auto-generated\n")))
        .isInstanceOf(Reading.Content.class);
    assertThat(scene.read("no mail at all")).isInstanceOf(Reading.Aside.class);
    assertThat(
            ((Reading.Aside) scene.read("X-Hiwar-Too-Large: 99999999\nFrom: a@x.example\n\n"))
                .code())
        .isEqualTo("email-too-large");
  }

  @Test
  void onlyOurOwnServerProvesASender() {
    assertThat(trust("mx.shop.example; spf=pass; dmarc=pass (p=none) header.from=x.example"))
        .isEqualTo(Trust.ATTESTED);
    assertThat(trust("mx.shop.example; dmarc=pass header.from=y.example"))
        .isEqualTo(Trust.PRESENTED);
    assertThat(trust("mx.shop.example; dmarc=fail header.from=x.example"))
        .isEqualTo(Trust.PRESENTED);
    assertThat(trust("mx.shop.example; spf=pass; dkim=pass header.d=x.example"))
        .isEqualTo(Trust.PRESENTED);
    assertThat(trust("evil.example; dmarc=pass header.from=x.example")).isEqualTo(Trust.PRESENTED);
    assertThat(trust("mx.shop.example; none (; dmarc=pass header.from=x.example)"))
        .isEqualTo(Trust.PRESENTED);
    // Below what our server says, anybody may have written.
    assertThat(
            trust(
                "mx.shop.example; dmarc=fail header.from=x.example\n"
                    + "Authentication-Results: mx.shop.example; dmarc=pass header.from=x.example"))
        .isEqualTo(Trust.PRESENTED);
    assertThat(trust("mx.shop.example; dmarc=pass header.from=x.example\nFrom: other@x.example"))
        .isEqualTo(Trust.PRESENTED);
  }

  private Trust trust(String results) {
    var raw =
        "Authentication-Results: "
            + results
            + "\n"
            + mail("layla@x.example", UUID.randomUUID() + "@x", "s", "");
    return ((Reading.Content) scene.read(raw)).messages().getFirst().from().address().trust();
  }

  @Test
  void sendersWhoLookLikeOthersAreMarked() {
    assertThat(SenderMarks.isLookalike("pаypal.example")).isTrue(); // a Cyrillic a
    assertThat(SenderMarks.isLookalike("xn--pypal-4ve.example")).isTrue();
    assertThat(SenderMarks.isLookalike("соса.example")).isTrue(); // all Cyrillic
    assertThat(SenderMarks.isLookalike("paypal.example")).isFalse();
    assertThat(SenderMarks.isLookalike("موقع.example")).isFalse();
    assertThat(SenderMarks.isLookalike("почта.example")).isFalse();
    assertThat(
            scene
                .takes(mail("\"support@bank.example\" <thief@z.example>", "m1@z", "s", ""))
                .marks())
        .containsExactly(SenderMarks.OTHER_ADDRESS);
    assertThat(
            scene.takes(mail("a@bank.example", "m2@z", "s", "Reply-To: a@thief.example\n")).marks())
        .containsExactly(SenderMarks.ANSWERS_ELSEWHERE);
  }

  @Test
  void nothingThatIsTypedBeginsALineOfTheHeader() throws Exception {
    var mail =
        new OutgoingMail(
            new Mailbox("Shop\r\nBcc: a@x.example", MailHouse.OURS),
            null,
            List.of(new Mailbox("ليلى\nX: y", "layla@x.example")),
            List.of(),
            "one\r\nBcc: thief@z.example\r\n\r\nbody",
            "id@shop.example",
            "a@x",
            List.of("a@x"),
            Instant.now(),
            "text",
            List.of(),
            false);
    var raw = new ByteArrayOutputStream();
    MailMessages.of(Session.getInstance(new Properties()), mail).writeTo(raw);
    var head = raw.toString(StandardCharsets.UTF_8).split("\r\n\r\n")[0];
    assertThat(head.lines().map(line -> line.toLowerCase(java.util.Locale.ROOT)))
        .noneMatch(line -> line.startsWith("bcc:") || line.startsWith("x:"))
        .contains("message-id: <id@shop.example>", "in-reply-to: <a@x>");
    for (var bad :
        new String[] {
          "a@x.example\r\nBcc: b@x.example", "a@x.example>,<b@x.example", "a@x.example,b@x.example"
        })
      assertThatThrownBy(
              () ->
                  new OutgoingMail(
                      mail.from(),
                      null,
                      List.of(new Mailbox("", bad)),
                      List.of(),
                      "s",
                      "i@s",
                      "",
                      List.of(),
                      Instant.now(),
                      "t",
                      List.of(),
                      false))
          .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new OutgoingMail(
                    mail.from(),
                    null,
                    mail.to(),
                    List.of(),
                    "s",
                    "i@s>\r\nX: y",
                    "",
                    List.of(),
                    Instant.now(),
                    "t",
                    List.of(),
                    false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
