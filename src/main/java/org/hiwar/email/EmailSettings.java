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
  static final String TOKEN = "token";

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
          Setting.choice("log-in", PASSWORD, TOKEN),
          Setting.required("secret", Kind.SECRET),
          Setting.optional("plus-addresses", Kind.FLAG, "false"),
          Setting.optional("authserv-id", Kind.TEXT, ""),
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

  boolean token() {
    return text("log-in").equals(TOKEN);
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
