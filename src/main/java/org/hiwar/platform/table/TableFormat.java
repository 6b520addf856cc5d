package org.hiwar.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a file of a table is written.
public record TableFormat(TextEncoding encoding, char separator) {

  /// What is not given is found.
  ///
  /// @throws BrokenFile it is no text, or damaged
  public static TableFormat of(
      Path file, @Nullable TextEncoding encoding, @Nullable Character separator)
      throws IOException {
    var written = encoding == null ? found(file) : encoding;
    if (separator != null) return new TableFormat(written, separator);
    try (var beginning = Files.newInputStream(file)) {
      var sample = TableFile.beginning(beginning.readNBytes(TableLimits.SAMPLE), written);
      return new TableFormat(written, Separators.of(sample));
    }
  }

  private static TextEncoding found(Path file) throws IOException {
    try (var whole = Files.newInputStream(file)) {
      return Encodings.of(whole);
    }
  }

  /// The rows of a file that is written so; the stream is the caller's to close.
  public CsvReader rows(InputStream file) throws IOException {
    return new CsvReader(
        TableFile.reader(file, encoding), separator, TableLimits.ROW, TableLimits.COLUMNS);
  }
}
