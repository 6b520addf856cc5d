package org.hiwar.email;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A mail server of a test, on loopback, with a mailbox of ours and those of customers.
public final class MailHouse implements AutoCloseable {
  public static final String OURS = "orders@shop.example";
  private static final String SECRET = "olive-tree";
  private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
          });

  public MailHouse() {
    mail.start();
    mail.setUser(OURS, OURS, SECRET);
  }

  /// What an account has to know to use it.
  public Map<String, String> settings(Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put("imap-host", HOST);
    settings.put("imap-port", Integer.toString(mail.getImap().getPort()));
    settings.put("imap-security", "none");
    settings.put("smtp-host", HOST);
    settings.put("smtp-port", Integer.toString(mail.getSmtp().getPort()));
    settings.put("smtp-security", "none");
    settings.put("user", OURS);
    settings.put("secret", SECRET);
    settings.putAll(more);
    return settings;
  }

  /// Where it takes mails for anybody.
  public int smtpPort() {
    return mail.getSmtp().getPort();
  }

  /// Puts a mail into our mailbox.
  public void comes(String raw) {
    var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      mail.getUserManager().getUserByEmail(OURS).deliver(message);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What somebody was sent.
  public List<MimeMessage> of(String address) {
    var user = mail.getUserManager().getUserByEmail(address);
    if (user == null) return List.of();
    return mail.getManagers().getImapHostManager().getFolder(user, "INBOX").getMessages().stream()
        .map(StoredMessage::getMimeMessage)
        .toList();
  }

  @Override
  public void close() {
    mail.stop();
  }
}
