package org.hiwar.platform.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import refused, as a file that a table program opens: with a byte order mark, because
/// Excel takes UTF-8 for something else without one, and with no cell that is a formula.
public final class RefusalFile {
  private static final int PAGE = 5_000;

  private RefusalFile() {}

  /// @param line where the row begins
  /// @param what was refused: a row, or a part of one
  /// @param field null: it is about the row
  /// @param value as it stood in the file
  public record Refused(
      long line, String what, @Nullable String field, String reason, String value) {}

  /// A refusal with its place among those of the import.
  public record Numbered(long ordinal, Refused refused) {}

  /// What was refused, in the order of the file that was imported.
  @FunctionalInterface
  public interface Pages {
    /// Those behind `ordinal`, so many at most; empty: there are no more.
    List<Numbered> behind(long ordinal, int most);
  }

  /// Writes all of them, a page at a time.
  public static void write(Writer to, Pages pages) throws IOException {
    to.write("\ufeffline,what,field,reason,value\r\n");
    for (var page = pages.behind(0, PAGE);
        !page.isEmpty();
        page = pages.behind(page.getLast().ordinal(), PAGE))
      for (var one : page) write(to, one.refused());
  }

  private static void write(Writer to, Refused one) throws IOException {
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
