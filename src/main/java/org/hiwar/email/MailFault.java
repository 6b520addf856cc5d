package org.hiwar.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.jspecify.annotations.Nullable;

/// Why a mail server cannot be used, as the screens translate it.
final class MailFault {
  static final String NOT_REACHED = "not-reached";

  private MailFault() {}

  static String code(Exception e) {
    return switch (e) {
      case MailSessions.NotEncrypted _ -> "not-encrypted";
      case LogInFailed failed -> failed.code();
      case AuthenticationFailedException _ -> "log-in-refused";
      case FolderNotFoundException _ -> "folder-unknown";
      case FolderClosedException _ -> "connection-lost";
      default -> ofConnection(e);
    };
  }

  /// The library wraps what the network said, and that wraps what was said of the certificate.
  private static String ofConnection(Exception e) {
    var code = NOT_REACHED;
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause())
      code =
          switch (cause) {
            case CertificateException _ -> "certificate-untrusted";
            case SSLException _ -> "tls-failed";
            case NotAllowedOutside _ -> "address-not-allowed";
            case UnknownHostException _ -> "unknown-host";
            default -> code;
          };
    return code;
  }
}
