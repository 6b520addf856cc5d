package org.hiwar.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.email.mime.ReadEmail;
import org.jspecify.annotations.Nullable;

/// What a mail server tells of a mail of ours (RFC 3464).
///
/// @param about Message-IDs of what it is about, as far as it says
/// @param state null: it only says that it takes longer
/// @param failure a code, as the screens translate it; null unless it failed
record Bounce(List<String> about, @Nullable DeliveryState state, @Nullable String failure) {
  private static final Pattern ACTION = Pattern.compile("(?im)^action\\s*:\\s*([a-z]+)");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status\\s*:\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^message-id\\s*:\\s*<([^<>\\s]{1,400})>");

  Bounce {
    about = List.copyOf(about);
  }

  /// Null: the mail tells nothing of another one.
  static @Nullable Bounce in(ReadEmail mail) {
    var report = mail.report();
    if (report != null && !report.status().isBlank())
      return of(report.status(), report.about(), mail);
    boolean fromAServer =
        mail.headers().first("return-path").strip().equals("<>")
            || mail.headers().has("x-failed-recipients");
    if (!fromAServer || AutoSubmitted.isReply(mail)) return null;
    // An old server, which says it in words and quotes the mail.
    var about =
        MESSAGE_ID.matcher(mail.text()).results().map(found -> found.group(1)).distinct().toList();
    if (report != null && !report.about().isEmpty())
      return new Bounce(report.about(), DeliveryState.FAILED, "bounced");
    return about.isEmpty() && !mail.headers().has("x-failed-recipients")
        ? null
        : new Bounce(about.isEmpty() ? ids(mail) : about, DeliveryState.FAILED, "bounced");
  }

  private static Bounce of(String status, List<String> about, ReadEmail mail) {
    var ids = about.isEmpty() ? ids(mail) : about;
    var action = ACTION.matcher(status);
    boolean failed = false;
    boolean delivered = false;
    while (action.find())
      switch (action.group(1).toLowerCase(Locale.ROOT)) {
        case "failed" -> failed = true;
        case "delivered", "relayed", "expanded" -> delivered = true;
        default -> {}
      }
    if (failed) return new Bounce(ids, DeliveryState.FAILED, failure(status));
    return new Bounce(ids, delivered ? DeliveryState.DELIVERED : null, null);
  }

  private static List<String> ids(ReadEmail mail) {
    return mail.inReplyTo().isEmpty() ? mail.references() : mail.inReplyTo();
  }

  /// By the enhanced code (RFC 3463).
  private static String failure(String text) {
    var status = STATUS.matcher(text);
    if (!status.find()) return "bounced";
    return switch (status.group(2)) {
      case "1" -> "mailbox-unknown";
      case "2" -> status.group(3).equals("2") ? "mailbox-full" : "mailbox-unknown";
      case "7" -> "refused-by-policy";
      default -> "bounced";
    };
  }
}
