package org.hiwar.platform.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of a file that a table program opens: quoted as RFC 4180 says, and no cell a formula.
/// Customers' and agents' words begin with `=` where somebody wants them to be run.
public final class CsvLines {
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\"']*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  private CsvLines() {}

  /// Null is an empty cell.
  public static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(CsvLines::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) return "";
    var text = value.toString();
    boolean runs = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return '"' + (runs ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
