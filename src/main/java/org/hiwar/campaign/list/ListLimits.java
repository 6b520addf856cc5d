package org.hiwar.campaign.list;

import java.time.Duration;

/// What lists and their imports are held to.
public final class ListLimits {
  public static final int LISTS = 1_000;
  public static final int DO_NOT_CALL_LISTS = 200;
  public static final int FORMATS = 200;
  public static final int FIELDS = 100;
  public static final int PHONES = 10;
  /// Characters of a name: of a list, a field, a format, a file.
  public static final int NAME = 200;
  /// Records of one page.
  public static final int PAGE = 100;
  /// Entries of a do-not-call list on one page.
  public static final int ENTRIES = 200;
  /// Characters that are looked for.
  public static final int QUERY = 100;
  /// Characters of one value.
  public static final int VALUE = 4_000;
  /// Characters of the key of a record; an index takes no more than 2,700 bytes.
  public static final int KEY = 500;
  /// Refusals of one import that are kept; more are counted.
  public static final int REFUSALS = 100_000;
  /// Characters of a refused value that are kept.
  public static final int REFUSED_VALUE = 200;
  /// Rows of an import after which the planner is told what it finds now.
  public static final int MANY = 1_000;

  /// Imports at once, of all workspaces of this process.
  public static final int IMPORTS = 4;
  /// The statements that make an import visible may take so long altogether.
  public static final Duration MERGE = Duration.ofMinutes(30);
  /// Imports of one list that are remembered.
  public static final int REMEMBERED = 50;
  public static final int EXPIRES_DAYS = 365;
  public static final int DO_NOT_CALL_DAYS = 3_650;
  public static final int PRIORITY = 1_000_000;

  private ListLimits() {}
}
