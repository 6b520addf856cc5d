package org.hiwar.platform.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.table.BrokenFile.Fault;
import org.jspecify.annotations.Nullable;

/// How the beginning of a file reads.
///
/// @param rows the first, at least one, and some more than a preview shows
public record TableBeginning(TextEncoding encoding, char separator, List<List<String>> rows) {

  /// What is not given is found.
  public static TableBeginning of(
      byte[] beginning, @Nullable TextEncoding encoding, @Nullable Character separator)
      throws BrokenFile {
    var found = encoding == null ? Encodings.ofBeginning(beginning) : encoding;
    var text = TableFile.beginning(beginning, found);
    char between = separator == null ? Separators.of(text) : separator;
    var rows = rows(text, between);
    if (rows.isEmpty()) throw new BrokenFile(Fault.EMPTY, 0);
    return new TableBeginning(found, between, rows);
  }

  /// The row at the cut is left out, unless it is the only one.
  private static List<List<String>> rows(String text, char separator) throws BrokenFile {
    var rows = new ArrayList<List<String>>();
    var file =
        new CsvReader(new StringReader(text), separator, TableLimits.ROW, TableLimits.COLUMNS);
    try {
      for (CsvRow row = file.next();
          row != null && rows.size() < TableLimits.PREVIEW_ROWS + 2;
          row = file.next()) rows.add(row.values());
    } catch (BrokenFile broken) {
      if (rows.isEmpty()) throw broken;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  /// Those that a preview shows.
  ///
  /// @param named the first one has the names of the columns
  public List<List<String>> shown(boolean named) {
    var behind = named ? rows.subList(1, rows.size()) : rows;
    return behind.subList(0, Math.min(behind.size(), TableLimits.PREVIEW_ROWS));
  }

  /// As many as the widest of these rows has.
  ///
  /// @param named the first one has the names of the columns
  public int columns(boolean named) {
    int names = named ? rows.getFirst().size() : 0;
    return Math.max(names, shown(named).stream().mapToInt(List::size).max().orElse(0));
  }

  /// What stands in a column of the rows that a preview shows, from 0.
  public List<String> values(boolean named, int column) {
    return shown(named).stream()
        .filter(row -> column < row.size())
        .map(row -> row.get(column))
        .toList();
  }

  /// The name of a column, from 0; empty where it has none.
  public String name(boolean named, int column) {
    return named && column < rows.getFirst().size() ? rows.getFirst().get(column).strip() : "";
  }
}
