package org.hiwar.email;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.Account;
import org.hiwar.email.EmailSettings.Server;
import org.hiwar.platform.outbound.OutboundGuard;

/// Makes the connections to mail servers: only to where the guard lets them, encrypted, with the
/// name of the server checked, and none that waits without end. Without encryption a secret goes to
/// this very machine alone.
final class MailSessions {
  /// Longer than a server may take to say that it is alive while we wait for mail.
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final OutboundGuard guard;
  private final SSLSocketFactory tls;
  private final Duration patience;

  /// @param tls decides about certificates
  /// @param patience for one answer
  MailSessions(OutboundGuard guard, SSLSocketFactory tls, Duration patience) {
    this.guard = guard;
    this.tls = tls;
    this.patience = patience;
  }

  /// The secret would be read by whoever is on the way.
  static final class NotEncrypted extends Exception {
    private static final long serialVersionUID = 1;

    NotEncrypted(String host) {
      super("Only a server on this machine may be spoken to without encryption, not " + host, null);
    }
  }

  /// @param protocol with its ending: `imap`, `imaps`, `smtp`, `smtps`
  record Opened(Session session, String protocol) {}

  Opened open(Account account, Server server) throws NotEncrypted {
    if (server.security().equals(EmailSettings.NONE) && !here(server.host()))
      throw new NotEncrypted(server.host());
    boolean atOnce = server.security().equals(EmailSettings.TLS);
    var protocol = server.protocol() + (atOnce ? "s" : "");
    var to = new Properties();
    var before = "mail." + protocol + ".";
    to.put("mail.mime.allowutf8", "false");
    to.put(before + "host", server.host());
    to.put(before + "port", Integer.toString(server.port()));
    to.put(before + "connectiontimeout", millis(patience));
    to.put(before + "timeout", millis(server.protocol().equals("imap") ? SILENCE : patience));
    to.put(before + "writetimeout", millis(patience));
    to.put(before + "socketFactory", guard.sockets());
    to.put(before + "socketFactory.fallback", "false");
    to.put(before + "ssl.socketFactory", guard.tls(tls));
    to.put(before + "ssl.checkserveridentity", "true");
    to.put(
        before + "starttls.enable",
        Boolean.toString(server.security().equals(EmailSettings.STARTTLS)));
    to.put(
        before + "starttls.required",
        Boolean.toString(server.security().equals(EmailSettings.STARTTLS)));
    to.put(before + "auth", "true");
    if (new EmailSettings(account).token()) to.put(before + "auth.mechanisms", "XOAUTH2");
    to.put(before + "peek", "true");
    to.put(before + "partialfetch", "true");
    to.put(before + "fetchsize", "262144");
    return new Opened(Session.getInstance(to), protocol);
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static boolean here(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
