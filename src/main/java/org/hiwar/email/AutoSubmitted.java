package org.hiwar.email;

import java.util.Locale;
import java.util.Set;
import org.hiwar.email.mime.ReadEmail;

/// Whether a program has written a mail (RFC 3834, and what older programs say instead).
final class AutoSubmitted {
  private static final Set<String> MASS = Set.of("bulk", "junk", "list", "auto_reply");

  private AutoSubmitted() {}

  /// By itself, as an answer to a mail: an absence note, an acknowledgement of receipt.
  static boolean isReply(ReadEmail mail) {
    var headers = mail.headers();
    return headers.keyword("auto-submitted").equals("auto-replied")
        || headers.has("x-autoreply")
        || headers.has("x-autorespond")
        || headers.keyword("precedence").equals("auto_reply")
        || headers
            .first("content-type")
            .toLowerCase(Locale.ROOT)
            .contains("disposition-notification");
  }

  /// Whether nothing may be sent back by itself: what a program or a list has sent, or what says
  /// so.
  static boolean isToBeLeft(ReadEmail mail) {
    var headers = mail.headers();
    var auto = headers.keyword("auto-submitted");
    return !auto.isEmpty() && !auto.equals("no")
        || isReply(mail)
        || mail.several()
        || mail.report() != null
        || MASS.contains(headers.keyword("precedence"))
        || headers.fields().stream().anyMatch(field -> field.name().startsWith("list-"))
        || headers.has("x-auto-response-suppress")
        || headers.has("feedback-id")
        || headers.keyword("x-spam-flag").equals("yes")
        || headers.first("return-path").strip().equals("<>")
        || isOfAProgram(mail.from().address());
  }

  private static boolean isOfAProgram(String address) {
    var written = address.substring(0, address.lastIndexOf('@'));
    var name = written.replaceAll("[-_.+]", "");
    return name.contains("noreply")
        || name.contains("donotreply")
        || name.startsWith("mailerdaemon")
        || name.equals("postmaster")
        || name.startsWith("bounce")
        || written.startsWith("owner-")
        || written.endsWith("-request");
  }
}
