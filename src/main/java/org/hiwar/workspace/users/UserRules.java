package org.hiwar.workspace.users;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Role;

/// What a user's fields may hold, with the sentence for whoever tried something else.
final class UserRules {
  private static final int LONGEST_NAME = 200;
  /// Plain letters only: a log-in is typed on whatever keyboard is set, before any language is known.
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,199}");

  private UserRules() {}

  static String login(String login) {
    var lower = login.strip().toLowerCase(Locale.ROOT);
    if (!LOGIN.matcher(lower).matches())
      throw Refusal.invalid("login-invalid", "A log-in name has letters a to z, digits and . _ @ + - and begins with a letter or digit. Choose such a name.");
    return lower;
  }

  static String name(String name) {
    var stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl))
      throw Refusal.invalid("name-invalid", "A name has 1 to " + LONGEST_NAME + " characters on one line. Correct it.");
    return stripped;
  }

  static Set<Role> roles(Set<Role> roles) {
    if (roles.isEmpty()) throw Refusal.invalid("role-needed", "A user needs at least one role. Choose one.");
    return roles;
  }
}
