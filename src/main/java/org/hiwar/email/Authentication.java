package org.hiwar.email;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hiwar.contact.Trust;
import org.hiwar.email.mime.ReadEmail;

/// How far the sender of a mail is proved (decision 23): by what our own mail server says of DMARC
/// (RFC 8601). What others say in the same words counts nothing: only the topmost field with the
/// name of our server is read, which a server puts there when it takes the mail and above all that
/// was there.
final class Authentication {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
  private static final Pattern FROM = Pattern.compile("header\\.from\\s*=\\s*\"?([^\\s\";]+)");

  private Authentication() {}

  /// @param server the name of our server; empty: none is believed
  static Trust of(ReadEmail mail, String server) {
    if (server.isBlank() || mail.several()) return Trust.PRESENTED;
    for (var field : mail.headers().all("authentication-results")) {
      var parts = COMMENT.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT).split(";");
      var name = parts[0].strip().split("\\s")[0];
      if (name.equals(server.strip().toLowerCase(Locale.ROOT)))
        return passes(parts, mail.from().domain()) ? Trust.ATTESTED : Trust.PRESENTED;
    }
    return Trust.PRESENTED;
  }

  private static boolean passes(String[] parts, String domain) {
    for (int i = 1; i < parts.length; i++) {
      var result = parts[i].strip();
      if (!result.matches("dmarc\\s*=\\s*pass(\\s.*)?")) continue;
      var from = FROM.matcher(result);
      return from.find() && from.group(1).equals(domain);
    }
    return false;
  }
}
