package org.hiwar.sms.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.Setting;
import org.hiwar.channel.Setting.Kind;
import org.hiwar.sms.text.Reference;

/// How an account reaches its message centre.
///
/// @param latin1 whether the centre's default alphabet is ISO 8859-1 in place of the one of GSM
/// @param reference how parts of long messages name what they belong to
/// @param window messages that may be without an answer at the same time
/// @param enquire after how much silence it is asked whether the other side is there
/// @param country (ISO 3166) where numbers without a country code are; empty: only international
///     ones are understood
public record SmppSettings(
    String host,
    int port,
    boolean tls,
    String systemId,
    String password,
    String systemType,
    boolean latin1,
    Reference reference,
    int window,
    Duration enquire,
    String country) {

  public static final List<Setting> ASKED =
      List.of(
          Setting.optional("host", Kind.TEXT, ""),
          Setting.optional("port", Kind.NUMBER, "2775"),
          Setting.optional("tls", Kind.FLAG, "false"),
          Setting.optional("systemId", Kind.TEXT, ""),
          Setting.optional("password", Kind.SECRET, ""),
          Setting.optional("systemType", Kind.TEXT, ""),
          Setting.choice("alphabet", "gsm", "latin1"),
          Setting.choice("reference", "8", "16"),
          Setting.optional("window", Kind.NUMBER, "10"),
          Setting.optional("enquireSeconds", Kind.NUMBER, "30"));

  /// Numbers that are none, or out of reach, count as what they would be if nothing were set.
  public static SmppSettings of(Account account) {
    return new SmppSettings(
        account.setting("host").strip(),
        number(account, "port", 2775, 65_535),
        account.setting("tls").equals("true"),
        account.setting("systemId"),
        account.setting("password"),
        account.setting("systemType"),
        account.setting("alphabet").equals("latin1"),
        account.setting("reference").equals("16") ? Reference.LONG : Reference.SHORT,
        number(account, "window", 10, SmppLimits.LONGEST_WINDOW),
        Duration.ofSeconds(number(account, "enquireSeconds", 30, 3_600)),
        account.setting("country").strip());
  }

  /// What the centre calls its default alphabet, where that is none of GSM's.
  Optional<Charset> otherAlphabet() {
    return latin1 ? Optional.of(StandardCharsets.ISO_8859_1) : Optional.empty();
  }

  private static int number(Account account, String name, int fallback, int most) {
    try {
      int value = Integer.parseInt(account.setting(name).strip());
      return value >= 1 && value <= most ? value : fallback;
    } catch (NumberFormatException _) {
      return fallback;
    }
  }

  /// Without the password.
  @Override
  public String toString() {
    return systemId + "@" + host + ":" + port;
  }
}
