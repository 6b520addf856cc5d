package org.hiwar.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
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
  private final AccessTokens tokens;

  /// @param tls decides about certificates
  /// @param patience for one answer
  MailSessions(OutboundGuard guard, SSLSocketFactory tls, Duration patience, AccessTokens tokens) {
    this.guard = guard;
    this.tls = tls;
    this.patience = patience;
    this.tokens = tokens;
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
    if (new EmailSettings(account).oauth2()) to.put(before + "auth.mechanisms", "XOAUTH2");
    to.put(before + "peek", "true");
    to.put(before + "partialfetch", "true");
    to.put(before + "fetchsize", "262144");
    return new Opened(Session.getInstance(to), protocol);
  }

  /// Connects and logs in. An access token that is refused is replaced by a new one, once: it may
  /// have been withdrawn, or the server's clock be another.
  void connect(Service service, Account account) throws MessagingException, LogInFailed {
    var settings = new EmailSettings(account);
    var user = settings.text("user");
    if (settings.oauth2()) connect(service, account, user);
    else if (account.setting("secret").isEmpty())
      throw new LogInFailed(LogInFailed.PASSWORD_MISSING, "");
    else service.connect(user, account.setting("secret"));
  }

  private void connect(Service service, Account account, String user)
      throws MessagingException, LogInFailed {
    var token = tokens.of(account);
    try {
      service.connect(user, token);
    } catch (AuthenticationFailedException _) {
      try {
        service.connect(user, tokens.insteadOf(account, token));
      } catch (AuthenticationFailedException e) {
        throw new LogInFailed(LogInFailed.TOKEN_REFUSED, String.valueOf(e.getMessage()));
      }
    }
  }

  /// Has the token endpoint give a new access token, where the account logs in by one.
  void tryTokens(Account account) throws LogInFailed {
    if (new EmailSettings(account).oauth2()) tokens.renew(account);
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
