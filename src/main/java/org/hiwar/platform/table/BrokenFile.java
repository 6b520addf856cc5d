package org.hiwar.platform.table;

import java.io.IOException;

/// A file that cannot be read to its end, so that nothing of it may count.
public final class BrokenFile extends IOException {
  private static final long serialVersionUID = 1;
  private final Fault fault;
  private final long line;

  /// What is wrong with a file.
  public enum Fault {
    /// No table as text: an Excel file, a picture, an archive.
    NOT_TEXT,
    /// Text with characters that its encoding does not have.
    ENCODING_BROKEN,
    /// A quotation mark was opened and never closed.
    QUOTE_OPEN,
    ROW_TOO_LONG,
    TOO_MANY_COLUMNS,
    EMPTY
  }

  /// `line` where the row begins, from 1; 0: nowhere in particular.
  public BrokenFile(Fault fault, long line) {
    super(fault + " in line " + line);
    this.fault = fault;
    this.line = line;
  }

  public Fault fault() {
    return fault;
  }

  public long line() {
    return line;
  }
}
