package org.hiwar.email;

import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;

/// What a mailbox has to be told, and how an account answers.
final class EmailSettings {
  static final String TLS = "tls";
  static final String STARTTLS = "starttls";
  static final String NONE = "none";
  static final String PASSWORD = "password";
  static final String OAUTH2 = "oauth2";
  static final String TOKEN_ENDPOINT = "token-endpoint";
  static final String CLIENT_ID = "client-id";
  static final String CLIENT_SECRET = "client-secret";
  static final String REFRESH_TOKEN = "refresh-token";
  static final String SCOPE = "scope";

  static final List<Setting> ALL =
      List.of(
          Setting.optional("sender-name", Kind.TEXT, ""),
          Setting.required("imap-host", Kind.TEXT),
          Setting.optional("imap-port", Kind.NUMBER, "993"),
          Setting.choice("imap-security", TLS, STARTTLS, NONE),
          Setting.optional("imap-folder", Kind.TEXT, "INBOX"),
          Setting.required("smtp-host", Kind.TEXT),
          Setting.optional("smtp-port", Kind.NUMBER, "465"),
          Setting.choice("smtp-security", TLS, STARTTLS, NONE),
          Setting.required("user", Kind.TEXT),
          Setting.choice("log-in", PASSWORD, OAUTH2),
          Setting.optional("secret", Kind.SECRET, ""),
          Setting.optional(TOKEN_ENDPOINT, Kind.TEXT, ""),
          Setting.optional(CLIENT_ID, Kind.TEXT, ""),
          Setting.optional(CLIENT_SECRET, Kind.SECRET, ""),
          Setting.optional(REFRESH_TOKEN, Kind.SECRET, ""),
          Setting.optional(SCOPE, Kind.TEXT, ""),
          Setting.optional("plus-addresses", Kind.FLAG, "false"),
          Setting.optional("authserv-id", Kind.TEXT, ""),
          Setting.optional("signature", Kind.TEXT, ""),
          Setting.optional("acknowledge-ar", Kind.FLAG, "false"),
          Setting.optional("acknowledgement-ar", Kind.TEXT, Acknowledgements.ARABIC),
          Setting.optional("acknowledge-en", Kind.FLAG, "false"),
          Setting.optional("acknowledgement-en", Kind.TEXT, Acknowledgements.ENGLISH));

  private final Account account;

  EmailSettings(Account account) {
    this.account = account;
  }

  /// One of the two servers of a mailbox.
  ///
  /// @param protocol `imap` or `smtp`
  record Server(String protocol, String host, int port, String security) {}

  Server imap() {
    return new Server("imap", text("imap-host"), number("imap-port"), text("imap-security"));
  }

  Server smtp() {
    return new Server("smtp", text("smtp-host"), number("smtp-port"), text("smtp-security"));
  }

  /// By an access token instead of the password.
  boolean oauth2() {
    return text("log-in").equals(OAUTH2);
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  /// As it was set, or what counts where nothing is.
  String text(String name) {
    var set = account.setting(name).strip();
    return set.isEmpty() ? fallback(name) : set;
  }

  private int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException _) {
      return Integer.parseInt(fallback(name));
    }
  }

  private static String fallback(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .map(Setting::fallback)
        .findFirst()
        .orElseThrow();
  }
}
