package org.hiwar.messenger;

import java.util.Map;
import org.hiwar.channel.Account;

/// What stands on the line of time where a customer sent no words, in the language that an account
/// is written to in; English where we have no other.
public enum Words {
  /// The messenger has kinds of messages that it does not hand on, or that we do not know.
  NOT_SHOWN(
      Map.of(
          "en", "[A message that cannot be shown here]",
          "ar", "[رسالة لا يمكن عرضها هنا]")),
  /// In front of a message that its writer has changed.
  CHANGED(Map.of("en", "[Changed]", "ar", "[عُدّلت]"));

  private final Map<String, String> byLanguage;

  Words(Map<String, String> byLanguage) {
    this.byLanguage = Map.copyOf(byLanguage);
  }

  public String in(Account account) {
    var language = account.language();
    var english = byLanguage.getOrDefault("en", "");
    return language == null ? english : byLanguage.getOrDefault(language, english);
  }
}
