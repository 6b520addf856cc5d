package org.hiwar.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.hiwar.channel.Account;
import org.hiwar.channel.Sending;
import org.jspecify.annotations.Nullable;

/// Hands mails to the account's server (RFC 6409).
final class SmtpSender {
  private static final int FOR_GOOD = 500;

  private final MailSessions sessions;

  SmtpSender(MailSessions sessions) {
    this.sessions = sessions;
  }

  Sending send(Account account, OutgoingMail mail) {
    var settings = new EmailSettings(account);
    try {
      var opened = sessions.open(account, settings.smtp());
      // Also of what we send by ourselves: servers where one logs in take no empty sender, and what
      // comes back to ours is never answered (RFC 3834, 3.3).
      opened
          .session()
          .getProperties()
          .put("mail." + opened.protocol() + ".from", account.address());
      var message = MailMessages.of(opened.session(), mail);
      try (var transport = opened.session().getTransport(opened.protocol())) {
        sessions.connect(transport, account);
        transport.sendMessage(message, message.getAllRecipients());
      }
      return new Sending.Taken(mail.messageId());
    } catch (MailSessions.NotEncrypted e) {
      return new Sending.Refused("not-encrypted", String.valueOf(e.getMessage()));
    } catch (LogInFailed e) {
      return new Sending.Later(e.code(), e.detail(), Duration.ZERO);
    } catch (AuthenticationFailedException e) {
      return later("log-in-refused", e);
    } catch (MessagingException e) {
      return failed(e);
    }
  }

  /// Connects and logs in, and sends nothing.
  void tryOut(Account account) throws MessagingException, MailSessions.NotEncrypted, LogInFailed {
    var settings = new EmailSettings(account);
    var opened = sessions.open(account, settings.smtp());
    try (var transport = opened.session().getTransport(opened.protocol())) {
      sessions.connect(transport, account);
    }
  }

  /// The library chains what was said of each recipient behind what it throws.
  private static Sending failed(MessagingException failed) {
    for (@Nullable Exception e = failed;
        e instanceof MessagingException one;
        e = one.getNextException()) {
      var refused =
          switch (one) {
            case SMTPAddressFailedException r when r.getReturnCode() >= FOR_GOOD ->
                "recipient-refused";
            case SMTPSenderFailedException r when r.getReturnCode() >= FOR_GOOD -> "sender-refused";
            case SMTPSendFailedException r when r.getReturnCode() >= FOR_GOOD -> "refused";
            default -> "";
          };
      if (!refused.isEmpty()) return new Sending.Refused(refused, said(one));
    }
    return later("not-connected", failed);
  }

  private static Sending later(String code, MessagingException e) {
    return new Sending.Later(code, said(e), Duration.ZERO);
  }

  private static String said(MessagingException e) {
    var text = String.valueOf(e.getMessage()).strip();
    return text.substring(0, Math.min(text.length(), 500));
  }
}
