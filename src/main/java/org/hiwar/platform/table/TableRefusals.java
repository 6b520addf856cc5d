package org.hiwar.platform.table;

import java.util.Locale;
import org.hiwar.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// What a client is told of a file that cannot be read.
public final class TableRefusals {
  private TableRefusals() {}

  /// Null: it is to be found.
  public static @Nullable Character separator(@Nullable String separator) {
    if (separator == null || separator.isEmpty()) return null;
    if (separator.length() != 1 || !Separators.ALL.contains(separator))
      throw Refusal.invalid(
          "separator-invalid", "Values are separated by comma, semicolon, tab or |. Choose one.");
    return separator.charAt(0);
  }

  public static Refusal broken(BrokenFile broken) {
    return Refusal.invalid(
        "file-" + code(broken),
        "The file cannot be read as a table: " + broken.getMessage() + ". Save it as CSV (UTF-8).");
  }

  /// The fault as it is written in codes.
  public static String code(BrokenFile broken) {
    return broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
