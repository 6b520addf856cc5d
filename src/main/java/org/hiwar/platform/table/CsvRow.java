package org.hiwar.platform.table;

import java.util.List;

/// A row of a file.
///
/// @param line in which it begins, from 1
/// @param wellQuoted false: there was text behind a closing quotation mark
public record CsvRow(long line, List<String> values, boolean wellQuoted) {

  /// Whether it has a value for each of so many columns, and behind them nothing.
  public boolean fits(int columns) {
    return values.size() >= columns && values.stream().skip(columns).allMatch(String::isBlank);
  }
}
