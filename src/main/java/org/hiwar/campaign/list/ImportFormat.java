package org.hiwar.campaign.list;

import java.util.List;
import org.hiwar.platform.table.TextEncoding;
import org.jspecify.annotations.Nullable;

/// How files of a source are read, kept under a name for the next one.
///
/// @param encoding null: found by itself
/// @param separator null: found by itself
public record ImportFormat(
    String name,
    @Nullable TextEncoding encoding,
    @Nullable String separator,
    boolean header,
    DateOrder dates,
    List<FormatColumn> columns) {

  /// Into which field a column goes, by name: the same format may serve several lists.
  ///
  /// @param header empty: the file has no names
  /// @param field null: the column is skipped
  public record FormatColumn(String header, @Nullable String field) {}

  public ImportFormat {
    columns = List.copyOf(columns);
  }
}
