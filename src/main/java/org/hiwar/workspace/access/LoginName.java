package org.hiwar.workspace.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names that users log in with. Plain letters only: they are typed on whatever keyboard is set, before any language
/// is known.
public final class LoginName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,199}");

  private LoginName() {}

  /// As it is stored: in lower case. Empty for what no user can be called.
  public static Optional<String> of(String typed) {
    var lower = typed.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
  }
}
