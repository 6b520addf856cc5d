package org.hiwar.messenger.telegram;

import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;
import org.hiwar.messenger.Signatures;

/// What an account of Telegram has to be told.
final class TelegramSettings {
  /// Of the bot, as its maker got it.
  static final String TOKEN = "token";
  /// Where Telegram reaches this server, such as `https://desk.example.com`.
  static final String PUBLIC_ADDRESS = "publicAddress";
  static final String API = "api";

  private static final String TELEGRAM = "https://api.telegram.org";

  static final List<Setting> ALL =
      List.of(
          Setting.required(TOKEN, Kind.SECRET),
          Setting.required(PUBLIC_ADDRESS, Kind.TEXT),
          Setting.optional(API, Kind.TEXT, TELEGRAM));

  private TelegramSettings() {}

  static String api(Account account) {
    var set = account.setting(API);
    return set.isEmpty() ? TELEGRAM : set;
  }

  /// What Telegram has to show with every update: made of the token, which only Telegram and we
  /// know, and of the account, so that no account's is another's.
  static String secret(Account account) {
    var token = account.setting(TOKEN);
    if (token.isEmpty()) return "";
    return Signatures.hex(
        Signatures.hmac(
            Signatures.utf8(token),
            Signatures.utf8("webhook " + account.workspace() + " " + account.id())));
  }
}
