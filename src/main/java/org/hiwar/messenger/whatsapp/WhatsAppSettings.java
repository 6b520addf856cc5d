package org.hiwar.messenger.whatsapp;

import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;

/// What an account of WhatsApp has to be told.
final class WhatsAppSettings {
  /// By which the Cloud API knows our number.
  static final String NUMBER_ID = "phoneNumberId";
  static final String ACCESS_TOKEN = "accessToken";
  /// Signs what comes in.
  static final String APP_SECRET = "appSecret";
  /// Any word; it is entered at the provider too, which shows it when the webhook is set up.
  static final String VERIFY_TOKEN = "verifyToken";
  /// The business account that has the templates; empty: administrators enter them.
  static final String BUSINESS_ID = "businessAccountId";
  static final String API = "api";

  private static final String GRAPH = "https://graph.facebook.com/v25.0";

  static final List<Setting> ALL =
      List.of(
          Setting.required(NUMBER_ID, Kind.TEXT),
          Setting.required(ACCESS_TOKEN, Kind.SECRET),
          Setting.required(APP_SECRET, Kind.SECRET),
          Setting.required(VERIFY_TOKEN, Kind.SECRET),
          Setting.optional(BUSINESS_ID, Kind.TEXT, ""),
          Setting.optional(API, Kind.TEXT, GRAPH));

  private WhatsAppSettings() {}

  /// What is set, else what counts then.
  static String value(Account account, String name) {
    var set = account.setting(name);
    if (!set.isEmpty()) return set;
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .map(Setting::fallback)
        .orElse("");
  }
}
