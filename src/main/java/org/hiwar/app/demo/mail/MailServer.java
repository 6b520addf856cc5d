package org.hiwar.app.demo.mail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// The mail server itself: SMTP and IMAP on loopback, at ports that are free, with the mailboxes of
/// the demonstration and no others.
final class MailServer implements AutoCloseable {
  /// As it calls itself.
  static final String NAME = "mail.example";

  private static final String SENT = "Sent";
  private static final String PROOF = "Authentication-Results";
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
          });

  /// @param password of every mailbox
  MailServer(String password) {
    mail.start();
    var all = Stream.concat(Mailbox.CUSTOMERS.stream(), Mailbox.CENTRE.stream());
    all.forEach(mailbox -> create(mailbox, password));
    mail.getUserManager()
        .setMessageDeliveryHandler(
            (message, to) -> {
              var receiver = known(to.getEmail());
              prove(message.getMessage());
              return receiver;
            });
  }

  private void create(Mailbox mailbox, String password) {
    var user = mail.setUser(mailbox.address(), mailbox.address(), password);
    try {
      mail.getManagers().getImapHostManager().createMailbox(user, SENT);
    } catch (FolderException | AuthorizationException e) {
      throw new IllegalStateException(e);
    }
  }

  private GreenMailUser known(String address) throws UserException {
    var user = mail.getUserManager().getUserByEmail(address);
    if (user == null) throw new UserException("There is no mailbox " + address);
    return user;
  }

  /// Says what it knows of the sender, as servers do (RFC 8601): its own mailboxes are what they
  /// claim to be. What somebody else has said before is not believed.
  private void prove(MimeMessage message) throws MessagingException {
    message.removeHeader(PROOF);
    if (message.getFrom() instanceof InternetAddress[] from
        && from.length == 1
        && mail.getUserManager().getUserByEmail(from[0].getAddress()) != null) {
      var domain = from[0].getAddress().substring(from[0].getAddress().indexOf('@') + 1);
      message.addHeader(PROOF, NAME + "; dmarc=pass header.from=" + domain);
    }
  }

  int smtpPort() {
    return mail.getSmtp().getPort();
  }

  int imapPort() {
    return mail.getImap().getPort();
  }

  /// As a program of a customer connects to it, to send.
  Session session() {
    var patience = String.valueOf(MailLimits.PATIENCE.toMillis());
    var settings = new Properties();
    settings.setProperty("mail.smtp.host", HOST);
    settings.setProperty("mail.smtp.port", String.valueOf(smtpPort()));
    for (var each : List.of("connectiontimeout", "timeout", "writetimeout"))
      settings.setProperty("mail.smtp." + each, patience);
    return Session.getInstance(settings);
  }

  MailFolder inbox(Mailbox mailbox) {
    return folder(mailbox, "INBOX");
  }

  MailFolder sent(Mailbox mailbox) {
    return folder(mailbox, SENT);
  }

  private MailFolder folder(Mailbox mailbox, String name) {
    var user = mail.getUserManager().getUserByEmail(mailbox.address());
    return mail.getManagers().getImapHostManager().getFolder(user, name);
  }

  @Override
  public void close() {
    mail.stop();
  }
}
