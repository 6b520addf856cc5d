package org.hiwar.sms.http;

import java.util.List;
import java.util.Locale;
import org.hiwar.channel.Account;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;

/// How an account reaches a provider over HTTP.
///
/// @param url where messages are posted to
/// @param user and `token` prove who we are (basic authentication)
/// @param secret the provider signs its requests with it; empty: none is believed
/// @param signatureHeader which header has the signature, in lower case
/// @param callback where the provider tells what became of a message; empty: as it is configured
///     there
public record HttpSettings(
    String url, String user, String token, String secret, String signatureHeader, String callback) {
  public static final List<Setting> ASKED =
      List.of(
          Setting.optional("url", Kind.TEXT, ""),
          Setting.optional("user", Kind.TEXT, ""),
          Setting.optional("token", Kind.SECRET, ""),
          Setting.optional("secret", Kind.SECRET, ""),
          Setting.optional("signatureHeader", Kind.TEXT, "X-Signature"),
          Setting.optional("callback", Kind.TEXT, ""));

  static HttpSettings of(Account account) {
    var header = account.setting("signatureHeader").strip();
    return new HttpSettings(
        account.setting("url").strip(),
        account.setting("user"),
        account.setting("token"),
        account.setting("secret"),
        (header.isEmpty() ? "X-Signature" : header).toLowerCase(Locale.ROOT),
        account.setting("callback").strip());
  }

  /// Without its secrets.
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
