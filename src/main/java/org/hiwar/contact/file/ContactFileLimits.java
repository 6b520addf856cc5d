package org.hiwar.contact.file;

import java.time.Duration;

/// What files of contacts are held to, beside `TableLimits` and `ContactLimits`.
public final class ContactFileLimits {
  /// Rows of a file that is brought in.
  public static final int ROWS = 2_000_000;

  /// Characters of one cell.
  public static final int CELL = 4_000;

  /// Rows of one transaction: so long others wait for a word that is new to all, and so often a
  /// cancel is looked for.
  public static final int BATCH = 2_000;

  /// How often a batch is tried that others have stood in the way of.
  public static final int TRIES = 5;

  /// One statement of a batch may take so long.
  public static final Duration STATEMENT = Duration.ofMinutes(5);

  /// Imports at once, of all workspaces of this process; of one workspace there is one. Each has a
  /// connection of its own, and takes at most one processor of the database.
  public static final int IMPORTS = 2;

  /// Files being written at once, of all workspaces of this process.
  public static final int EXPORTS = 2;

  /// Contacts that are read at once for a file.
  public static final int EXPORT_PAGE = 1_000;

  /// Imports of a workspace that are remembered.
  public static final int REMEMBERED = 20;

  /// Refusals of one import that are kept; more are counted.
  public static final int REFUSALS = 100_000;

  /// Characters of a refused value that are kept.
  public static final int REFUSED_VALUE = 200;

  public static final int FILE_NAME = 200;

  private ContactFileLimits() {}
}
