package org.hiwar.platform.table;

/// What files of tables are held to, whatever is in them.
public final class TableLimits {
  /// Columns of a file.
  public static final int COLUMNS = 200;

  /// Characters of one row of a file. Longer is a quotation mark that was never closed.
  public static final int ROW = 200_000;

  /// Bytes from which encoding and separator are guessed, and a preview is made.
  public static final int SAMPLE = 64 * 1024;

  /// Rows of a preview.
  public static final int PREVIEW_ROWS = 10;

  /// Rows that are brought to the database at once, or fewer, where they have so many characters
  /// together; so often a cancel is looked for.
  public static final int CHUNK = 5_000;

  public static final int CHUNK_LENGTH = 2_000_000;

  /// Pieces of a file that are in memory at once.
  public static final int PIECES = 4;

  private TableLimits() {}
}
