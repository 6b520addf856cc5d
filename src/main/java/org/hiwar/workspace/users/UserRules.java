package org.hiwar.workspace.users;

import java.util.Set;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.access.LoginName;

/// What a user's fields may hold, with the sentence for whoever tried something else.
final class UserRules {
  private static final int LONGEST_NAME = 200;

  private UserRules() {}

  static String login(String login) {
    return LoginName.of(login)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "login-invalid",
                    "A log-in name has letters a to z, digits and . _ @ + - and begins with a"
                        + " letter or digit. Choose such a name."));
  }

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (stripped.isEmpty()
        || stripped.length() > LONGEST_NAME
        || stripped.codePoints().anyMatch(UserRules::isNoText))
      throw Refusal.invalid(
          "name-invalid",
          "A name has 1 to " + LONGEST_NAME + " characters on one line. Correct it.");
    return stripped;
  }

  /// Control characters, and halves of a pair that stand alone: the database stores neither.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  static Set<Role> roles(Set<Role> roles) {
    if (roles.isEmpty())
      throw Refusal.invalid("role-needed", "A user needs at least one role. Choose one.");
    return roles;
  }
}
