package org.hiwar.app.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A customer's mailbox, with an ordinary mail program as the contact centre.
class OpenMailboxTest {
  private static final String PASSWORD = "only for this test";
  private static final Mailbox LAURA = Mailbox.CUSTOMERS.getFirst();

  private final MailServer server = new MailServer(PASSWORD);
  private final List<ToMailPage> shown = new CopyOnWriteArrayList<>();
  private final OpenMailbox mailbox = new OpenMailbox(server, LAURA, Clock.systemUTC(), shown::add);

  @AfterEach
  void close() {
    mailbox.close();
    server.close();
  }

  private List<ToMailPage.Mail> mails() {
    return shown.stream()
        .filter(ToMailPage.Mail.class::isInstance)
        .map(ToMailPage.Mail.class::cast)
        .toList();
  }

  /// What the contact centre finds in its mailbox.
  private Message arrived() throws MessagingException {
    var store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.imapPort(), Mailbox.ENGLISH.address(), PASSWORD);
    var inbox = store.getFolder("INBOX");
    inbox.open(Folder.READ_ONLY);
    Await.until(() -> inbox.getMessageCount() == 1);
    return inbox.getMessage(1);
  }

  private MimeMessage fromCentre(String subject) throws MessagingException {
    var mail = new MimeMessage(server.session());
    mail.setFrom(new InternetAddress(Mailbox.ENGLISH.address()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(LAURA.address()));
    mail.setSubject(subject, "UTF-8");
    return mail;
  }

  @Test
  void whatACustomerWritesIsInTheMailboxOfTheCentre() throws Exception {
    mailbox.open();
    mailbox.write(new FromMailPage.Write(7, Mailbox.ENGLISH.address(), "حجزي", "متى أصل؟", ""));

    assertThat(shown).contains(new ToMailPage.Written(7));
    assertThat(mails())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.mine()).isTrue();
              assertThat(mail.party().address()).isEqualTo(Mailbox.ENGLISH.address());
              assertThat(mail.text()).isEqualTo("متى أصل؟");
            });
    var arrived = arrived();
    assertThat(arrived.getSubject()).isEqualTo("حجزي");
    assertThat(arrived.getFrom())
        .containsExactly(new InternetAddress(LAURA.address(), LAURA.name(), "UTF-8"));
    assertThat(arrived.getContent().toString().strip()).isEqualTo("متى أصل؟");
    assertThat(arrived.getHeader("Authentication-Results"))
        .containsExactly("mail.example; dmarc=pass header.from=post.example");
  }

  @Test
  void whatTheCentreWritesIsShownReadAndAnswered() throws Exception {
    mailbox.open();
    var parts = new MimeMultipart("alternative");
    var html = new MimeBodyPart();
    html.setText("<p>At nine &amp; no later.</p>", "UTF-8", "html");
    parts.addBodyPart(html);
    var mixed = new MimeMultipart();
    var body = new MimeBodyPart();
    body.setContent(parts);
    mixed.addBodyPart(body);
    var file = new MimeBodyPart();
    file.setText("a plan", "UTF-8");
    file.setFileName("plan.txt");
    mixed.addBodyPart(file);
    var mail = fromCentre("Your flight");
    mail.setContent(mixed);
    Transport.send(mail);

    Await.until(() -> mails().size() == 1);
    var first = mails().getFirst();
    assertThat(first.text()).isEqualTo("At nine & no later.");
    assertThat(first.files()).containsExactly("plan.txt");
    assertThat(first.seen()).isFalse();
    mailbox.seen(first.id());
    assertThat(mails().getLast().seen()).isTrue();
    assertThat(server.inbox(LAURA).getMessages().getFirst().isSet(Flags.Flag.SEEN)).isTrue();

    mailbox.write(
        new FromMailPage.Write(
            1, Mailbox.ENGLISH.address(), "Re: Your flight", "Thank you", first.id()));
    assertThat(arrived().getHeader("In-Reply-To")).containsExactly(mail.getMessageID());
    assertThat(arrived().getHeader("References")).containsExactly(mail.getMessageID());
  }

  @Test
  void whatCameWhileThePageWasClosedIsShownWhenItOpens() throws Exception {
    var mail = fromCentre("While you were away");
    mail.setText("Hello", "UTF-8");
    Transport.send(mail);
    Await.until(() -> server.inbox(LAURA).getMessageCount() == 1);

    mailbox.open();

    assertThat(mails()).extracting(ToMailPage.Mail::subject).containsExactly("While you were away");
  }

  @Test
  void whatCannotBeSentIsRefusedAndNotKept() {
    mailbox.open();
    for (var to : new String[] {"nobody at all", "", "nobody@post.example"})
      mailbox.write(new FromMailPage.Write(3, to, "Hello", "Hello", ""));

    assertThat(shown)
        .containsExactly(
            new ToMailPage.Refused(3), new ToMailPage.Refused(3), new ToMailPage.Refused(3));
    assertThat(server.sent(LAURA).getMessageCount()).isZero();
  }

  @Test
  void onlyWhatAPageCanSayIsUnderstood() {
    assertThat(FromMailPage.read("{\"type\":\"seen\",\"id\":\"in-1\"}"))
        .contains(new FromMailPage.Seen("in-1"));
    for (var wrong :
        new String[] {
          "", "{", "[]", "{\"type\":\"fly\"}", "{\"type\":\"write\",\"to\":\"a@b.example\"}"
        }) assertThat(FromMailPage.read(wrong)).as(wrong).isEmpty();
  }
}
