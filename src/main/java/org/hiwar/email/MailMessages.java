package org.hiwar.email;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.email.html.EmailHtml;
import org.hiwar.email.mime.Mailbox;

/// Makes MIME of mails: the text, the same as HTML so that Arabic is shown from right to left, and
/// the files.
final class MailMessages {
  private static final String UTF8 = "UTF-8";

  private MailMessages() {}

  /// With an id of ours: the library makes up another one otherwise.
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  static MimeMessage of(Session session, OutgoingMail mail) throws MessagingException {
    var message = new Named(session, mail.messageId());
    message.setFrom(address(mail.from()));
    if (mail.replyTo() != null) message.setReplyTo(new InternetAddress[] {address(mail.replyTo())});
    message.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
    message.setRecipients(Message.RecipientType.CC, addresses(mail.cc()));
    message.setSubject(mail.subject(), UTF8);
    message.setSentDate(Date.from(mail.date()));
    if (!mail.inReplyTo().isEmpty()) message.setHeader("In-Reply-To", "<" + mail.inReplyTo() + ">");
    if (!mail.references().isEmpty())
      message.setHeader("References", "<" + String.join(">\r\n <", mail.references()) + ">");
    if (mail.auto()) {
      message.setHeader("Auto-Submitted", "auto-replied");
      message.setHeader("X-Auto-Response-Suppress", "All");
    }
    var words = words(mail.text());
    if (mail.files().isEmpty()) message.setContent(words);
    else {
      var mixed = new MimeMultipart("mixed");
      var first = new MimeBodyPart();
      first.setContent(words);
      mixed.addBodyPart(first);
      for (var file : mail.files()) mixed.addBodyPart(part(file));
      message.setContent(mixed);
    }
    message.saveChanges();
    return message;
  }

  private static MimeMultipart words(String text) throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(text, UTF8);
    var html = new MimeBodyPart();
    html.setContent(
        "<!DOCTYPE html><html><body dir=\"auto\">" + EmailHtml.ofText(text) + "</body></html>",
        "text/html; charset=" + UTF8);
    return new MimeMultipart("alternative", plain, html);
  }

  private static MimeBodyPart part(OutgoingFile file) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new FileDataSource(file.content().toFile()) {
              @Override
              public String getContentType() {
                return file.type();
              }
            }));
    part.setFileName(file.name());
    part.setDisposition("attachment");
    return part;
  }

  private static InternetAddress[] addresses(List<Mailbox> boxes) throws MessagingException {
    var addresses = new InternetAddress[boxes.size()];
    for (int i = 0; i < addresses.length; i++) addresses[i] = address(boxes.get(i));
    return addresses;
  }

  private static InternetAddress address(Mailbox box) throws MessagingException {
    try {
      var address = new InternetAddress(box.address(), true);
      if (!box.name().isEmpty()) address.setPersonal(box.name(), UTF8);
      return address;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
