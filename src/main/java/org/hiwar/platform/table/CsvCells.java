package org.hiwar.platform.table;

import java.util.ArrayList;
import java.util.List;

/// Values as cells of a file that table programs open.
public final class CsvCells {
  /// With these a table program begins to calculate.
  private static final String CALCULATED = "=+-@\t\r\n";

  private CsvCells() {}

  /// Quoted after RFC 4180; what a table program would calculate gets an apostrophe before it.
  public static String written(String value) {
    return '"' + guarded(value).replace("\"", "\"\"") + '"';
  }

  private static String guarded(String value) {
    return isCalculated(value) ? "'" + value : value;
  }

  /// Apostrophes before it do not count: they are to come back, too.
  private static boolean isCalculated(String value) {
    int at = 0;
    while (at < value.length() && value.charAt(at) == '\'') at++;
    return at < value.length() && CALCULATED.indexOf(value.charAt(at)) >= 0;
  }

  /// What was meant by a cell that [#written] has written, or that a table program has marked as
  /// text in the same way.
  public static String read(String cell) {
    return cell.startsWith("'") && isCalculated(cell) ? cell.substring(1) : cell;
  }

  /// Several values in one cell, with semicolons between them; a semicolon of a value has a
  /// backslash before it, and so has a backslash.
  public static String joined(List<String> values) {
    return String.join(
        ";",
        values.stream()
            .map(one -> one.replace("\\", "\\\\").replace(";", "\\;").replace("؛", "\\؛"))
            .toList());
  }

  /// The values of a cell, without spaces around them; empty ones are none. People who write Arabic
  /// put ؛ between them.
  public static List<String> parts(String cell) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (int at = 0; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c == '\\' && at + 1 < cell.length() && "\\;؛".indexOf(cell.charAt(at + 1)) >= 0) {
        part.append(cell.charAt(++at));
      } else if (c == ';' || c == '؛') {
        end(part, parts);
      } else part.append(c);
    }
    end(part, parts);
    return parts;
  }

  private static void end(StringBuilder part, List<String> parts) {
    var text = part.toString().strip();
    if (!text.isEmpty()) parts.add(text);
    part.setLength(0);
  }
}
