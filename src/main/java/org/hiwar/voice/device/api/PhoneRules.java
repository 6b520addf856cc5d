package org.hiwar.voice.device.api;

import java.util.regex.Pattern;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;

/// What the fields of a telephone may hold, with the sentence for whoever tried something else.
final class PhoneRules {
  private static final int LONGEST = 200;
  private static final int SHORTEST_PASSWORD = 8;
  /// Becomes the user of a SIP address.
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private PhoneRules() {}

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (stripped.isEmpty() || !isLine(stripped))
      throw Refusal.invalid(
          "name-invalid", "A name has 1 to " + LONGEST + " characters on one line. Correct it.");
    return stripped;
  }

  static String login(String login) {
    var stripped = login.strip();
    if (!LOGIN.matcher(stripped).matches())
      throw Refusal.invalid(
          "phone-login-invalid",
          "A telephone logs in with 1 to 64 letters from a to z, digits, dots, dashes and"
              + " underscores, such as amal-desk. Correct it.");
    return stripped;
  }

  /// Whoever guesses it telephones at the workspace's cost.
  static String password(String password) {
    if (password.length() < SHORTEST_PASSWORD || !isLine(password))
      throw Refusal.invalid(
          "phone-password-invalid",
          "The password of a telephone has "
              + SHORTEST_PASSWORD
              + " to "
              + LONGEST
              + " characters on one line. Choose another one.");
    return password;
  }

  private static boolean isLine(String text) {
    return text.length() <= LONGEST && text.codePoints().noneMatch(PhoneRules::isNoText);
  }

  /// Control characters, and halves of a pair that stand alone: the database stores neither.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
