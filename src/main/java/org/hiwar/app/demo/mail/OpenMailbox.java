package org.hiwar.app.demo.mail;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A customer's mailbox that a page has open.
final class OpenMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(OpenMailbox.class);
  private static final String IN = "in-";
  private static final String OUT = "out-";

  private final MailServer server;
  private final Mailbox mine;
  private final Clock clock;
  private final Consumer<ToMailPage> page;
  private final MailFolder inbox;
  private final MailFolder sent;
  private final Set<String> shown = new HashSet<>();
  private final FolderListener news =
      new FolderListener() {
        @Override
        public void added(int number) {
          // The folder is locked here.
          Thread.startVirtualThread(OpenMailbox.this::showNew);
        }

        @Override
        public void expunged(int number) {}

        @Override
        public void flagsUpdated(int number, Flags flags, @Nullable Long uid) {}

        @Override
        public void mailboxDeleted() {}
      };

  OpenMailbox(MailServer server, Mailbox mine, Clock clock, Consumer<ToMailPage> page) {
    this.server = server;
    this.mine = mine;
    this.clock = clock;
    this.page = page;
    inbox = server.inbox(mine);
    sent = server.sent(mine);
  }

  Mailbox mine() {
    return mine;
  }

  void open() {
    inbox.addListener(news);
    showNew();
  }

  void close() {
    inbox.removeListener(news);
  }

  private synchronized void showNew() {
    newest(sent).forEach(mail -> show(OUT, mail, false));
    newest(inbox).forEach(mail -> show(IN, mail, false));
  }

  private static List<StoredMessage> newest(MailFolder folder) {
    var all = folder.getMessages();
    return all.subList(Math.max(0, all.size() - MailLimits.SHOWN), all.size());
  }

  private void show(String folder, StoredMessage stored, boolean again) {
    var id = folder + stored.getUid();
    if (!shown.add(id) && !again) return;
    try {
      page.accept(read(id, stored));
    } catch (MessagingException | IOException e) {
      LOG.warn("A mail of the demonstration cannot be read", e);
    }
  }

  private ToMailPage.Mail read(String id, StoredMessage stored)
      throws MessagingException, IOException {
    var mail = stored.getMimeMessage();
    var content = MailText.of(mail);
    boolean own = id.startsWith(OUT);
    var parties = own ? mail.getRecipients(RecipientType.TO) : mail.getFrom();
    return new ToMailPage.Mail(
        id,
        own,
        party(parties),
        Optional.ofNullable(mail.getSubject()).orElse(""),
        content.text(),
        stored.getReceivedDate().toInstant(),
        content.files(),
        own || stored.isSet(Flags.Flag.SEEN));
  }

  private static Mailbox party(Address @Nullable [] addresses) {
    if (addresses == null || addresses.length == 0) return new Mailbox("", "");
    return addresses[0] instanceof InternetAddress one
        ? new Mailbox(one.getAddress(), Optional.ofNullable(one.getPersonal()).orElse(""))
        : new Mailbox(addresses[0].toString(), "");
  }

  synchronized void seen(String id) {
    received(id)
        .ifPresent(
            mail -> {
              if (mail.isSet(Flags.Flag.SEEN)) return;
              mail.setFlag(Flags.Flag.SEEN, true);
              show(IN, mail, true);
            });
  }

  private Optional<StoredMessage> received(String id) {
    return inbox.getMessages().stream().filter(mail -> (IN + mail.getUid()).equals(id)).findFirst();
  }

  synchronized void write(FromMailPage.Write written) {
    try {
      var mail = compose(written);
      Transport.send(mail);
      sent.appendMessage(mail, new Flags(Flags.Flag.SEEN), Date.from(clock.instant()));
      page.accept(new ToMailPage.Written(written.draft()));
      showNew();
    } catch (MessagingException | UnsupportedEncodingException e) {
      LOG.debug("A mail of the demonstration was not taken", e);
      page.accept(new ToMailPage.Refused(written.draft()));
    }
  }

  private MimeMessage compose(FromMailPage.Write written)
      throws MessagingException, UnsupportedEncodingException {
    var utf8 = StandardCharsets.UTF_8.name();
    var mail = new MimeMessage(server.session());
    mail.setFrom(new InternetAddress(mine.address(), mine.name(), utf8));
    mail.setRecipient(RecipientType.TO, new InternetAddress(written.to(), true));
    mail.setSubject(written.subject(), utf8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setText(written.text(), utf8);
    var answered = received(written.answers());
    if (answered.isPresent()) answer(answered.get().getMimeMessage(), mail);
    return mail;
  }

  /// RFC 5322, section 3.6.4.
  private static void answer(MimeMessage answered, MimeMessage mail) throws MessagingException {
    var id = answered.getMessageID();
    if (id == null) return;
    var before = answered.getHeader("References", " ");
    mail.setHeader("In-Reply-To", id);
    mail.setHeader("References", before == null ? id : before + " " + id);
  }
}
