package org.hiwar.platform.table;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// What an import refused, as a file that a table program opens: with a byte order mark, because
/// Excel takes UTF-8 for something else without one, and with no cell that is a formula.
public final class RefusalFile {
  private final Writer to;

  /// Begins the file.
  public RefusalFile(Writer to) throws IOException {
    this.to = to;
    to.write("\ufeffline,what,field,reason,value\r\n");
  }

  /// @param line where the row begins
  /// @param what was refused: a row, or a part of one
  /// @param field null: it is about the row
  /// @param value as it stood in the file
  public record Refused(
      long line, String what, @Nullable String field, String reason, String value) {}

  public void add(Refused one) throws IOException {
    to.write(Long.toString(one.line()));
    to.write(',');
    to.write(one.what());
    to.write(',');
    to.write(CsvCells.written(one.field() == null ? "" : one.field()));
    to.write(',');
    to.write(one.reason());
    to.write(',');
    to.write(CsvCells.written(one.value()));
    to.write("\r\n");
  }
}
