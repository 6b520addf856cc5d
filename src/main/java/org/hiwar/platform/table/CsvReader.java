package org.hiwar.platform.table;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.platform.table.BrokenFile.Fault;
import org.jspecify.annotations.Nullable;

/// Reads rows after RFC 4180, with any separator and any end of line (section 2; a lone CR, too).
/// Empty lines are no rows. Holds one row at a time, and no row longer than it may be.
public final class CsvReader {
  private static final int BUFFER = 64 * 1024;
  private static final int END = -1;

  private final Reader from;
  private final char separator;
  private final int longestRow;
  private final int mostColumns;
  private final char[] buffer = new char[BUFFER];
  private final StringBuilder value = new StringBuilder();
  private int at;
  private int filled;
  private long line = 1;
  private long begins = 1;
  private int length;
  private boolean wellQuoted;
  private List<String> values = new ArrayList<>();

  /// `longestRow` in characters.
  public CsvReader(Reader from, char separator, int longestRow, int mostColumns) {
    this.from = from;
    this.separator = separator;
    this.longestRow = longestRow;
    this.mostColumns = mostColumns;
  }

  private enum Place {
    START,
    PLAIN,
    QUOTED,
    CLOSED
  }

  /// The next row; null at the end.
  ///
  /// @throws BrokenFile when no further row can be found
  public @Nullable CsvRow next() throws IOException {
    while (true) {
      var row = row();
      if (row == null) return null;
      if (row.values().size() > 1 || !row.values().getFirst().isEmpty() || !row.wellQuoted())
        return row;
    }
  }

  private @Nullable CsvRow row() throws IOException {
    begins = line;
    length = 0;
    wellQuoted = true;
    values = new ArrayList<>(values.size());
    value.setLength(0);
    int c = read();
    if (c == END) return null;
    for (var place = Place.START; ; c = read()) {
      if (c == END && place == Place.QUOTED) throw new BrokenFile(Fault.QUOTE_OPEN, begins);
      if (place == Place.QUOTED) {
        if (c == '"') place = Place.CLOSED;
        else add(c);
      } else if (c == separator) {
        endValue();
        place = Place.START;
      } else if (c == END || c == '\n') {
        endValue();
        return new CsvRow(begins, values, wellQuoted);
      } else if (c == '"' && place == Place.START) {
        place = Place.QUOTED;
      } else if (c == '"' && place == Place.CLOSED) {
        add(c);
        place = Place.QUOTED;
      } else {
        if (place == Place.CLOSED) wellQuoted = false;
        add(c);
        place = Place.PLAIN;
      }
    }
  }

  private void endValue() throws BrokenFile {
    if (values.size() >= mostColumns) throw new BrokenFile(Fault.TOO_MANY_COLUMNS, begins);
    values.add(value.toString());
    value.setLength(0);
  }

  private void add(int c) throws BrokenFile {
    if (++length > longestRow) throw new BrokenFile(Fault.ROW_TOO_LONG, begins);
    value.append((char) c);
  }

  /// Every end of line as a line feed.
  private int read() throws IOException {
    int c = raw();
    if (c == '\r') {
      if (peek() == '\n') at++;
      c = '\n';
    }
    if (c == '\n') line++;
    return c;
  }

  private int raw() throws IOException {
    int c = peek();
    if (c != END) at++;
    return c;
  }

  private int peek() throws IOException {
    if (at == filled) {
      filled = fill();
      at = 0;
    }
    return filled == 0 ? END : buffer[at];
  }

  private int fill() throws IOException {
    try {
      return Math.max(0, from.read(buffer));
    } catch (CharacterCodingException _) {
      throw new BrokenFile(Fault.ENCODING_BROKEN, line);
    }
  }
}
