package org.hiwar.platform.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Finds out what stands between the values of a file.
public final class Separators {
  public static final String ALL = ",;\t|";
  private static final int ROWS = 50;
  private static final int LONGEST_ROW = 200_000;
  private static final int MOST_COLUMNS = 10_000;

  private Separators() {}

  /// The one with which most rows have the same number of values, more than one; of equals the one
  /// with the most values. A comma when there is only one column.
  public static char of(String beginning) {
    char best = ',';
    double most = 0;
    for (char candidate : ALL.toCharArray()) {
      double score = score(beginning, candidate);
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best;
  }

  private static double score(String beginning, char separator) {
    var counts = new HashMap<Integer, Integer>();
    var widths = widths(beginning, separator);
    for (int width : widths) if (width > 1) counts.merge(width, 1, Integer::sum);
    return counts.entrySet().stream()
        .mapToDouble(e -> (double) e.getValue() / widths.size() + e.getKey() / 100_000.0)
        .max()
        .orElse(0);
  }

  /// The last row may be cut: it counts only when it is the only one.
  private static List<Integer> widths(String beginning, char separator) {
    var widths = new ArrayList<Integer>();
    var rows = new CsvReader(new StringReader(beginning), separator, LONGEST_ROW, MOST_COLUMNS);
    try {
      for (var row = rows.next(); row != null && widths.size() < ROWS; row = rows.next())
        widths.add(row.values().size());
    } catch (IOException _) {
      // an open quotation mark at the cut
    }
    if (widths.size() > 2) widths.removeLast();
    return widths;
  }
}
